/**
 * Locks after wrong passwords. A try is counted before its password is looked at, in a transaction that commits, so
 * that any number of tries at once are all counted. A name that nobody has is counted like any other.
 */
import { createHash } from 'node:crypto';
import type { Id } from '@kinwise/core/ids';
import { instant, millisecondsOf } from '../../platform/clock.ts';
import type { OpenContext } from '../../platform/context.ts';
import { addressKey } from '../../platform/limits.ts';
import { Problem } from '../../platform/problems.ts';
import { sendLetter } from '../letters/letters.ts';
import { goodUntil, issueToken, spend } from '../one-time/one-time.ts';
import { note } from '../security/security.ts';
import { nameKey, userById } from '../users/users.ts';
import type { User } from '../users/users.ts';
import { deleteCounters, holdCounter, readCounters, updateCounter } from './lockout.store.ts';
import type { CounterRow } from './lockout.store.ts';

const MINUTE_MS = 60_000;
const EVERYWHERE = '*';

export type Try =
  /** `isQuiet`: wrong tries with the other name of the account lock it. To say so would tell that they are of one person. */
  | { readonly locked: true; readonly untilMs: number; readonly isQuiet: boolean }
  /** `locking`: when this try is wrong, it was the last for so long. */
  | { readonly locked: false; readonly lockingMs: number | undefined };

/** How many wrong tries lock for how long at first, and for how long at most. */
export type LockRule = { readonly most: number; readonly firstMs: number; readonly longestMs: number };

/** What was guessed, and of whom; a name that nobody has is counted like any other. */
export type Guess = { readonly what: string } & (
  | { readonly user: Id }
  | { readonly user: Id | undefined; readonly name: string }
);

/** Counts a try of this name from this call's network, and tells whether it may be made. */
export async function countTry(ctx: OpenContext, name: string, user: User | undefined): Promise<Try> {
  const { LOCK_AFTER_FAILURES: most, LOCK_EVERYWHERE_AFTER_FAILURES: mostEverywhere } = ctx.ground.config;
  const named = await countBoth(ctx, hashedName(name), { most, mostEverywhere });
  const person = await countBoth(ctx, personKey(name, user), { most, mostEverywhere });
  if (named.locked) return named;
  if (person.locked) return { ...person, isQuiet: true };
  return { locked: false, lockingMs: person.lockingMs ?? named.lockingMs };
}

/**
 * Counts a guess that needs no password first, from this call's network and from all of them together: whoever guesses
 * locks the account where they sit, and only many of them lock it for its owner.
 */
export async function countGuessHere(
  ctx: OpenContext,
  of: Guess,
  at: { readonly most: number; readonly mostEverywhere: number },
): Promise<Try> {
  return await countBoth(ctx, guessKey(of), at);
}

/**
 * Counts a guess of something else than the password, for the account as a whole: who guesses codes knows the password
 * already, and may come from anywhere. Neither a right password nor a new one forgives these.
 */
export async function countGuess(ctx: OpenContext, of: Guess, most: number): Promise<Try> {
  return await countAt(ctx, { nameKey: guessKey(of), network: EVERYWHERE }, most);
}

export async function forgiveGuesses(ctx: OpenContext, of: Guess): Promise<void> {
  await deleteCounters(ctx, [guessKey(of)]);
}

/** The password was right: its tries are forgiven, under whichever name. */
export async function forgive(ctx: OpenContext, user: User): Promise<void> {
  await deleteCounters(ctx, keysOf(user), [networkOf(ctx), EVERYWHERE]);
}

/** Every lock of the user goes: the password was reset, or the link of the mail was used. */
export async function unlock(ctx: OpenContext, id: Id): Promise<void> {
  const user = await userById(ctx, id);
  if (user) await deleteCounters(ctx, keysOf(user));
}

export async function unlockByToken(ctx: OpenContext, token: string): Promise<void> {
  const user = await spend(ctx, 'unlock', token);
  await unlock(ctx, user);
  await note(ctx, { action: 'account.unlocked', user });
}

/** The try that locked was wrong: its owner, if there is one, hears of it by a job. The work is the same without one. */
export async function tellLocked(ctx: OpenContext, user: User | undefined, forMs: number): Promise<void> {
  const minutes = Math.round(forMs / MINUTE_MS);
  await note(ctx, { action: 'account.locked', user: user?.id, risk: 'medium', details: { minutes } });
  ctx.enqueue({ job: 'lockout.tell', payload: { user: user?.id ?? '', minutes } });
}

/** Sends the link that unlocks. */
export async function sendUnlockLink(
  ctx: OpenContext,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const user = payload['user'] === '' ? undefined : await userById(ctx, String(payload['user']));
  if (!user) return;
  const minutes = Number(payload['minutes']);
  const token = await issueToken(ctx, user.id, 'unlock');
  sendLetter(ctx, {
    to: user.email,
    locale: user.locale,
    letter: {
      kind: 'account_locked',
      name: user.first_name,
      minutes,
      link: `${ctx.ground.publicUrl()}/unlock?token=${token}`,
      good_until: goodUntil(ctx, 'unlock'),
    },
  });
}

/**
 * Whether signing in by this name would be refused as locked from this call's network, and until when. It looks at what was
 * tried under this very name and at nothing else, so that it says the same whoever has the name, and when that changes.
 */
export async function lockoutStatus(
  ctx: OpenContext,
  name: string,
): Promise<{ locked: boolean; locked_until: string | null }> {
  const until = await lockAt(ctx, hashedName(name));
  return until === undefined
    ? { locked: false, locked_until: null }
    : { locked: true, locked_until: instant(until) };
}

/** The lock on this name, or quietly on whoever has it, for this call's network; undefined when there is none. */
export async function lockOf(
  ctx: OpenContext,
  name: string,
  user: User | undefined,
): Promise<{ readonly untilMs: number; readonly isQuiet: boolean } | undefined> {
  const [named, person] = [await lockAt(ctx, hashedName(name)), await lockAt(ctx, personKey(name, user))];
  if (named !== undefined) return { untilMs: named, isQuiet: false };
  return person === undefined ? undefined : { untilMs: person, isQuiet: true };
}

async function lockAt(ctx: OpenContext, key: string): Promise<number | undefined> {
  const rows = await readCounters(ctx, key, [networkOf(ctx), EVERYWHERE]);
  const until = Math.max(0, ...rows.map((row) => lockedUntil(row)));
  return until > ctx.nowMs ? until : undefined;
}

/** What everybody hears whose try is not looked at, whether the password was right or the name exists. */
export function lockedProblem(untilMs: number, nowMs: number): Problem {
  const retryAfterSeconds = Math.ceil((untilMs - nowMs) / 1000);
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return new Problem(
    'AUTH_1007',
    `There were too many wrong passwords. Wait ${minutes} minutes, use the link in the mail, or set a new password.`,
    { retryAfterSeconds },
  );
}

/** The state after one more try, and what the try may do. */
export function judged(row: CounterRow, nowMs: number, rule: LockRule): { row: CounterRow; verdict: Try } {
  const untilMs = lockedUntil(row);
  const total = row.total + 1;
  const last_at = instant(nowMs);
  if (untilMs > nowMs)
    return { row: { ...row, total, last_at }, verdict: { locked: true, untilMs, isQuiet: false } };
  const quiet = nowMs - Math.max(untilMs, millisecondsOf(row.last_at)) > rule.longestMs;
  const locks = quiet ? 0 : row.locks;
  const failures = (quiet ? 0 : row.failures) + 1;
  if (failures < rule.most) {
    const counted = { failures, total, locks, locked_until: null, last_at };
    return { row: counted, verdict: { locked: false, lockingMs: undefined } };
  }
  const lockingMs = Math.min(rule.firstMs * 2 ** locks, rule.longestMs);
  const counted = {
    failures: 0,
    total,
    locks: locks + 1,
    locked_until: instant(nowMs + lockingMs),
    last_at,
  };
  return { row: counted, verdict: { locked: false, lockingMs } };
}

/** From one network few, so that a stranger locks nobody out at home; from all together more. */
async function countBoth(
  ctx: OpenContext,
  nameKey: string,
  { most, mostEverywhere }: { readonly most: number; readonly mostEverywhere: number },
): Promise<Try> {
  const here = await countAt(ctx, { nameKey, network: networkOf(ctx) }, most);
  const everywhere = await countAt(ctx, { nameKey, network: EVERYWHERE }, mostEverywhere);
  if (here.locked) return here;
  if (everywhere.locked) return everywhere;
  return { locked: false, lockingMs: here.lockingMs ?? everywhere.lockingMs };
}

async function countAt(
  ctx: OpenContext,
  at: { nameKey: string; network: string },
  most: number,
): Promise<Try> {
  const { LOCK_FIRST_MINUTES, LOCK_LONGEST_MINUTES } = ctx.ground.config;
  const rule = { most, firstMs: LOCK_FIRST_MINUTES * MINUTE_MS, longestMs: LOCK_LONGEST_MINUTES * MINUTE_MS };
  const { row, verdict } = judged(await holdCounter(ctx, at), ctx.nowMs, rule);
  await updateCounter(ctx, at, row);
  return verdict;
}

function lockedUntil(row: CounterRow): number {
  return row.locked_until === null ? 0 : millisecondsOf(row.locked_until);
}

/** Whoever has the name, under whichever of their names; of a name that nobody has, the name itself. */
function personKey(name: string, user: User | undefined): string {
  return `who:${user?.id ?? hashedName(name)}`;
}

function keysOf(user: User): string[] {
  const names = [user.email, ...(user.username === null ? [] : [user.username])];
  return [`who:${user.id}`, ...names.map(hashedName)];
}

function hashedName(name: string): string {
  return createHash('sha256').update(nameKey(name)).digest('base64url');
}

function guessKey(of: Guess): string {
  const who = 'name' in of ? (of.user ?? hashedName(of.name)) : of.user;
  return `${of.what}:${who}`;
}

function networkOf(ctx: OpenContext): string {
  return addressKey(ctx.origin.ip ?? 'unknown');
}
