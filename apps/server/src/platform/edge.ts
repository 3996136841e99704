/**
 * The edge of HTTP: what goes wrong before a route is found, or before there is a request at all. Such answers are
 * problems under the same headers as all others, and name neither the framework nor its parser.
 */
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import { hasBody } from './bodies.ts';
import { instant } from './clock.ts';
import type { Ground } from './context.ts';
import { strictHeaders } from './headers.ts';
import { Problem, problemBody } from './problems.ts';
import type { Route } from './routes.ts';

const MALFORMED = 'The request could not be read: its first line or its headers are not HTTP.';
const WORDS: Readonly<Record<number, string>> = {
  408: 'The request took too long to arrive. Send it again.',
  417: 'The header Expect may say 100-continue and nothing else. Leave it out.',
  431: 'The headers of the request are too long. Send fewer or shorter ones.',
};

export function edgeOptions(
  ground: Ground,
): Pick<
  FastifyHttpOptions<Server>,
  'rewriteUrl' | 'frameworkErrors' | 'clientErrorHandler' | 'requestTimeout' | 'http'
> {
  const { REQUEST_SECONDS, UPLOAD_SECONDS } = ground.config;
  return {
    http: { requireHostHeader: false, headersTimeout: REQUEST_SECONDS * 1000 },
    requestTimeout: Math.max(REQUEST_SECONDS, UPLOAD_SECONDS) * 1000,
    rewriteUrl: (request) => originForm(request.url ?? '/'),
    frameworkErrors: (_error, request, reply) => {
      const answer = edgeAnswer(ground, 400, {
        message:
          'The address could not be read: a % in it is followed by two hexadecimal digits that spell UTF-8.',
        id: request.id,
      });
      void reply.code(400 as never).headers(answer.headers);
      void reply.send(answer.body as never);
    },
    clientErrorHandler: (error, socket) => {
      const statuses: Record<string, number> = {
        HPE_HEADER_OVERFLOW: 431,
        ERR_HTTP_REQUEST_TIMEOUT: 408,
      };
      refuseRaw(ground, socket as Socket, statuses[error.code] ?? 400);
    },
  };
}

/** What has to hold of every request before anything else looks at it. */
export function guardEdge(app: FastifyInstance, ground: Ground): void {
  app.server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const { headers, body } = edgeAnswer(ground, 417);
    response.writeHead(417, headers).end(body);
  });
  app.addHook('onRequest', async (request) => {
    await Promise.resolve();
    if (request.raw.httpVersion === '1.1' && request.headers.host === undefined)
      throw new Problem('VALIDATION_2001', 'The header Host is missing: it names the server that is asked.');
    const route = (request.routeOptions.config as { kinwise?: Route }).kinwise;
    if (route?.upload === undefined && hasBody(request)) watchArrival(ground, request.raw);
  });
}

/** Node's own limit is for files, which may take minutes over a weak line; nothing else is given that long. */
function watchArrival(ground: Ground, request: IncomingMessage): void {
  const { socket } = request;
  // A call that came over no network has no line to be slow.
  if (!(socket instanceof Socket)) return;
  const timer = setTimeout(() => {
    if (!request.complete) refuseRaw(ground, socket, 408);
  }, ground.config.REQUEST_SECONDS * 1000).unref();
  const arrived = (): void => {
    clearTimeout(timer);
  };
  request.once('end', arrived).once('close', arrived);
}

/** A request line may name the whole address (RFC 9112, 3.2.2): it means the same as its path, and is judged as that. */
export function originForm(target: string): string {
  if (target.startsWith('/')) return target;
  const named = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^#]*)/i.exec(target);
  const path = named ? (named[1] ?? '') : `/${target}`;
  return path.startsWith('/') ? path : `/${path}`;
}

type EdgeAnswer = { headers: Record<string, string>; body: string };

function edgeAnswer(
  ground: Ground,
  status: number,
  given: { message?: string; id?: string } = {},
): EdgeAnswer {
  const id = given.id ?? randomUUID();
  const problem = new Problem('VALIDATION_2001', given.message ?? WORDS[status] ?? MALFORMED);
  // Nothing of the request could be read, and so no wish for a language.
  const at = { errorId: id, instance: '', at: instant(ground.clock.nowMs()), locale: 'en-NZ' as const };
  const body = JSON.stringify({ ...problemBody(problem, at), status });
  return {
    headers: {
      ...strictHeaders(ground, '/api/'),
      'x-request-id': id,
      'content-type': 'application/problem+json',
      'content-language': at.locale,
      'content-length': String(Buffer.byteLength(body)),
    },
    body,
  };
}

/** Answers on the bare connection, where there is no request to answer to, and ends it. */
function refuseRaw(ground: Ground, socket: Socket, status: number): void {
  if (!socket.writable || socket.bytesWritten > 0) {
    socket.destroy();
    return;
  }
  const { headers, body } = edgeAnswer(ground, status);
  const lines = Object.entries({ ...headers, connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}
