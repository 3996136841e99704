import { Dexie, type EntityTable, type Table } from 'dexie';
import { ENTITY_NAMES, type EntityName } from './entities.ts';
import type { StoredRow } from './fold.ts';
import type { Operation } from './operation.ts';

/** A stored transaction carries what its lists are ordered and narrowed by. No day: it lies in the trash. */
export type StoredRecord = StoredRow & { readonly day?: string; readonly account?: string };

/** A row that the server has deleted. It keeps a late answer from bringing the row back. */
export type Tombstone = { readonly id: string; readonly entity: EntityName; readonly household: string };

/** How many transactions a month has, so that a list knows its length without reading it. */
export type Tally = { readonly household: string; readonly month: string; readonly count: number };

export type Cursor = { readonly household: string; readonly cursor: string; readonly complete: boolean };

/** Small facts of this person on this device: who they are, the household in view, when the last sync was. */
export type Fact = { readonly name: string; readonly value: unknown };

/** The local copy of one person. Its name holds the user's id, so that two people on one tablet never share it. */
export type LocalCopy = Dexie & {
  readonly outbox: EntityTable<Operation, 'seq'>;
  readonly tombstones: Table<Tombstone, string>;
  readonly tallies: Table<Tally, [string, string]>;
  readonly cursors: Table<Cursor, string>;
  readonly facts: Table<Fact, string>;
};

const PREFIX = 'kinwise:';

export function openLocalCopy(userId: string): LocalCopy {
  const copy = new Dexie(PREFIX + userId, {
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
  }) as LocalCopy;
  const rows = Object.fromEntries(ENTITY_NAMES.map((name) => [name, 'id, household']));
  copy.version(3).stores({
    ...rows,
    transaction: 'id, household, [household+day+id], [household+account+day+id]',
    outbox: '++seq, &key, entityId, entity, state',
    tombstones: 'id, household',
    tallies: '[household+month], household',
    cursors: 'household',
    facts: 'name',
  });
  return copy;
}

/** The browser does not let a copy be kept: in some private windows, with storage turned off, or with no room left. */
export class UnkeptError extends Error {
  readonly why: 'refused' | 'full' | 'newer';

  constructor(cause: unknown) {
    super('The device keeps nothing.', { cause });
    this.why = whyUnkept(cause);
  }
}

function whyUnkept(cause: unknown): UnkeptError['why'] {
  const { name, inner } = (cause ?? {}) as { name?: string; inner?: unknown };
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'VersionError') return 'newer';
  return inner === undefined || inner === cause ? 'refused' : whyUnkept(inner);
}

/** Writes down whose copy this is, and so finds out whether there can be one. */
export async function keepMe(copy: LocalCopy, me: { readonly id: string }): Promise<void> {
  await writeFact(copy, 'me', me).catch((cause: unknown) => {
    throw new UnkeptError(cause);
  });
}

/** The table of one kind of rows. */
export function rowsOf(copy: LocalCopy, entity: EntityName): Table<StoredRecord, string> {
  return copy.table(entity);
}

export async function deleteLocalCopy(userId: string): Promise<void> {
  await Dexie.delete(PREFIX + userId);
}

export async function readFact<Value>(copy: LocalCopy, name: string): Promise<Value | undefined> {
  return (await copy.facts.get(name))?.value as Value | undefined;
}

export async function writeFact(copy: LocalCopy, name: string, value: unknown): Promise<void> {
  await copy.facts.put({ name, value });
}
