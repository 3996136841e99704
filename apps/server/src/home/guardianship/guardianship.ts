/** What grown-ups of a household decide for a child in it. */
import type { Id } from '@kinwise/core/ids';
import { rolesGrantableBy } from '@kinwise/core/capabilities';
import { happened } from '../../events.ts';
import { decidedByGuardian, setConsent, showConsents } from '../../identity/consents/consents.ts';
import type { ConsentChange, WireConsents } from '../../identity/consents/consents.schema.ts';
import { actorId } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { Problem, forbidden } from '../../platform/problems.ts';
import { showMember } from '../memberships/memberships.ts';
import type { WireMembership } from '../memberships/memberships.schema.ts';

export async function showChildConsents(ctx: HouseholdContext, membership: Id): Promise<WireConsents> {
  return await showConsents(ctx, (await child(ctx, membership)).user_id);
}

export async function setChildConsent(
  ctx: HouseholdContext,
  membership: Id,
  change: ConsentChange,
): Promise<WireConsents> {
  const by = actorId(ctx);
  if (by === undefined) throw forbidden('members.manage');
  const { user_id: user } = await child(ctx, membership);
  const consents = await setConsent(ctx, { user, by }, change);
  const { purpose, granted } = change;
  ctx.emit(
    happened('member.changed', { ids: [membership], after: { consent: purpose, granted }, risk: 'medium' }),
  );
  return consents;
}

/** Of others nobody decides but they themselves. */
async function child(ctx: HouseholdContext, membership: Id): Promise<WireMembership> {
  const member = await showMember(ctx, membership);
  if (member.status !== 'active' || !(await decidedByGuardian(ctx, member.user_id)))
    throw new Problem('AUTH_1030', 'Guardians decide for children only; everybody else for themselves.');
  if (!rolesGrantableBy(ctx.facts.role).includes(member.role)) throw forbidden('members.manage');
  return member;
}
