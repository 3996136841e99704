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
  app.get('/*', async (request, reply) => {
    if (!isScreen(request.url)) return reply.callNotFound();
    const page = isOfStaff(request.url) ? 'admin.html' : 'index.html';
    return await reply.header('cache-control', 'no-cache').sendFile(page);
  });
}

/** The staff portal is a page of its own. */
export function isOfStaff(url: string): boolean {
  return /^\/admin(?:[/?]|$)/.test(url);
}

/** A file that is gone (an old build's script), or never was (`/.env`), must not come back as a page. */
export function isScreen(url: string): boolean {
  const path = url.split('?')[0] ?? '';
  return /^\/[\w/-]*$/.test(path) && !/^\/(?:api|assets|dev)\/|\/\//.test(path);
}
