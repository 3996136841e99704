import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Serves the built web app; every path that is no file is a screen of it. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  const root = ['../../../web/dist', '../../web/dist']
    .map((place) => join(import.meta.dirname, place))
    .find(existsSync);
  if (root === undefined) return;
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = /\/assets\/[^/]+-[\w-]{8,}\.\w+$/.test(path);
      void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    // A file that is gone (an old build's script) must not come back as a page.
    if (/^\/(api|assets)\//.test(request.url)) return reply.callNotFound();
    return await reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
