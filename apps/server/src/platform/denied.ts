import type { FastifyRequest } from 'fastify';
import { newId } from '@kinwise/core/ids';
import { instant } from './clock.ts';
import type { HttpParts } from './http.ts';
import type { Problem } from './problems.ts';
import { inTransaction } from './transaction.ts';

/** What a request turned out to be before it was refused, for the audit of refusals. */
export type Known = { household?: string; user?: string };

export const known = new WeakMap<FastifyRequest, Known>();

/**
 * A refusal rolls its transaction back, so that a denied permission is written to the household's audit here, in a
 * transaction of its own. An audit that cannot be written must not turn the refusal into something else.
 */
export async function denied(parts: HttpParts, request: FastifyRequest, problem: Problem): Promise<void> {
  const { household, user } = known.get(request) ?? {};
  if (problem.code !== 'AUTH_1005' || !household || !user) return;
  const { ground } = parts;
  try {
    await inTransaction(ground.database.app, { household, user }, async (db) => {
      await db.text(
        `insert into audit_entries (household_id, id, at, actor_id, actor_kind, action, entity, after, risk, success, ip, agent,
           request_id) values ($1, $2, $3, $4, 'user', 'permission.denied', 'route', $5, 'medium', false, $6, $7, $8)`,
        [
          household,
          newId(),
          instant(ground.clock.nowMs()),
          user,
          JSON.stringify({
            capability: problem.details.capability,
            route: request.routeOptions.url,
            method: request.method,
          }),
          request.ip,
          request.headers['user-agent']?.slice(0, 400) ?? null,
          request.id,
        ],
      );
    });
  } catch (error) {
    ground.log.error({ err: error, request: request.id }, 'a refusal could not be written to the audit');
  }
}
