import type { FastifyRequest } from 'fastify';
import type { HttpParts } from './http.ts';
import type { Locale } from './languages.ts';
import { originOf } from './origin.ts';
import type { Problem } from './problems.ts';

/** What a request turned out to be before it was refused, for the audit of refusals. */
export type Known = { household?: string; user?: string; locale?: Locale | undefined };

export const known = new WeakMap<FastifyRequest, Known>();

/**
 * A refusal rolls its transaction back, so that a denied permission is written to the household's audit here, in a
 * transaction of its own. An audit that cannot be written must not turn the refusal into something else.
 */
export async function denied(parts: HttpParts, request: FastifyRequest, problem: Problem): Promise<void> {
  const { household, user: userId } = known.get(request) ?? {};
  if (problem.code !== 'AUTH_1005' || !household || !userId) return;
  const at = { household, actor: { kind: 'user', userId }, origin: originOf(request) } as const;
  try {
    await parts.opener.inHousehold(at, async (ctx) => {
      const { capability } = problem.details;
      const after = { capability, route: request.routeOptions.url, method: request.method };
      const about = { event: 'permission.denied', entity: 'route', ids: [], op: 'none' } as const;
      ctx.emit({ ...about, after, risk: 'medium', success: false });
      await Promise.resolve();
    });
  } catch (error) {
    parts.ground.log.error(
      { err: error, request: request.id },
      'a refusal could not be written to the audit',
    );
  }
}
