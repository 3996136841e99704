/** What was sent, byte for byte, for the signatures of API keys. */
import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SentRequest } from './http.ts';

const hashes = new WeakMap<FastifyRequest, string>();

/** Hashes bodies on their way to the parser, where they come with a signature. Who sends them is not known yet. */
export function hashBodies(app: FastifyInstance): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    if (request.headers['x-signature'] === undefined || isForm(request))
      return await Promise.resolve(payload);
    const hash = createHash('sha256');
    const through = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        hash.update(chunk);
        done(null, chunk);
      },
      flush: (done) => {
        hashes.set(request, hash.digest('hex'));
        done();
      },
    });
    payload.once('error', (error) => through.destroy(error));
    return payload.pipe(through);
  });
}

export function sentIn(request: FastifyRequest): SentRequest {
  return {
    method: request.method,
    url: request.raw.url ?? '',
    bodyHash: hashes.get(request),
    isForm: isForm(request),
    headers: request.headers,
  };
}

function isForm(request: FastifyRequest): boolean {
  return /^multipart\//i.test(request.headers['content-type'] ?? '');
}
