/** Taking people and households out of the database for good. Runs as the owner, in one transaction. */
import type { Id } from '@kinwise/core/ids';
import type pg from 'pg';
import { instant } from './clock.ts';
import type { Ground, JobRequest } from './context.ts';
import { personalData } from './privacy.ts';

/**
 * What the audit is made of stays, without what it told; `change_counters` holds the end of its chain, and
 * `organisation_times` how long it is kept.
 */
const OF_AUDIT = ['audit_entries', 'audit_subjects', 'audit_seals', 'change_counters', 'organisation_times'];

export type WaitingJob = { readonly task: string; readonly payload: Readonly<Record<string, unknown>> };

export type Erasure = {
  readonly user: Id;
  /** Whether a job that waits tells something of the person. */
  readonly isAbout: (job: WaitingJob) => boolean;
  /** Queued in the same commit. */
  readonly afterwards: readonly JobRequest[];
};

/**
 * Erases what is one person's own: rows that are private to them, households that are nobody else's, and whatever features
 * say in `eraseSql`. Refuses while the person is an active member beside others: they have to be led out first.
 */
export async function erasePerson(
  ground: Ground,
  { user, isAbout, afterwards }: Erasure,
): Promise<'erased' | 'still_member'> {
  return await asOwner(ground, async (client) => {
    const homes = await homesOf(client, user);
    if (homes.some((home) => home.others > 0)) return 'still_member';
    // First of all: it looks for the address, and for the households that the person was in or invited to.
    await client.query('select kinwise.forget_in_audit($1), kinwise.forget_files_in_audit($1)', [user]);
    const tables = await tablesInOrder(client);
    for (const { id } of homes) await removeHousehold(client, tables, id);
    for (const { name } of tables.filter((table) => table.isPrivate))
      await client.query(`delete from ${name} where private_to = $1`, [user]);
    const place = new Map(tables.map(({ name }, at) => [name, at]));
    const steps = personalData(ground)
      .flatMap(({ table, eraseSql }) => (eraseSql === undefined ? [] : [{ table, eraseSql }]))
      .sort((a, b) => (place.get(a.table) ?? 0) - (place.get(b.table) ?? 0));
    await dropJobs(client, isAbout);
    const now = instant(ground.clock.nowMs());
    for (const { eraseSql } of steps)
      await client.query(eraseSql, eraseSql.includes('$2') ? [user, now] : [user]);
    for (const { job, payload } of afterwards)
      await client.query('select kinwise.enqueue($1, $2, null, null)', [job, JSON.stringify(payload)]);
    return 'erased';
  });
}

/** Removes everything of a household that was deleted before; what its audit told goes as well, its chain holds. */
export async function eraseHousehold(ground: Ground, household: Id): Promise<void> {
  await asOwner(ground, async (client) => {
    const { rowCount } = await client.query(
      'select from households where id = $1 and deleted_at is not null for update',
      [household],
    );
    if (rowCount) await removeHousehold(client, await tablesInOrder(client), household);
  });
}

type Home = { readonly id: Id; readonly others: number };

/** The households that the person is active in, or was when they were deleted. Nobody can join them until the end. */
async function homesOf(client: pg.PoolClient, user: Id): Promise<Home[]> {
  const { rows } = await client.query<Home>(
    `select h.id, (select count(*)::int from memberships o
       where o.household_id = h.id and o.status = 'active' and o.user_id <> $1) as others
     from households h where exists (select from memberships m
       where m.household_id = h.id and m.user_id = $1 and (m.status = 'active' or h.deleted_at is not null))
     order by h.id for update of h`,
    [user],
  );
  return rows;
}

async function removeHousehold(
  client: pg.PoolClient,
  tables: readonly Table[],
  household: Id,
): Promise<void> {
  for (const { name } of tables.filter((table) => table.isTenant))
    await client.query(`delete from ${name} where household_id = $1`, [household]);
  await client.query('select kinwise.empty_audit($1)', [household]);
  await client.query('delete from idempotency_keys where scope_id = $1', [household]);
  await client.query('delete from households where id = $1', [household]);
}

type Table = { readonly name: string; readonly isTenant: boolean; readonly isPrivate: boolean };

/** The tables of features, those that name others before the others. */
async function tablesInOrder(client: pg.PoolClient): Promise<Table[]> {
  const { rows } = await client.query<Table & { names: string[] }>(
    `select c.relname as name,
       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'household_id') as "isTenant",
       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'private_to' and not a.attisdropped)
         as "isPrivate",
       array(select f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
         where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> k.conrelid) as names
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`,
  );
  const left = new Map(rows.map((row) => [row.name, row]));
  const ordered: Table[] = [];
  while (left.size > 0) {
    const named = new Set([...left.values()].flatMap((row) => row.names));
    const free = [...left.values()].filter((row) => !named.has(row.name));
    if (free.length === 0)
      throw new Error(`tables name each other in a circle: ${[...left.keys()].join(', ')}`);
    for (const row of free) left.delete(row.name);
    ordered.push(...free);
  }
  return ordered.filter(({ name }) => !OF_AUDIT.includes(name));
}

/** Takes jobs out of the queue that wait, or were given up, and tell of the person. */
async function dropJobs(client: pg.PoolClient, isAbout: (job: WaitingJob) => boolean): Promise<void> {
  const { rows } = await client.query<WaitingJob & { id: string }>(
    `select j.id::text, t.identifier as task, j.payload from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where j.locked_at is null`,
  );
  const about = rows.filter(isAbout).map((row) => row.id);
  if (about.length > 0) await client.query('select graphile_worker.complete_jobs($1::bigint[])', [about]);
}

async function asOwner<T>(ground: Ground, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await ground.database.owner.connect();
  try {
    await client.query('begin');
    // A household of many years has more rows than an ordinary statement may touch in its time.
    await client.query('set local statement_timeout = 0');
    const answer = await work(client);
    await client.query('commit');
    client.release();
    return answer;
  } catch (error) {
    const isBroken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    client.release(isBroken);
    throw error;
  }
}
