import type { FastifyRequest } from 'fastify';
import type { Origin } from './context.ts';

/** Where a request came from, for the audit and the limits. */
export function originOf(request: FastifyRequest): Origin {
  return { requestId: request.id, ip: request.ip, agent: request.headers['user-agent']?.slice(0, 400) };
}
