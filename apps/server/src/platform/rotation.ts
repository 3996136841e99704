/** Seals every sealed field anew with the newest key, so that an old key can be taken away. */
import type { Ground } from './context.ts';
import { keyIdOf, keyIds, newestKeyId, sealed, unsealed } from './encryption.ts';
import type { Feature, Sealed } from './feature.ts';

const BATCH = 200;

/** How many values of one place are sealed with one key. */
export type KeyUse = { readonly place: string; readonly keyId: string; readonly count: number };

/** What was done in one column; `unreadable` names rows whose key is gone or whose value was changed. */
export type Rotated = {
  readonly place: string;
  readonly done: number;
  readonly unreadable: readonly string[];
};

/**
 * Works row by row and commits each: it may be stopped and started again at any moment, and two at once do no harm,
 * because a value is replaced only where it is still the one that was read.
 */
export async function rotateSealed(ground: Ground, features: readonly Feature[]): Promise<Rotated[]> {
  const done: Rotated[] = [];
  for (const column of sealedColumns(features)) done.push(await rotateColumn(ground, column));
  return done;
}

/** Where each key is in use, the letters that wait in the queue included. */
export async function keyUses(ground: Ground, features: readonly Feature[]): Promise<KeyUse[]> {
  const uses: KeyUse[] = [];
  for (const { table, column } of sealedColumns(features)) {
    const { rows } = await ground.database.owner.query<{ key: string; count: string }>(
      `select split_part("${column}", '.', 1) as key, count(*)::text as count from "${table}"
       where "${column}" is not null group by 1 order by 1`,
    );
    uses.push(
      ...rows.map((row) => ({ place: `${table}.${column}`, keyId: row.key, count: Number(row.count) })),
    );
  }
  const { rows } = await ground.database.owner.query<{ key: string; count: string }>(
    `select split_part(payload ->> 'sealed', '.', 1) as key, count(*)::text as count
     from graphile_worker._private_jobs where payload ->> 'sealed' is not null group by 1 order by 1`,
  );
  uses.push(...rows.map((row) => ({ place: WAITING, keyId: row.key, count: Number(row.count) })));
  return uses;
}

/** What waits in the queue is sealed too. It leaves within minutes and is not sealed anew. */
export const WAITING = 'jobs that wait';

/** Why the keys are not as they should be, with the cure; undefined when every value is sealed with the newest. */
export async function staleKeys(ground: Ground, features: readonly Feature[]): Promise<string | undefined> {
  const newest = newestKeyId(ground);
  const readable = new Set(keyIds(ground));
  const lines = (await keyUses(ground, features))
    .filter(({ keyId, place }) => !readable.has(keyId) || (keyId !== newest && place !== WAITING))
    .map(({ place, keyId, count }) =>
      readable.has(keyId)
        ? `${place}: ${count} still sealed with ${keyId}; run kinwise keys rotate`
        : `${place}: ${count} sealed with ${keyId}, which is gone; put that key back into ENCRYPTION_KEYS`,
    );
  return lines.length === 0 ? undefined : lines.join('; ');
}

function sealedColumns(features: readonly Feature[]): Sealed[] {
  return features.flatMap((feature) => feature.sealed ?? []);
}

type SealedRow = { readonly value: string } & Readonly<Record<string, unknown>>;

async function rotateColumn(ground: Ground, at: Sealed): Promise<Rotated> {
  const unreadable: string[] = [];
  let done = 0;
  let after: SealedRow | undefined;
  for (;;) {
    const rows = await nextRows(ground, at, after);
    for (const row of rows) {
      const fresh = sealedAnew(ground, row.value);
      if (fresh === undefined) unreadable.push(nameOf(at, row));
      else if (await replace(ground, at, { row, fresh })) done += 1;
    }
    after = rows.at(-1);
    if (rows.length < BATCH) return { place: `${at.table}.${at.column}`, done, unreadable };
  }
}

/** The next rows that another key seals, in the order of their keys. */
async function nextRows(ground: Ground, at: Sealed, after: SealedRow | undefined): Promise<SealedRow[]> {
  const key = at.key.map((name) => `"${name}"`).join(', ');
  const beyond = after ? `and (${key}) > (${at.key.map((_name, index) => `$${index + 3}`).join(', ')})` : '';
  const { rows } = await ground.database.owner.query<SealedRow>(
    `select ${key}, "${at.column}" as value from "${at.table}"
     where "${at.column}" is not null and split_part("${at.column}", '.', 1) <> $1 ${beyond}
     order by ${key} limit $2`,
    [newestKeyId(ground), BATCH, ...(after ? keyValues(at, after) : [])],
  );
  return rows;
}

async function replace(
  ground: Ground,
  at: Sealed,
  change: { row: SealedRow; fresh: string },
): Promise<boolean> {
  const same = at.key.map((name, index) => `"${name}" = $${index + 3}`).join(' and ');
  const { rowCount } = await ground.database.owner.query(
    `update "${at.table}" set "${at.column}" = $1 where "${at.column}" = $2 and ${same}`,
    [change.fresh, change.row.value, ...keyValues(at, change.row)],
  );
  return rowCount === 1;
}

function sealedAnew(ground: Ground, value: string): string | undefined {
  if (!keyIds(ground).includes(keyIdOf(value))) return undefined;
  try {
    return sealed(ground, unsealed(ground, value));
  } catch {
    // The value does not fit its key: somebody changed it. It is told by its row, and left as it is.
    return undefined;
  }
}

function keyValues(at: Sealed, row: SealedRow): unknown[] {
  return at.key.map((name) => row[name]);
}

function nameOf(at: Sealed, row: SealedRow): string {
  return `${at.table} ${keyValues(at, row).map(String).join(' ')} (key ${keyIdOf(row.value)})`;
}
