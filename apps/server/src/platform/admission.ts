/** Who comes in by another way than as a member: programs with an API key, and staff with a reason. */
import type { FastifyRequest } from 'fastify';
import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from './context.ts';
import type { BoundParts, KeyFacts, SignedIn } from './http.ts';
import { cookiesOf } from './cookies.ts';
import { keyNeedsOf } from './key-scopes.ts';
import { originOf } from './origin.ts';
import { Problem, notFound } from './problems.ts';
import type { HouseholdRoute, Route, Steps } from './routes.ts';
import { sentIn } from './sent.ts';

/** The one gate for API keys: signed where the key says so, and nothing beyond its scopes. Its owner's role is asked later. */
export async function admitKey(
  parts: BoundParts,
  route: Route,
  { request, key }: { request: FastifyRequest; key: KeyFacts },
): Promise<void> {
  if (key.isSigned) await parts.checkSignature(stepsOf(parts, request), key, sentIn(request));
  const needs = keyNeedsOf(route);
  if (needs === 'never')
    throw new Problem('AUTH_1042', 'This is for people who signed in themselves, and never for an API key.');
  const missing = needs.filter((scope) => !key.scopes.includes(scope));
  if (missing.length > 0)
    throw new Problem('AUTH_1041', `The API key needs ${missing.join(' and ')} for this.`, {
      extra: { missing_scopes: missing },
    });
  if (key.household !== undefined && route.access !== 'household')
    throw new Problem('AUTH_1042', 'This key may speak of one household, and this is about more than that.');
}

/**
 * Staff who look into a household with a reason: they read what a key could read, by a session that has shown its second
 * factor, and each look is written down before it is answered. Their transaction reads only, by the database's own rule.
 */
export async function admitStaff(
  parts: BoundParts,
  route: HouseholdRoute,
  by: { ctx: HouseholdContext; who: SignedIn; grant: Id },
): Promise<void> {
  const { ctx, who, grant } = by;
  if (who.key) throw notFound('household');
  await parts.requireStaff(ctx, who.actor, 'manager');
  if (route.method !== 'GET' || route.traced || keyNeedsOf(route) === 'never')
    throw new Problem(
      'AUTH_1053',
      'With a reason you may look into this household. This is more than looking.',
    );
  const look = { grant, staff: who.actor.userId, route: `${route.method} ${route.path}` };
  const at = { household: ctx.household, actor: { kind: 'system' }, origin: ctx.origin } as const;
  await parts.opener.inHousehold(at, async (inside) => {
    await parts.recordLook(inside, look);
  });
}

export function stepsOf(parts: BoundParts, request: FastifyRequest, signedIn?: Id): Steps {
  const origin = { ...originOf(request), cookies: cookiesOf(parts.ground, request.cookies) };
  return {
    ground: parts.ground,
    origin,
    step: async (work, user = signedIn) => await parts.opener.outside({ user, origin }, work),
  };
}
