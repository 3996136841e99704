import type { Address } from '../api/address.ts';
import { send } from '../api/session.ts';
import { deviceClock } from '../clock.ts';

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const PING: Address = 'session/ping/';
const EVERY_MS = 60_000;

let pingedAt = Number.NEGATIVE_INFINITY;

/** Tells the server, once a minute at most, that somebody sits here. Staff are idle after a quarter of an hour. */
export function tellPresence(): void {
  for (const sign of SIGNS) window.addEventListener(sign, seen, { capture: true, passive: true });
}

/** The person says so themselves, within the grace. False when the session is over. */
export async function stay(): Promise<boolean> {
  pingedAt = deviceClock.now();
  return (await send(PING, { method: 'POST' })).ok;
}

function seen(): void {
  if (deviceClock.now() - pingedAt < EVERY_MS) return;
  void stay().catch(() => undefined);
}
