/** Who somebody is, for those who share a household with them. */
import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { notFound } from '../../platform/problems.ts';
import { listMembers } from '../memberships/memberships.ts';
import type { WireMembership } from '../memberships/memberships.schema.ts';

/** Somebody as the members of the household see them: their present membership before past ones. */
export async function showPerson(ctx: HouseholdContext, user: Id): Promise<WireMembership> {
  const theirs = (await listMembers(ctx)).filter((row) => row.user_id === user);
  const one = theirs.find((row) => row.status === 'active') ?? theirs.at(-1);
  if (!one) throw notFound('member');
  return one;
}

/** Tells devices that a member is called otherwise, or has another photo. What it is now, the log does not say. */
export async function tellProfile(ctx: HouseholdContext, of: { user: Id; what: string }): Promise<void> {
  const active = await listMembers(ctx, { status: 'active' });
  const ids = active.filter((member) => member.user_id === of.user).map((member) => member.id);
  if (ids.length > 0) ctx.emit(happened('member.profile_changed', { ids, after: { what: of.what } }));
}
