/** What a body may look like before anybody reads it: one exact content type for each route, and no shape that tires us. */
import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problems.ts';
import type { Route } from './routes.ts';

const DEEPEST = 32;
const VALUES_MOST = 200_000;

const JSON_TYPE = /^application\/json(?:; ?charset="?utf-8"?)?$/i;
const FORM_TYPE = /^multipart\/form-data; ?boundary="?[\w'()+,./:=?-]{1,70}"?$/i;

/** JSON is UTF-8 and nothing else (RFC 8259, 8.1): read leniently, other bytes would be kept as question marks. */
export function takeJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (isUtf8(body as Buffer)) void parse(request, (body as Buffer).toString('utf8'), done);
    else done(new Problem('VALIDATION_2001', 'The body is not UTF-8. Save or send it in that encoding.'));
  });
}

/** What a few routes take besides JSON, read into the same shape. Everywhere else it is refused before. */
export function takeOtherBodies(app: FastifyInstance): void {
  app.addContentTypeParser('message/rfc822', { parseAs: 'string' }, (_request, text, done) => {
    done(null, { message: text });
  });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, text, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(text))));
    },
  );
}

/** Both hooks run on the route that was found, so that no spelling of a path walks around them. */
export function guardBodies(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const route = routeOf(request);
    if (route && hasBody(request)) requireType(route, request.headers['content-type'] ?? '');
    await Promise.resolve();
  });
  app.addHook('preValidation', async (request) => {
    requireShape(request.body);
    await Promise.resolve();
  });
}

function routeOf(request: FastifyRequest): Route | undefined {
  return (request.routeOptions.config as { kinwise?: Route }).kinwise;
}

export function hasBody(request: FastifyRequest): boolean {
  const { 'content-length': length = '0', 'transfer-encoding': pieces } = request.headers;
  return request.method !== 'GET' && request.method !== 'HEAD' && (pieces !== undefined || length !== '0');
}

function requireType(route: Route, type: string): void {
  if (route.upload ? FORM_TYPE.test(type) : JSON_TYPE.test(type)) return;
  const name = type.split(';')[0]?.trim().toLowerCase() ?? '';
  const also = route.alsoTakes?.find((one) => one === name);
  if (also === 'multipart/form-data' ? FORM_TYPE.test(type) : also !== undefined) return;
  throw new Problem(
    'VALIDATION_2004',
    route.upload ? 'Send the file as multipart/form-data.' : 'Send application/json, in UTF-8.',
  );
}

/** Looks at a value level by level, without climbing down into it, so that no depth is too deep to be refused. */
function requireShape(body: unknown): void {
  let level: unknown[] = [body];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST)
      throw new Problem(
        'VALIDATION_2001',
        `The body is nested deeper than ${DEEPEST} levels. Send it flatter.`,
      );
    seen += level.length;
    if (seen > VALUES_MOST)
      throw new Problem(
        'VALIDATION_2001',
        `The body holds more than ${VALUES_MOST} values. Send it in parts.`,
      );
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : [],
    );
  }
}
