import type { Id } from '@kinwise/core/ids';
import { actorId } from '../../platform/context.ts';
import type { Moment } from '../../platform/lists.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import type { Summary } from './imports.schema.ts';

export type ImportRow = {
  id: Id;
  private_to: Id | null;
  author_id: Id | null;
  file_name: string;
  file_hash: string;
  size_bytes: bigint;
  status: string;
  summary: Summary;
  progress_done: number;
  progress_total: number;
  committed_at: string | null;
  undone_at: string | null;
  created_at: string;
  updated_at: string;
  version: number;
};

const COLUMNS =
  'id, private_to, author_id, file_name, file_hash, size_bytes, status, summary, progress_done, progress_total, committed_at, undone_at, created_at, updated_at, version';

/** Imports newest first; who may import only their own things sees only their own. */
export async function readImports(
  ctx: HouseholdContext,
  at: { ids?: readonly Id[]; from?: Moment | undefined; limit: number },
): Promise<ImportRow[]> {
  const [behind, order] = at.from?.back ? ['>', 'asc'] : ['<', 'desc'];
  const mine = ctx.reach('data.import') === 'all' ? null : (actorId(ctx) ?? null);
  return await ctx.db.text<ImportRow>(
    `select ${COLUMNS} from imports where household_id = $1 and ($2::uuid is null or author_id = $2)
       and ($3::uuid[] is null or id = any($3)) and ($4::timestamptz is null or (created_at, id) ${behind} ($4, $5::uuid))
     order by created_at ${order}, id ${order} limit $6`,
    [ctx.household, mine, at.ids ? [...at.ids] : null, at.from?.at ?? null, at.from?.id ?? null, at.limit],
  );
}

/** One import, locked until the end of the transaction: two who want to commit it take turns. */
export async function lockImport(ctx: HouseholdContext, id: Id): Promise<ImportRow | undefined> {
  const [row] = await ctx.db.text<ImportRow>(
    `select ${COLUMNS} from imports where household_id = $1 and id = $2 for update`,
    [ctx.household, id],
  );
  return row;
}

/** Several imports, locked in one order until the end of the transaction; those that are gone are left out. */
export async function lockImports(ctx: HouseholdContext, ids: readonly Id[]): Promise<ImportRow[]> {
  if (ids.length === 0) return [];
  return await ctx.db.text<ImportRow>(
    `select ${COLUMNS} from imports where household_id = $1 and id = any($2::uuid[]) order by id for update`,
    [ctx.household, [...new Set(ids)]],
  );
}

export async function insertImport(
  ctx: HouseholdContext,
  row: Pick<ImportRow, 'id' | 'private_to' | 'author_id' | 'file_name' | 'file_hash' | 'summary'>,
  content: Uint8Array,
): Promise<void> {
  await ctx.db.text(
    `insert into imports (household_id, id, private_to, author_id, file_name, file_hash, size_bytes, status, summary,
       created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, 'reading', $8, $9, $9)`,
    [
      ctx.household,
      row.id,
      row.private_to,
      row.author_id,
      row.file_name,
      row.file_hash,
      content.length,
      JSON.stringify(row.summary),
      ctx.now,
    ],
  );
  await ctx.db.text(
    'insert into import_files (household_id, import_id, private_to, content) values ($1, $2, $3, $4)',
    [ctx.household, row.id, row.private_to, Buffer.from(content)],
  );
}

export type ImportChanges = Partial<
  Pick<
    ImportRow,
    'status' | 'summary' | 'private_to' | 'progress_done' | 'progress_total' | 'committed_at' | 'undone_at'
  >
>;

export async function updateImport(
  ctx: HouseholdContext,
  row: ImportRow,
  changes: ImportChanges,
): Promise<ImportRow> {
  const after = { ...row, ...changes };
  const [written] = await ctx.db.text<ImportRow>(
    `update imports set status = $3, summary = $4, progress_done = $5, progress_total = $6, committed_at = $7, undone_at = $8,
       private_to = $9, updated_at = $10, version = version + 1
     where household_id = $1 and id = $2 returning ${COLUMNS}`,
    [
      ctx.household,
      row.id,
      after.status,
      JSON.stringify(after.summary),
      after.progress_done,
      after.progress_total,
      after.committed_at,
      after.undone_at,
      after.private_to,
      ctx.now,
    ],
  );
  return written ?? after;
}

export async function readFile(ctx: HouseholdContext, id: Id): Promise<Uint8Array | undefined> {
  const [row] = await ctx.db.text<{ content: Uint8Array }>(
    'select content from import_files where household_id = $1 and import_id = $2',
    [ctx.household, id],
  );
  return row?.content;
}

/** The account numbers that the file's statements bear, in their order; null where one bears none. */
export async function noteNumbers(
  ctx: HouseholdContext,
  id: Id,
  numbers: readonly (string | null)[],
): Promise<void> {
  await ctx.db.text('update import_files set numbers = $3 where household_id = $1 and import_id = $2', [
    ctx.household,
    id,
    JSON.stringify(numbers),
  ]);
}

export async function readNumbers(ctx: HouseholdContext, id: Id): Promise<(string | null)[]> {
  const [row] = await ctx.db.text<{ numbers: (string | null)[] }>(
    'select numbers from import_files where household_id = $1 and import_id = $2',
    [ctx.household, id],
  );
  return row?.numbers ?? [];
}

export async function removeFile(ctx: HouseholdContext, id: Id): Promise<void> {
  await ctx.db.text('delete from import_files where household_id = $1 and import_id = $2', [
    ctx.household,
    id,
  ]);
}

export async function removeImport(ctx: HouseholdContext, id: Id): Promise<void> {
  await ctx.db.text('delete from imports where household_id = $1 and id = $2', [ctx.household, id]);
}

/** Imports that brought entries into an account become its owner's alone; answers their ids. */
export async function hideImports(ctx: HouseholdContext, of: { account: Id; owner: Id }): Promise<Id[]> {
  const rows = await ctx.db.text<{ id: Id }>(
    `with hidden as (
       update imports set private_to = $3, updated_at = $4, version = version + 1
       where household_id = $1 and private_to is null and exists (
         select from jsonb_array_elements(summary->'statements') s where s->>'account_id' = $2::text)
       returning id
     ), files as (
       update import_files set private_to = $3
       where household_id = $1 and import_id in (select id from hidden))
     select id from hidden`,
    [ctx.household, of.account, of.owner, ctx.now],
  );
  return rows.map((row) => row.id);
}

/** Amounts of rows; none of a line that is no row. */
export async function readAmounts(
  ctx: HouseholdContext,
  importId: Id,
  ids: readonly Id[],
): Promise<{ id: Id; amount_minor: bigint | null }[]> {
  return await ctx.db.text(
    'select id, amount_minor from import_rows where household_id = $1 and import_id = $2 and id = any($3::uuid[])',
    [ctx.household, importId, [...ids]],
  );
}
