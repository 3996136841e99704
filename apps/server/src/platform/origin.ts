import type { FastifyRequest } from 'fastify';
import type { Id } from '@kinwise/core/ids';
import type { Origin } from './context.ts';

type KeyName = { readonly id: Id; readonly name: string };

const keys = new WeakMap<FastifyRequest, KeyName>();

/** From now on whatever is written down about this request says which API key it came by. */
export function cameByKey(request: FastifyRequest, key: KeyName): void {
  keys.set(request, key);
}

/** Where a request came from, for the audit and the limits. */
export function originOf(request: FastifyRequest): Origin {
  const said = request.headers['user-agent']?.replaceAll('\n', ' ').slice(0, 400);
  const key = keys.get(request);
  const agent = key ? `${MARK}${key.id} ${key.name}\n${said ?? ''}` : said;
  return { requestId: request.id, ip: request.ip, agent };
}

const MARK = 'API key ';

/**
 * Takes apart what stands as the agent of an entry. The line of the key is part of the agent so that the chain of the
 * audit covers it and the erasure of a person takes it along; a line end, which no header can hold, sets it apart.
 */
export function agentIn(agent: string): { readonly key: KeyName | null; readonly said: string } {
  const [, id, name, said] = /^API key ([\da-f-]{36}) ([^\n]*)\n([^]*)$/.exec(agent) ?? [];
  if (id === undefined || name === undefined || said === undefined) return { key: null, said: agent };
  return { key: { id, name }, said };
}
