import type { Clock } from '../clock.ts';
import type { LocalCopy } from './database.ts';

/** How long a lease of the fallback holds when its tab has died with it. */
const LEASE_MS = 30_000;

/**
 * Runs the work if no other tab is at it; says whether it ran. Browsers give locks to secure pages only; elsewhere a lease
 * in the database does the same, at the price of waiting it out after a crash.
 */
export async function alone(copy: LocalCopy, clock: Clock, work: () => Promise<void>): Promise<boolean> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  if (!locks) return withLease(copy, clock, work);
  return locks.request(`${copy.name}:sync`, { ifAvailable: true }, async (lock) => {
    if (!lock) return false;
    await work();
    return true;
  });
}

async function withLease(copy: LocalCopy, clock: Clock, work: () => Promise<void>): Promise<boolean> {
  const now = clock.now();
  const taken = await copy.transaction('rw', copy.facts, async () => {
    const until = (await copy.facts.get('lease'))?.value;
    // A lease far in the future comes from a clock that has jumped back; it binds nobody.
    if (typeof until === 'number' && until > now && until < now + 2 * LEASE_MS) return false;
    await copy.facts.put({ name: 'lease', value: now + LEASE_MS });
    return true;
  });
  if (!taken) return false;
  try {
    await work();
  } finally {
    await copy.facts.delete('lease');
  }
  return true;
}
