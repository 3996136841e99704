import { Dexie } from 'dexie';
import { type LocalCopy, rowsOf, type StoredRecord } from './database.ts';
import { ENTITY_NAMES, type EntityName, type PlainRow } from './entities.ts';

/** The tables that change together when the server speaks. Name them all in the transaction around these functions. */
export function serverTables(copy: LocalCopy) {
  return [...ENTITY_NAMES.map((name) => rowsOf(copy, name)), copy.tombstones, copy.tallies, copy.cursors];
}

/** Writes what the server said of rows, and keeps the tallies true. An older version never replaces a newer one. */
export async function putRows(
  copy: LocalCopy,
  entity: EntityName,
  rows: readonly StoredRecord[],
): Promise<void> {
  await writeRows(copy, entity, { rows, write: (fresh) => rowsOf(copy, entity).bulkPut([...fresh]) });
}

/**
 * As putRows, for the first load of a household: writes past Dexie's own accounts, which cost several times the writing.
 * Open queries do not hear of these rows one by one; they follow the tallies and the cursor, which change with each page.
 */
export async function seedRows(
  copy: LocalCopy,
  entity: EntityName,
  rows: readonly StoredRecord[],
): Promise<void> {
  const native = Dexie.currentTransaction?.idbtrans.objectStore(entity);
  const write = async (fresh: readonly StoredRecord[]) => {
    for (const row of fresh) native?.put(row);
  };
  await writeRows(copy, entity, { rows, write });
}

async function writeRows(
  copy: LocalCopy,
  entity: EntityName,
  {
    rows,
    write,
  }: { rows: readonly StoredRecord[]; write: (fresh: readonly StoredRecord[]) => Promise<unknown> },
): Promise<void> {
  const known = await rowsOf(copy, entity).bulkGet(rows.map((row) => row.id));
  const before: StoredRecord[] = [];
  const fresh: StoredRecord[] = [];
  rows.forEach((row, index) => {
    const old = known[index];
    if (old && old.version > row.version) return;
    fresh.push(row);
    if (old) before.push(old);
  });
  if (fresh.length === 0) return;
  await write(fresh);
  if (entity === 'transaction') await recount(copy, before, fresh);
}

/** Forgets rows that the server has deleted. */
export async function dropRows(copy: LocalCopy, entity: EntityName, ids: readonly string[]): Promise<void> {
  const table = rowsOf(copy, entity);
  if (entity === 'transaction') {
    const known = (await table.bulkGet([...ids])).filter((row) => row !== undefined);
    await recount(copy, known, []);
  }
  await table.bulkDelete([...ids]);
}

/** Forgets everything that the server said of a household. The outbox stays as it is. */
export async function forgetHousehold(copy: LocalCopy, household: string): Promise<void> {
  await copy.transaction('rw', serverTables(copy), async () => {
    for (const table of serverTables(copy)) await table.where('household').equals(household).delete();
  });
}

/** A wire row as it is stored. */
export function toRecord(
  entity: EntityName,
  household: string,
  { row, version }: { row: PlainRow; version: number },
): StoredRecord {
  const record = { id: String(row['id']), household, version, row };
  if (entity !== 'transaction' || row['deleted_at']) return record;
  return { ...record, day: String(row['occurred_on']), account: String(row['account_id']) };
}

async function recount(
  copy: LocalCopy,
  before: readonly StoredRecord[],
  after: readonly StoredRecord[],
): Promise<void> {
  const changes = new Map<string, { household: string; month: string; by: number }>();
  const note = (record: StoredRecord, by: number) => {
    if (record.day === undefined) return;
    const month = record.day.slice(0, 7);
    const key = `${record.household} ${month}`;
    const change = changes.get(key) ?? { household: record.household, month, by: 0 };
    changes.set(key, { ...change, by: change.by + by });
  };
  for (const record of before) note(record, -1);
  for (const record of after) note(record, 1);
  for (const { household, month, by } of changes.values()) {
    if (by === 0) continue;
    const count = ((await copy.tallies.get([household, month]))?.count ?? 0) + by;
    if (count > 0) await copy.tallies.put({ household, month, count });
    else await copy.tallies.delete([household, month]);
  }
}
