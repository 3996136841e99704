import { deviceClock } from '../../../clock.ts';
import { LOCK_MARK } from '../../../shell/app-lock.ts';
import { recall, remember } from '../../../shell/device.ts';

/**
 * What all tabs of this device know of one person's lock. It lies where a page finds it before anything else, and where a
 * change in one tab is told to the others: that is how they lock and open together.
 */
export const MINUTES = ['1', '5', '15'] as const;
export type Minutes = (typeof MINUTES)[number];

const SHUT = 'kw_lock_shut:';
const USED = 'kw_lock_used:';
/** Set aside by the way past the lock: the next full sign-in takes it off. */
const ASIDE = 'aside';
const USED_EVERY_MS = 5000;
/** A clock that was set back makes the last use look as if it were to come; more than this is not believed. */
const AHEAD_MS = 60_000;
/** A page that was left this long ago comes back by being loaded anew; one that comes later was closed. */
const RELOAD_MS = 10_000;
const LEFT = 'kw_lock_left';

export function minutesOf(user: string): Minutes | 'aside' | undefined {
  const mark = recall(LOCK_MARK + user);
  if (mark === undefined) return undefined;
  // What nobody understands locks as the strictest does.
  return mark === ASIDE ? ASIDE : (MINUTES.find((one) => one === mark) ?? '1');
}

export function keepMinutes(user: string, minutes: Minutes): void {
  remember(USED + user, String(deviceClock.now()));
  remember(LOCK_MARK + user, minutes);
}

export function setAside(user: string): void {
  remember(LOCK_MARK + user, ASIDE);
}

/** As if there had never been a lock. */
export function forgetMarks(user: string): void {
  for (const name of [LOCK_MARK, SHUT, USED]) remember(name + user, undefined);
}

export function isShut(user: string): boolean {
  return recall(SHUT + user) !== undefined;
}

export function markShut(user: string): void {
  remember(SHUT + user, 'yes');
}

export function markOpen(user: string): void {
  remember(USED + user, String(deviceClock.now()));
  remember(SHUT + user, undefined);
}

/** Somebody uses the app; written down every few seconds at most. */
export function markUsed(user: string): void {
  const since = deviceClock.now() - Number(recall(USED + user));
  if (!(since >= 0 && since < USED_EVERY_MS)) remember(USED + user, String(deviceClock.now()));
}

/** Milliseconds until nobody has used it for too long; zero when it is time, or when nobody can tell. */
export function leftMs(user: string): number {
  const minutes = minutesOf(user);
  const since = deviceClock.now() - Number(recall(USED + user) ?? Number.NaN);
  if (minutes === undefined || minutes === ASIDE || !(since >= -AHEAD_MS)) return 0;
  return Math.max(0, Number(minutes) * 60_000 - since);
}

/** Whether this key of the store is about the lock of this person. */
export function isAbout(key: string | null, user: string): boolean {
  return [LOCK_MARK, SHUT].some((name) => key === name + user);
}

/** This tab goes away, open as it is: for a reload, as far as it can know. */
export function markLeft(): void {
  sessionStorage.setItem(LEFT, String(deviceClock.now()));
}

/** Whether this tab was open and has just been loaded anew. */
export function hasJustLeft(): boolean {
  const left = sessionStorage.getItem(LEFT);
  sessionStorage.removeItem(LEFT);
  const since = deviceClock.now() - Number(left ?? Number.NaN);
  return since >= 0 && since < RELOAD_MS;
}

/** Whether this browser, at this address, has what the lock is made of. */
export function canLock(): boolean {
  try {
    localStorage.getItem(LOCK_MARK);
  } catch {
    return false;
  }
  const { navigator, crypto } = globalThis;
  return globalThis.isSecureContext && 'locks' in navigator && 'subtle' in crypto;
}
