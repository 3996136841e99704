import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type ExportRow = {
  id: Id;
  user_id: Id;
  status: string;
  parts_done: number;
  parts_total: number;
  rows_done: number;
  file_name: string | null;
  size_bytes: bigint | null;
  requested_at: string;
  ready_at: string | null;
  expires_at: string | null;
};

const COLUMNS = [
  'id',
  'user_id',
  'status',
  'parts_done',
  'parts_total',
  'rows_done',
  'file_name',
  'size_bytes',
  'requested_at',
  'ready_at',
  'expires_at',
] as const;

/** Somebody's copies, the newest first. */
export async function readExports(ctx: OpenContext, user: Id, id?: Id): Promise<ExportRow[]> {
  return await ctx.db.rows(
    k
      .selectFrom('data_exports')
      .select(COLUMNS)
      .where('user_id', '=', user)
      .$if(id !== undefined, (q) => q.where('id', '=', id ?? ''))
      .orderBy('requested_at', 'desc')
      .orderBy('id', 'desc')
      .limit(20),
  );
}

/** Waits for its turn among the calls of one person, so that two at once do not both begin one. */
export async function takeTurn(ctx: OpenContext, user: Id): Promise<void> {
  await ctx.db.text("select pg_advisory_xact_lock(hashtextextended('exports of ' || $1::text, 0))", [user]);
}

export async function insertExport(ctx: OpenContext, row: { id: Id; user: Id }): Promise<void> {
  await ctx.db.run(
    k
      .insertInto('data_exports')
      .values({ id: row.id, user_id: row.user, status: 'waiting', requested_at: ctx.now }),
  );
}

export type ExportChange = Partial<Omit<ExportRow, 'id' | 'user_id' | 'requested_at'>>;

/** Changes one that is not finished; answers false when it is, or is gone. */
export async function updateUnfinished(ctx: OpenContext, id: Id, change: ExportChange): Promise<boolean> {
  const touched = await ctx.db.run(
    k
      .updateTable('data_exports')
      .set(change)
      .where('id', '=', id)
      .where('status', 'in', ['waiting', 'working', 'failed']),
  );
  return touched === 1;
}

/** Those whose time is over, and those of `user` that a newer one took the place of. */
export async function readSpent(ctx: OpenContext, of: { user?: Id } = {}): Promise<ExportRow[]> {
  return await ctx.db.rows(
    k
      .selectFrom('data_exports')
      .select(COLUMNS)
      .where('status', '=', 'ready')
      .$if(of.user !== undefined, (q) => q.where('user_id', '=', of.user ?? ''))
      .$if(of.user === undefined, (q) => q.where('expires_at', '<=', ctx.now)),
  );
}

export async function markRemoved(ctx: OpenContext, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db.run(
    k
      .updateTable('data_exports')
      .set({ status: 'removed', file_name: null })
      .where('id', 'in', [...ids]),
  );
}

export async function deleteBefore(ctx: OpenContext, before: string): Promise<void> {
  await ctx.db.run(
    k
      .deleteFrom('data_exports')
      .where('status', 'in', ['removed', 'failed'])
      .where('requested_at', '<', before),
  );
}

/** Which of these files a row names. */
export async function readNamed(ctx: OpenContext, names: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.db.text<{ file_name: string }>(
    'select file_name from data_exports where file_name = any($1::text[])',
    [[...names]],
  );
  return new Set(rows.map((row) => row.file_name));
}
