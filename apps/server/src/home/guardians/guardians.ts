/** Who looks after the children of a household that have no account of their own, and that somebody always does. */
import type { Id } from '@kinwise/core/ids';
import type { Role } from '@kinwise/core/capabilities';
import { sendLetter } from '../../identity/letters/letters.ts';
import type { Letter } from '../../identity/letters/letters.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import { countHomes, readGuardians, readWards } from './guardians.store.ts';

const GUARDIANS: readonly string[] = ['admin', 'parent'];
const WARDS: readonly Role[] = ['teen', 'child'];

export { readGuardians as guardiansOf, readHomesOfWard as homesOfWard } from './guardians.store.ts';

export async function wardsOf(ctx: HouseholdContext): Promise<ReadonlySet<Id>> {
  return new Set(await readWards(ctx));
}

/** A guardian stops being one: somebody else must be there for the children who cannot sign in by themselves. */
export async function requireAnotherGuardian(
  ctx: HouseholdContext,
  member: { user_id: Id; role: string },
): Promise<void> {
  if (!GUARDIANS.includes(member.role)) return;
  const others = (await readGuardians(ctx)).filter((one) => one.user_id !== member.user_id);
  if (others.length > 0 || (await readWards(ctx)).length === 0) return;
  throw new Problem(
    'BUSINESS_4008',
    'Children here have no account of their own, and nobody else could let them in. Make another member a parent or admin first, or give the children accounts of their own.',
  );
}

/** Somebody whom guardians look after cannot be in charge of anything: they could not even sign in by themselves. */
export async function requireOwnAccount(ctx: HouseholdContext, user: Id, role: Role): Promise<void> {
  if (WARDS.includes(role) || !(await wardsOf(ctx)).has(user)) return;
  throw new Problem(
    'BUSINESS_4001',
    'A child without an account of their own is a child or a teen. Give them an account of their own first.',
  );
}

/** The last household of a child without an account of their own: outside of it nobody could let them in any more. */
export async function requireAnotherHome(ctx: HouseholdContext, user: Id): Promise<void> {
  if (!(await wardsOf(ctx)).has(user) || (await countHomes(ctx, user)) > 1) return;
  throw new Problem(
    'BUSINESS_4008',
    'This child has no account of their own and belongs nowhere else. Give them an account of their own, or erase the child’s account.',
  );
}

/** Tells every guardian of the household. */
export async function tellGuardians(
  ctx: HouseholdContext,
  letterOf: (guardian: { name: string; home: string }) => Letter,
): Promise<void> {
  const home = ctx.ground.publicUrl();
  for (const { email, locale, first_name } of await readGuardians(ctx))
    sendLetter(ctx, { to: email, locale, letter: letterOf({ name: first_name, home }) });
}
