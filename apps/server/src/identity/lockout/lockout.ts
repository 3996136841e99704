/**
 * Locks after wrong passwords. A try is counted before its password is looked at, in a transaction that commits, and is
 * open until it has turned out right or wrong, so that any number of tries at once are all counted. A name that nobody
 * has is counted like any other.
 */
import { createHash } from 'node:crypto';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { instant } from '../../platform/clock.ts';
import type { OpenContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import type { Steps } from '../../platform/routes.ts';
import { spoken } from '../../platform/waits.ts';
import {
  bothNetworks,
  closeAt,
  countAt,
  holdAt,
  failAt,
  forgiveAt,
  holdAll,
  letCome,
  lockAmong,
  placesOf,
  readLocks,
} from '../counters/counters.ts';
import type { Place } from '../counters/counters.ts';
import { sendLetter } from '../letters/letters.ts';
import { goodUntil, issueToken, spend } from '../one-time/one-time.ts';
import { note } from '../security/security.ts';
import type { Verdict } from '../tries/tries.ts';
import { inTurn, wakeTurn } from '../turns/turns.ts';
import { nameKey, userById } from '../users/users.ts';
import type { User } from '../users/users.ts';

const MINUTE_MS = 60_000;

/** What is guessed when somebody signs in by a code in a mail. */
export const MAIL_CODES = 'mail_codes';

/** A password that somebody tries. */
export type Try =
  /** It is looked at, and its counters wait for the outcome. */
  | { readonly kind: 'open'; readonly id: Id; readonly places: readonly Place[] }
  /**
   * Wrong tries with the other name of the account lock it: right or wrong, it is told that it is wrong, and counts so.
   * To say more would tell that both names are of one person.
   */
  | { readonly kind: 'quiet'; readonly id: Id; readonly places: readonly Place[] }
  | { readonly kind: 'locked'; readonly untilMs: number }
  | { readonly kind: 'slow'; readonly untilMs: number }
  /** As many are being looked at as may be wrong: it is asked again when one of them has ended. */
  | { readonly kind: 'busy' };

/** A try that is looked at. */
export type OpenTry = Extract<Try, { places: unknown }>;

/** What was guessed, and of whom; a name that nobody has is counted like any other. */
export type Guess = { readonly what: string } & (
  | { readonly user: Id }
  | { readonly user: Id | undefined; readonly name: string }
);

/**
 * Counts a try of this name from this call's network by `begin`, when it is its turn, and does the work if the password may
 * be looked at. While it is being looked at no transaction is open.
 */
export async function tryPassword<B extends { readonly attempt: Try }, R>(
  steps: Steps,
  { name, begin }: { name: string; begin: (ctx: OpenContext) => Promise<B> },
  work: (begun: B & { readonly attempt: OpenTry }) => Promise<R>,
): Promise<R> {
  const key = hashedName(name);
  const begun = await inTurn(steps.ground, key, async () => {
    const answer = await steps.step(begin);
    return answer.attempt.kind === 'busy' ? undefined : answer;
  });
  const { attempt } = begun;
  const nowMs = steps.ground.clock.nowMs();
  if (attempt.kind === 'locked') throw lockedProblem(attempt.untilMs, nowMs);
  if (attempt.kind === 'slow') throw slowProblem(attempt.untilMs, nowMs);
  if (attempt.kind === 'busy') throw new Error('a try went on before its turn');
  try {
    return await work({ ...begun, attempt });
  } finally {
    wakeTurn(steps.ground, key);
  }
}

/** Counts a try of this name from this call's network, and tells whether its password may be looked at. */
export async function countTry(ctx: OpenContext, name: string, user: User | undefined): Promise<Try> {
  const id = newId();
  const held = await holdAll(ctx, { name: hashedName(name), person: personKey(name, user) });
  const named = held.filter(({ isNamed }) => isNamed);
  const person = held.filter(({ isNamed }) => !isNamed);
  const lock = lockAmong(named);
  const isBusy = held.some(({ standing }) => standing.kind === 'busy');
  const slow = named.find(({ standing }) => standing.kind === 'slow')?.standing;
  const isQuiet = lockAmong(person) !== undefined;
  const opened = lock !== undefined || isBusy || slow ? [] : isQuiet ? named : held;
  for (const one of held) {
    const isOpened = opened.includes(one);
    await letCome(ctx, one, {
      isCounted: isOpened || one.standing.kind === 'locked',
      ...(isOpened && { id }),
    });
  }
  if (lock !== undefined) return { kind: 'locked', untilMs: lock };
  if (isBusy) return { kind: 'busy' };
  if (slow?.kind === 'slow') return slow;
  return { kind: isQuiet ? 'quiet' : 'open', id, places: opened.map(({ place }) => place) };
}

/** The password was wrong; answers for how long that locks, where it does. */
export async function failTry(ctx: OpenContext, attempt: OpenTry): Promise<number | undefined> {
  const lockingMs = await failAt(ctx, attempt.places, attempt.id);
  return attempt.kind === 'quiet' ? undefined : lockingMs;
}

/** Looks at the password. When it cannot be looked at, nobody has learned anything, and the try is as if it had not been. */
export async function lookedAt<T>(steps: Steps, attempt: OpenTry, look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    await steps.step(async (ctx) => {
      await closeAt(ctx, attempt.places, attempt.id);
    });
    throw error;
  }
}

/**
 * Counts a guess that needs no password first, from this call's network and from all of them together: whoever guesses
 * locks the account where they sit, and only many of them lock it for its owner.
 */
export async function countGuessHere(
  ctx: OpenContext,
  of: Guess,
  at: { readonly most: number; readonly mostEverywhere: number },
): Promise<Verdict> {
  const key = guessKey(of);
  const [network, all] = bothNetworks(ctx);
  // In the order in which they are forgiven.
  const everywhere = await countAt(ctx, { nameKey: key, network: all }, at.mostEverywhere);
  const here = await countAt(ctx, { nameKey: key, network }, at.most);
  if (here.locked) return here;
  if (everywhere.locked) return everywhere;
  return { locked: false, lockingMs: here.lockingMs ?? everywhere.lockingMs };
}

/**
 * Counts a guess of something else than the password, for the account as a whole: who guesses codes knows the password
 * already, and may come from anywhere. Neither a right password nor a new one forgives these.
 */
export async function countGuess(ctx: OpenContext, of: Guess, most: number): Promise<Verdict> {
  return await countAt(ctx, { nameKey: guessKey(of), network: bothNetworks(ctx)[1] }, most);
}

/** Lets others who count or forgive such guesses wait until the commit: whoever holds more than counters begins with them. */
export async function holdGuesses(ctx: OpenContext, of: Guess): Promise<void> {
  await holdAt(ctx, { nameKey: guessKey(of), network: bothNetworks(ctx)[1] });
}

export async function forgiveGuesses(ctx: OpenContext, of: Guess): Promise<void> {
  await forgiveAt(ctx, await placesOf(ctx, [guessKey(of)]));
}

/** The password was right: its tries are forgiven, under whichever name. */
export async function forgive(ctx: OpenContext, user: User, attempt: OpenTry): Promise<void> {
  await forgiveAt(ctx, await placesOf(ctx, keysOf(user), bothNetworks(ctx)), attempt.id);
}

/**
 * Every lock of the user goes, after wrong passwords and after wrong codes of mails: the password was reset, the link of the
 * mail was used, or staff saw to it. Who guesses at either reads no mails.
 */
export async function unlock(ctx: OpenContext, id: Id): Promise<void> {
  const user = await userById(ctx, id);
  if (!user) return;
  const keys = [...keysOf(user), guessKey({ what: MAIL_CODES, user: id })];
  await forgiveAt(ctx, await placesOf(ctx, keys));
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
  const until = Math.max(0, ...(await readLocks(ctx, key, bothNetworks(ctx))));
  return until > ctx.nowMs ? until : undefined;
}

/** What everybody hears whose try is not looked at, whether the password was right or the name exists. */
export function lockedProblem(untilMs: number, nowMs: number): Problem {
  const retryAfterSeconds = Math.ceil((untilMs - nowMs) / 1000);
  return new Problem(
    'AUTH_1007',
    `There were too many wrong passwords. Wait ${spoken(retryAfterSeconds)}, use the link in the mail, or set a new password.`,
    { retryAfterSeconds },
  );
}

/** The same words whether the name exists. Nobody waits here: whoever comes too early is told when to come. */
function slowProblem(untilMs: number, nowMs: number): Problem {
  const retryAfterSeconds = Math.ceil((untilMs - nowMs) / 1000);
  return new Problem(
    'RATE_LIMIT_6001',
    `There were wrong passwords just now. Wait ${spoken(retryAfterSeconds)} and try again.`,
    { retryAfterSeconds, extra: { limit: 'wrong_password' } },
  );
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
