import type { FastifyInstance } from 'fastify';
import type { Ground } from './context.ts';

const API_CSP = "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** The app loads only its own files; styles by attribute (CSSOM) need no exception. */
const APP_CSP = [
  "default-src 'none'",
  "object-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The interactive reference is a page below the API: it loads its own files and asks the API. */
const DOCS_CSP =
  "default-src 'none'; object-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/** Security headers on every answer, errors and static files too. */
export function guardHeaders(app: FastifyInstance, ground: Ground): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers({ ...strictHeaders(ground, request.url), 'x-request-id': request.id });
    await Promise.resolve();
  });
}

/** What an answer at this path tells the browser to be strict about. */
export function strictHeaders(ground: Ground, path: string): Record<string, string> {
  const https = ground.publicUrl().startsWith('https://');
  const isApi = path.startsWith('/api/');
  const isDocs = path.startsWith('/api/v1/docs');
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': isApi
      ? 'camera=(), microphone=(), geolocation=(), payment=()'
      : 'camera=(self), microphone=(self), geolocation=(), payment=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-xss-protection': '0',
    'content-security-policy': isDocs ? DOCS_CSP : isApi ? API_CSP : APP_CSP,
    ...(isApi ? { 'cache-control': 'no-store' } : {}),
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains; preload' } : {}),
  };
}
