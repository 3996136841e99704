import { type LocalCopy, openLocalCopy, readFact, writeFact } from '../../../offline/database.ts';
import type { KeptPasskey } from './assertion.ts';
import { askLockPasskey } from './lock-passkey.ts';
import { isPin, type KeptPin } from './pin-hash.ts';
import {
  byThisClock,
  NO_TRIES,
  oneMore,
  type Tries,
  TRIES_MOST,
  tryStanding,
  type TryStanding,
} from './tries.ts';

/** What opens the lock of this device, and how often it was tried in vain. It lies in the person's own copy and goes with it. */
export type LockRecord = { readonly way: KeptPin | KeptPasskey; readonly tries: Tries };

export type TryAnswer =
  | { readonly kind: 'right' }
  /** `left`: how often one may try before the device signs out. */
  | { readonly kind: 'wrong'; readonly left: number; readonly untilMs: number | undefined }
  | Exclude<TryStanding, { kind: 'open' }>
  /** The browser has thrown the copy away, and the lock with it. */
  | { readonly kind: 'gone' };

const FACT = 'app_lock';

/** Opens the copy of the person for one piece of work: while the lock is shut nobody else may have it open. */
export async function withCopy<Value>(
  user: string,
  work: (copy: LocalCopy) => Promise<Value>,
): Promise<Value> {
  const copy = openLocalCopy(user);
  try {
    return await work(copy);
  } finally {
    copy.close();
  }
}

export async function readLock(copy: LocalCopy): Promise<LockRecord | undefined> {
  return await readFact<LockRecord>(copy, FACT);
}

export async function keepLock(copy: LocalCopy, way: LockRecord['way']): Promise<void> {
  await writeFact(copy, FACT, { way, tries: NO_TRIES } satisfies LockRecord);
}

export async function dropLock(copy: LocalCopy): Promise<void> {
  await copy.facts.delete(FACT);
}

/**
 * Tries a PIN. It counts as wrong before it is looked at, in a transaction that all tabs share: neither a reload nor many
 * tabs at once get a try for nothing.
 */
export async function tryPin(copy: LocalCopy, pin: string, nowMs: number): Promise<TryAnswer> {
  const counted = await countTry(copy, nowMs);
  if (counted.kind !== 'counted') return counted;
  const { way, tries } = counted.record;
  if (way.kind === 'pin' && (await isPin(pin, way))) {
    await change(copy, (record) => ({ ...record, tries: NO_TRIES }));
    return { kind: 'right' };
  }
  const standing = tryStanding(tries, nowMs);
  if (standing.kind === 'out') return standing;
  const untilMs = standing.kind === 'waiting' ? standing.untilMs : undefined;
  return { kind: 'wrong', left: TRIES_MOST - tries.failures, untilMs };
}

/** Asks for the passkey of the lock. It cannot be guessed, so nothing is counted but its own uses. */
export async function tryPasskey(copy: LocalCopy): Promise<boolean> {
  const way = (await readLock(copy))?.way;
  if (way?.kind !== 'passkey') return false;
  const counter = await askLockPasskey(way);
  if (counter === undefined) return false;
  await change(copy, (record) =>
    record.way.kind === 'passkey' ? { ...record, way: { ...way, counter } } : record,
  );
  return true;
}

type Counted = { readonly kind: 'counted'; readonly record: LockRecord };

async function countTry(
  copy: LocalCopy,
  nowMs: number,
): Promise<Counted | Exclude<TryAnswer, { kind: 'right' | 'wrong' }>> {
  return await copy.transaction('rw', copy.facts, async () => {
    const record = await readLock(copy);
    if (!record) return { kind: 'gone' } as const;
    const before = byThisClock(record.tries, nowMs);
    const standing = tryStanding(before, nowMs);
    const tries = standing.kind === 'open' ? oneMore(before, nowMs) : before;
    await writeFact(copy, FACT, { ...record, tries });
    return standing.kind === 'open' ? ({ kind: 'counted', record: { ...record, tries } } as const) : standing;
  });
}

async function change(copy: LocalCopy, to: (record: LockRecord) => LockRecord): Promise<void> {
  await copy.transaction('rw', copy.facts, async () => {
    const record = await readLock(copy);
    if (record) await writeFact(copy, FACT, to(record));
  });
}
