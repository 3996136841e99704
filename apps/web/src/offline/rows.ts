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
  const table = rowsOf(copy, entity);
  const known = await table.bulkGet(rows.map((row) => row.id));
  const fresh = rows.filter((row, index) => (known[index]?.version ?? -1) <= row.version);
  if (fresh.length === 0) return;
  await table.bulkPut(fresh as StoredRecord[]);
  if (entity !== 'transaction') return;
  const before = known.filter((row, index) => row && fresh.includes(rows[index] as StoredRecord));
  await recount(copy, before as StoredRecord[], fresh);
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
  row: PlainRow,
  version: number,
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
