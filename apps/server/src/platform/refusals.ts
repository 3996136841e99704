/** How everything that is refused or broken is said: RFC 9457, with the cure. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { instant } from './clock.ts';
import type { Ground } from './context.ts';
import { denied, known } from './denied.ts';
import type { HttpParts } from './http.ts';
import { wantedLocale } from './languages.ts';
import { limitHeaders } from './limits.ts';
import { Problem, problemBody } from './problems.ts';
import type { ProblemCode } from './problems.ts';
import type { Route } from './routes.ts';
import { codeOf } from './transaction.ts';
import { refused } from './watch.ts';

/** What goes wrong, wherever it went wrong, leaves as a problem. */
export function setErrors(app: FastifyInstance, parts: HttpParts): void {
  const methodsAt = methodsBy(parts.routes);
  app.setNotFoundHandler(async (request, reply) => {
    const allowed = methodsAt(request.url);
    if (allowed.length > 0) void reply.header('allow', allowed.join(', '));
    const problem =
      allowed.length > 0
        ? new Problem(
            'RESOURCE_3004',
            `${request.method} does nothing here. Call it by ${allowed.join(' or ')}.`,
          )
        : new Problem('RESOURCE_3001', 'There is nothing at this address.');
    await sendProblem(parts, { request, reply }, { problem });
  });
  app.setErrorHandler(async (error, request, reply) => {
    // Who hangs up in the middle of a file hears no answer, and is neither a fault of ours nor an attack.
    if (hungUp(request, error)) {
      void reply.hijack();
      return;
    }
    const problem = problemOf(error);
    if (problem.code === 'INTERNAL_9001') {
      parts.ground.log.error(
        { err: error, request: request.id, route: request.routeOptions.url },
        'unexpected',
      );
    }
    await denied(parts, request, problem);
    await refused(parts, request, problem);
    await sendProblem(parts, { request, reply }, { problem, cause: error });
  });
}

/** The methods that something of the API answers at an address, by the table alone; none where there is nothing. */
function methodsBy(routes: readonly Route[]): (url: string) => string[] {
  const shapes = routes.map(({ method, path }) => {
    const shape = path.replace(/\/$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return { method, at: new RegExp(`^/api/v1/${shape.replace(/:\w+/g, '[^/]+')}/?$`) };
  });
  return (url) => {
    const path = url.split(/[?#]/)[0] ?? '';
    const found = new Set<string>(shapes.filter(({ at }) => at.test(path)).map(({ method }) => method));
    // A GET answers HEAD by itself.
    return (found.has('GET') ? [...found, 'HEAD'] : [...found]).sort();
  };
}

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

async function sendProblem(
  { ground }: HttpParts,
  { request, reply }: Exchange,
  { problem, cause }: { problem: Problem; cause?: unknown },
): Promise<void> {
  const { retryAfterSeconds, standing } = problem.details;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  if (standing) void reply.headers(limitHeaders(standing));
  const instance = request.url.split('?')[0] ?? '';
  const locale = known.get(request)?.locale ?? wantedLocale(request.headers['accept-language']);
  const at = { errorId: request.id, instance, at: instant(ground.clock.nowMs()), locale };
  void reply.header('content-language', locale);
  void reply.header('vary', [reply.getHeader('vary'), 'Accept-Language'].filter(Boolean).join(', '));
  await reply
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify({ ...problemBody(problem, at), ...devDetails(ground, cause) }));
}

/** Where it came from, for who develops; nobody else is shown the inside of the program. */
function devDetails(ground: Ground, cause: unknown): { dev_details?: { name: string; stack: string } } {
  if (ground.config.NODE_ENV !== 'development' || !(cause instanceof Error)) return {};
  return { dev_details: { name: cause.name, stack: cause.stack ?? '' } };
}

const FRAMEWORK: Record<string, [ProblemCode, string]> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'VALIDATION_2004',
    'Send application/json (or multipart/form-data where a file is taken).',
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['VALIDATION_2001', 'The Content-Length header does not fit the body.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['VALIDATION_2001', 'The body is empty; send a JSON object.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['VALIDATION_2001', 'The body is not valid JSON.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['VALIDATION_2005', 'The body is larger than 10 MB.'],
  FST_REQ_FILE_TOO_LARGE: ['VALIDATION_2005', 'The file is larger than what is accepted here.'],
  FST_FILES_LIMIT: ['VALIDATION_2001', 'Send one file.'],
  FST_FIELDS_LIMIT: ['VALIDATION_2001', 'There are too many form fields.'],
  FST_INVALID_MULTIPART_CONTENT_TYPE: ['VALIDATION_2004', 'Send the file as multipart/form-data.'],
};

function hungUp({ raw }: FastifyRequest, error: unknown): boolean {
  return raw.destroyed && !raw.complete && codeOf(error) === 'ECONNRESET';
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const known = FRAMEWORK[codeOf(error)];
  if (known) return new Problem(known[0], known[1]);
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new Problem('VALIDATION_2001', 'The request could not be read. Check its headers and body.');
  }
  // A text with NUL, or a number that no column holds: the caller's, though it passed the schemas.
  if (codeOf(error) === '22021' || codeOf(error) === '22P05') {
    return new Problem('VALIDATION_2001', 'The request holds a character that cannot be stored.');
  }
  return new Problem(
    'INTERNAL_9001',
    'Something went wrong on our side. Nothing was changed. Tell us the error_id.',
  );
}
