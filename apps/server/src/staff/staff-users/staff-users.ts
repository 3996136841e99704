/** Accounts, as staff see them: how they stand, never what is in their households. */
import type { Id } from '@kinwise/core/ids';
import { reachesStaff } from '@kinwise/core/staff';
import { lockAccount, unlockAccount } from '../../identity/account-locks/account-locks.ts';
import { factorsFor } from '../../identity/factors/factors.ts';
import { sendLetter } from '../../identity/letters/letters.ts';
import { forgiveGuesses, unlock } from '../../identity/lockout/lockout.ts';
import { endSessions, listSessions } from '../../identity/sessions/sessions.ts';
import { requireNewPassword } from '../../identity/password-marks/password-marks.ts';
import { recordAct } from '../../identity/staff-acts/staff-acts.ts';
import type { Act, StaffAction } from '../../identity/staff-acts/staff-acts.ts';
import { staffRoleOf } from '../../identity/staff-members/staff-members.ts';
import { holdUser, updateUser, userById } from '../../identity/users/users.ts';
import type { UserContext } from '../../platform/context.ts';
import type { Tier } from '../../platform/http.ts';
import { limitOf } from '../../platform/limits.ts';
import { pageByTime } from '../../platform/lists.ts';
import { Problem, stale } from '../../platform/problems.ts';
import { homesOf } from '../staff-households/staff-households.ts';
import { sought } from '../sought/sought.ts';
import { accountOnTheWire } from './staff-users.schema.ts';
import type { AccountsQuery, WireAccountPage } from './staff-users.schema.ts';
import { countKeys, lockedUntil, readAccounts } from './staff-users.store.ts';

const SORT = '-created_at';

export async function listAccounts(ctx: UserContext, query: AccountsQuery) {
  const { q, state } = query;
  const { rows, meta } = await pageByTime(ctx.ground, query, {
    sort: SORT,
    filters: { q, state },
    by: 'created_at',
    read: async (from, limit) => await readAccounts(ctx, { ...sought(q), state, from, limit }),
  });
  return { results: rows.map(accountOnTheWire), _meta: meta };
}

export async function showAccount(ctx: UserContext, id: Id): Promise<WireAccountPage> {
  const [row] = await readAccounts(ctx, { one: id, limit: 1 });
  if (!row) throw noSuchAccount();
  return {
    ...accountOnTheWire(row),
    email_verified_at: row.email_verified_at,
    tier: row.tier,
    locked_at: row.locked_at,
    sign_in_locked_until: (await lockedUntil(ctx, id)) ?? null,
    deletion_due_at: row.deletion_due_at,
    factors: await factorsFor(ctx, id),
    sessions: (await listSessions(ctx, { user: id, current: undefined })).length,
    api_keys: await countKeys(ctx, id),
    households: await homesOf(ctx, id),
  };
}

/** Nobody signs in any more, sessions end and API keys rest, until staff unlocks it. */
export async function lock(ctx: UserContext, id: Id, reason: string): Promise<WireAccountPage> {
  await begin(ctx, id);
  if (!(await lockAccount(ctx, id))) throw new Problem('RESOURCE_3005', 'The account is locked already.');
  await endSessions(ctx, { user: id, reason: 'staff', byOther: true });
  return await done(ctx, { id, reason, action: 'account.locked', letter: 'staff_locked', path: '/terms' });
}

/** Takes away both locks: the one of staff, and those after wrong passwords and codes. */
export async function unlockByStaff(ctx: UserContext, id: Id, reason: string): Promise<WireAccountPage> {
  await begin(ctx, id);
  const wasLocked = await unlockAccount(ctx, id);
  if (!wasLocked && (await lockedUntil(ctx, id)) === undefined)
    throw new Problem('RESOURCE_3005', 'The account is not locked.');
  await unlock(ctx, id);
  await forgiveGuesses(ctx, { what: 'codes', user: id });
  return await done(ctx, {
    id,
    reason,
    action: 'account.unlocked',
    letter: 'staff_unlocked',
    path: '/sign-in',
  });
}

export async function signOut(ctx: UserContext, id: Id, reason: string): Promise<WireAccountPage> {
  await begin(ctx, id);
  await endSessions(ctx, { user: id, reason: 'staff', byOther: true });
  return await done(ctx, {
    id,
    reason,
    action: 'sessions.ended',
    letter: 'staff_signed_out',
    path: '/sign-in',
  });
}

/** Whoever signs in next chooses a new password, before anything else. */
export async function requirePassword(ctx: UserContext, id: Id, reason: string): Promise<WireAccountPage> {
  await begin(ctx, id);
  const user = await userById(ctx, id);
  if (!user || user.password_hash === null)
    throw new Problem('RESOURCE_3005', 'This account has no password that could be changed.');
  await requireNewPassword(ctx, user, true);
  const letter = { letter: 'staff_password', path: '/sign-in' } as const;
  return await done(ctx, { id, reason, action: 'password.required', ...letter });
}

/** How many calls they may make: the nodes hear of it within a second, as they do of sessions. */
export async function giveTier(
  ctx: UserContext,
  id: Id,
  { tier, reason }: { tier: Tier; reason: string },
): Promise<WireAccountPage> {
  await begin(ctx, id);
  const user = await userById(ctx, id);
  if (!user || user.tier === tier) throw new Problem('RESOURCE_3005', `The account is ${tier} already.`);
  if (!(await updateUser(ctx, user, { tier }))) throw stale(await showAccount(ctx, id));
  await record(ctx, id, { action: 'tier.given', reason, details: { after: tier } });
  const calls = limitOf(ctx.ground, tier === 'premium' ? 'api_premium' : 'api').most;
  const link = `${ctx.ground.publicUrl()}/`;
  const letter = { kind: 'staff_tier', name: user.first_name, link, reason, tier, calls } as const;
  sendLetter(ctx, { to: user.email, locale: user.locale, letter });
  return await showAccount(ctx, id);
}

/** Nobody acts on themselves, and only a superadmin acts on staff. */
async function begin(ctx: UserContext, id: Id): Promise<void> {
  const user = await userById(ctx, id);
  if (!user) throw noSuchAccount();
  if (id === ctx.actor.userId)
    throw new Problem('BUSINESS_4001', 'This is your own account. Use Settings, Security.');
  const [mine, theirs] = [await staffRoleOf(ctx, ctx.actor.userId), await staffRoleOf(ctx, id)];
  if (theirs !== undefined && !(mine && reachesStaff(mine, 'superadmin')))
    throw new Problem('AUTH_1052', 'This person is staff. Only a superadmin acts on staff.', {
      extra: { needs: 'superadmin' },
    });
  // Of a sign-in at the same moment, this sees the session, or the sign-in sees what this does.
  await holdUser(ctx, id);
}

type Done = {
  readonly id: Id;
  readonly reason: string;
  readonly action: StaffAction;
  readonly letter: 'staff_locked' | 'staff_unlocked' | 'staff_signed_out' | 'staff_password';
  readonly path: string;
};

async function done(ctx: UserContext, { id, reason, action, letter, path }: Done): Promise<WireAccountPage> {
  await record(ctx, id, { action, reason });
  const user = await userById(ctx, id);
  if (user) {
    const link = `${ctx.ground.publicUrl()}${path}`;
    const told = { kind: letter, name: user.first_name, link, reason };
    sendLetter(ctx, { to: user.email, locale: user.locale, letter: told });
  }
  return await showAccount(ctx, id);
}

async function record(
  ctx: UserContext,
  id: Id,
  act: Pick<Act, 'action' | 'reason' | 'details'>,
): Promise<void> {
  const staff = ctx.actor.userId;
  await recordAct(ctx, { ...act, staff, role: await staffRoleOf(ctx, staff), user: id });
}

function noSuchAccount(): Problem {
  return new Problem('RESOURCE_3001', 'There is no such account.');
}
