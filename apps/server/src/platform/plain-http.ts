/** A production answers nothing that came in the clear: what was sent so is known to others already. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { canonicalAddress, readRanges } from './caller.ts';
import type { Trust } from './caller.ts';
import type { Ground } from './context.ts';
import { Problem } from './problems.ts';

/** What those who run it ask within their own network: whether it lives, and its figures, which have walls of their own. */
const PROBES = /^\/(?:api\/v1\/health(?:\/ready)?|metrics)\/?(?:\?|$)/;
const PASSED_ON = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];
const PROGRAMS = /^\/(?:api|metrics)(?:\/|\?|$)/;

/**
 * Refuses what did not come by https, as a proxy of ours says it. People who type the address without https are led to
 * PUBLIC_URL; programs get an error, or nobody would notice that their secrets travel in the clear.
 */
export function refusePlainHttp(app: FastifyInstance, ground: Ground): void {
  const { NODE_ENV, PLAIN_HTTP, TRUST_PROXY } = ground.config;
  if (NODE_ENV !== 'production' || PLAIN_HTTP === 'answered') return;
  const { trust } = readRanges(TRUST_PROXY);
  app.addHook('onRequest', async (request, reply) => {
    await Promise.resolve();
    if (cameByHttps(request, trust) || cameFromHere(request) || PROBES.test(request.url)) return undefined;
    const isPage = ['GET', 'HEAD'].includes(request.method) && !PROGRAMS.test(request.url);
    if (isPage) return await reply.redirect(`${ground.publicUrl()}${request.url}`, 308);
    throw new Problem(
      'AUTH_1011',
      `Call ${ground.publicUrl()} by https. What you have just sent could be read on its way: change what was secret in it.`,
    );
  });
}

/** The nearest proxy wrote the last word; of anybody else it counts for nothing. */
function cameByHttps(request: FastifyRequest, trust: Trust): boolean {
  if (!trust(peerOf(request))) return false;
  const said = request.headers['x-forwarded-proto'];
  return (Array.isArray(said) ? said.join(',') : (said ?? '')).split(',').at(-1)?.trim() === 'https';
}

/** What a program on this very machine asks has been on no line. A proxy that stands here says that it passes things on. */
function cameFromHere(request: FastifyRequest): boolean {
  const isHere = ['127.0.0.1', '::1'].includes(peerOf(request));
  return isHere && PASSED_ON.every((name) => request.headers[name] === undefined);
}

function peerOf(request: FastifyRequest): string {
  return canonicalAddress(request.socket.remoteAddress ?? '') ?? '0.0.0.0';
}
