import { useEffect } from 'react';
import type { Address } from '../api/address.ts';
import { onWatch, send, type Watch } from '../api/session.ts';
import { deviceClock, instantText } from '../clock.ts';
import { appLock } from './app-lock.ts';
import { remember } from './device.ts';
import { sessionNow } from './session.ts';
import { useSessionOver } from './session-over.ts';
import { createStore, useStore } from './store.ts';

/**
 * Whether somebody sits here. Keys and pointers are the signs of it; the server is told once a minute at most, and it alone
 * says when the session is idle. Then the person is asked, and nothing on the screen is touched meanwhile.
 */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const SESSION: Address = 'session/';
const PING: Address = 'session/ping/';
const PING_EVERY_MS = 60_000;
/** Without signal nobody knows; so soon it is tried again. */
const AGAIN_MS = 30_000;

/** Until when the person may say that they are there; undefined while nobody asks. */
const askedUntil = createStore<number | undefined>(undefined);
let pingedAt = Number.NEGATIVE_INFINITY;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Once the session is over there is nothing left to ask, whoever found that out. */
export function useAskedUntil(): number | undefined {
  const until = useStore(askedUntil);
  const isOver = useSessionOver() !== undefined;
  useEffect(() => {
    if (isOver && until !== undefined) ask(undefined);
  }, [isOver, until]);
  return isOver ? undefined : until;
}

export function watchIdle(): void {
  onWatch(hear);
  for (const sign of SIGNS) window.addEventListener(sign, seen, { capture: true, passive: true });
  window.addEventListener('storage', ({ key }) => {
    // The person has answered in another tab.
    if (key === 'kw_active' && askedUntil.get() !== undefined) void look();
  });
}

/** The person is there. Rejects without signal. */
export async function stay(): Promise<void> {
  pingedAt = deviceClock.now();
  const response = await send(PING, { method: 'POST' });
  if (!response.ok) return over();
  remember('kw_active', instantText(pingedAt));
  const current = sessionNow();
  if (askedUntil.get() !== undefined && current.kind === 'someone') current.sync.poke();
  ask(undefined);
}

function seen(): void {
  const current = sessionNow();
  // Who types at the app lock may be anybody.
  if (askedUntil.get() !== undefined || current.kind !== 'someone' || appLock.get()?.shut) return;
  const since = deviceClock.now() - pingedAt;
  if ((since >= 0 && since < PING_EVERY_MS) || current.sync.status().signedOut) return;
  void stay().catch(() => undefined);
}

function hear({ remainingMs, graceMs }: Watch): void {
  const idle = remainingMs <= 0;
  if (idle) ask(deviceClock.now() + graceMs);
  wait(idle ? graceMs : remainingMs);
}

/** Asks the server: another tab may have told it meanwhile that somebody is there. */
async function look(): Promise<void> {
  if (sessionNow().kind !== 'someone') return ask(undefined);
  try {
    const response = await send(SESSION);
    if (!response.ok) return over();
    if (response.headers.get('X-Session-Remaining') !== '0') ask(undefined);
  } catch {
    // No signal: what was typed and what is queued is safe, and the question comes when the server is back.
    ask(undefined);
    wait(AGAIN_MS);
  }
}

/** The session has ended: the sync loop finds out, and the screen says so and keeps everything. */
function over(): void {
  ask(undefined);
  const current = sessionNow();
  if (current.kind === 'someone') current.sync.poke();
}

function wait(ms: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void look(), ms);
}

function ask(until: number | undefined): void {
  if (askedUntil.get() !== until) askedUntil.set(until);
}
