/** Accounts that staff has locked: nobody signs in to them, and their API keys rest, until staff unlocks them. */
import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import { lockedSince } from './account-locks.store.ts';

export { deleteLock as unlockAccount, insertLock as lockAccount } from './account-locks.store.ts';

export async function isAccountLocked(ctx: OpenContext, user: Id): Promise<boolean> {
  return (await lockedSince(ctx, user)) !== undefined;
}

/** Refuses to begin a session. Whoever gets as far as this has shown who they are, and may know. */
export async function requireUnlocked(ctx: OpenContext, user: Id): Promise<void> {
  if (!(await isAccountLocked(ctx, user))) return;
  throw new Problem(
    'AUTH_1054',
    'The people who run this KinWise have locked this account. The mail about it says why.',
  );
}
