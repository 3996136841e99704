import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import type { RowContent } from './previews.schema.ts';

export type RowState =
  | 'new'
  | 'duplicate'
  | 'possible_duplicate'
  | 'transfer'
  | 'replaces_pending'
  | 'rejected';

export type PreviewRow = {
  id: Id;
  position: number;
  statement: number;
  line: number;
  state: RowState;
  is_included: boolean;
  on_day: string | null;
  amount_minor: bigint | null;
  currency: string | null;
  content: RowContent;
  category_id: Id | null;
  matches_id: Id | null;
  transaction_id: Id | null;
};

const COLUMNS =
  'id, position, statement, line, state, is_included, on_day, amount_minor, currency, content, category_id, matches_id, transaction_id';

export async function insertPreview(
  ctx: HouseholdContext,
  at: { importId: Id; privateTo: Id | null },
  rows: readonly PreviewRow[],
): Promise<void> {
  await ctx.db.text(
    `insert into import_rows (household_id, import_id, private_to, ${COLUMNS})
     select $1, $2, $3, u.* from unnest($4::uuid[], $5::int[], $6::int[], $7::int[], $8::text[], $9::boolean[], $10::date[],
       $11::bigint[], $12::text[], $13::jsonb[], $14::uuid[], $15::uuid[], $16::uuid[]) as u`,
    [
      ctx.household,
      at.importId,
      at.privateTo,
      rows.map((row) => row.id),
      rows.map((row) => row.position),
      rows.map((row) => row.statement),
      rows.map((row) => row.line),
      rows.map((row) => row.state),
      rows.map((row) => row.is_included),
      rows.map((row) => row.on_day),
      rows.map((row) => row.amount_minor),
      rows.map((row) => row.currency),
      rows.map((row) => JSON.stringify(row.content)),
      rows.map((row) => row.category_id),
      rows.map((row) => row.matches_id),
      rows.map((row) => row.transaction_id),
    ],
  );
}

/** Takes a preview away. Rows that a person decided about are put aside, below the first one, until it is there again. */
export async function clearPreview(ctx: HouseholdContext, importId: Id): Promise<void> {
  // Where some lie aside already, an earlier reading did not come to its end: they are all that was decided.
  await ctx.db.text(
    `update import_rows r set position = -1 - r.position, is_included = false, matches_id = null
     where r.household_id = $1 and r.import_id = $2 and r.position >= 0 and r.content ? 'by_hand' and not exists (
       select 1 from import_rows a where a.household_id = $1 and a.import_id = $2 and a.position < 0)`,
    [ctx.household, importId],
  );
  await ctx.db.text('delete from import_rows where household_id = $1 and import_id = $2 and position >= 0', [
    ctx.household,
    importId,
  ]);
}

export async function clearAside(ctx: HouseholdContext, importId: Id): Promise<void> {
  await ctx.db.text('delete from import_rows where household_id = $1 and import_id = $2 and position < 0', [
    ctx.household,
    importId,
  ]);
}

/** A page of rows in the order of the file. */
export async function readPreview(
  ctx: HouseholdContext,
  at: {
    importId: Id;
    state?: string | undefined;
    statement?: number | undefined;
    after: number;
    limit: number;
  },
): Promise<PreviewRow[]> {
  return await ctx.db.text<PreviewRow>(
    `select ${COLUMNS} from import_rows where household_id = $1 and import_id = $2 and position > $3
       and ($4::text is null or state = $4) and ($5::int is null or statement = $5) order by position limit $6`,
    [ctx.household, at.importId, at.after, at.state ?? null, at.statement ?? null, at.limit],
  );
}

export type Count = {
  statement: number;
  state: RowState;
  rows: number;
  included: number;
  sum_in: bigint;
  sum_out: bigint;
  first_on: string | null;
  last_on: string | null;
  included_from: string | null;
};

export async function countPreview(ctx: HouseholdContext, importId: Id): Promise<Count[]> {
  return await ctx.db.text<Count>(
    `select statement, state, count(*)::int as rows, count(*) filter (where is_included)::int as included,
       coalesce(sum(amount_minor) filter (where amount_minor > 0), 0)::bigint as sum_in,
       coalesce(sum(amount_minor) filter (where amount_minor < 0), 0)::bigint as sum_out,
       min(on_day)::text as first_on, max(on_day)::text as last_on,
       (min(on_day) filter (where is_included))::text as included_from
     from import_rows where household_id = $1 and import_id = $2 and position >= 0 group by statement, state order by statement, state`,
    [ctx.household, importId],
  );
}

/** What is kept of a decision to include a row `r` or not: it is an answer to what the row met, where it met something. */
const includedByHand = (include: string): string =>
  `jsonb_build_object('include', ${include}) || case when r.state in ('duplicate', 'possible_duplicate')
     then jsonb_build_object('met', r.matches_id) else '{}' end`;

/** Includes or leaves out rows, and sets their categories; answers how many it found. */
export async function decideRows(
  ctx: HouseholdContext,
  importId: Id,
  rows: readonly { id: Id; include?: boolean | undefined; category_id?: Id | null | undefined }[],
): Promise<number> {
  const found = await ctx.db.text(
    `update import_rows r set is_included = coalesce(u.include, r.is_included),
       category_id = case when u.sets then u.category else r.category_id end,
       content = r.content || jsonb_build_object('by_hand', coalesce(r.content->'by_hand', '{}')
         || case when u.include is null then '{}' else ${includedByHand('u.include')} end
         || case when u.sets then jsonb_build_object('category_id', u.category) else '{}' end)
     from unnest($3::uuid[], $4::boolean[], $5::boolean[], $6::uuid[]) as u (id, include, sets, category)
     where r.household_id = $1 and r.import_id = $2 and r.id = u.id and r.state <> 'rejected' returning 1`,
    [
      ctx.household,
      importId,
      rows.map((row) => row.id),
      rows.map((row) => row.include ?? null),
      rows.map((row) => row.category_id !== undefined),
      rows.map((row) => row.category_id ?? null),
    ],
  );
  return found.length;
}

/** Puts a category (or none) in the place of another, wherever rows name it that are only looked at yet. Answers the
 * imports that it changed. */
export async function replaceCategory(
  ctx: HouseholdContext,
  from: Id,
  to: Id | null,
): Promise<{ id: Id; private_to: Id | null }[]> {
  return await ctx.db.text(
    `with changed as (
       update import_rows r set category_id = case when r.category_id = $2 then $3 else r.category_id end,
         content = case when $3::uuid is not null then replace(r.content::text, $2::text, $3::text)::jsonb
           when r.content->'proposed'->>'category_id' = $2::text then r.content - 'proposed' else r.content end
       where r.household_id = $1 and (r.category_id = $2 or strpos(r.content::text, $2::text) > 0) and r.import_id in (
         select i.id from imports i where i.household_id = $1 and i.status in ('reading', 'preview')) returning r.import_id)
     select id, private_to from imports where household_id = $1 and id in (select import_id from changed)`,
    [ctx.household, from, to],
  );
}

export async function decideState(
  ctx: HouseholdContext,
  importId: Id,
  all: { state: RowState; include: boolean; statement?: number | undefined },
): Promise<void> {
  await ctx.db.text(
    `update import_rows r set is_included = $4,
       content = r.content || jsonb_build_object('by_hand', coalesce(r.content->'by_hand', '{}')
         || ${includedByHand('$4::boolean')})
     where household_id = $1 and import_id = $2 and state = $3 and state <> 'rejected'
       and ($5::int is null or statement = $5)`,
    [ctx.household, importId, all.state, all.include, all.statement ?? null],
  );
}

/** The next rows behind a position to be committed. Read without a lock: `stillToCommit` says later which still count. */
export async function nextToCommit(
  ctx: HouseholdContext,
  importId: Id,
  at: { after: number; limit: number },
): Promise<PreviewRow[]> {
  return await ctx.db.text<PreviewRow>(
    `select ${COLUMNS} from import_rows where household_id = $1 and import_id = $2 and position > $3 and is_included
       and state <> 'rejected' and transaction_id is null order by position limit $4`,
    [ctx.household, importId, at.after, at.limit],
  );
}

/** Rows that have made an entry, from the last to the first. */
export async function nextToUndo(ctx: HouseholdContext, importId: Id, limit: number): Promise<PreviewRow[]> {
  return await ctx.db.text<PreviewRow>(
    `select ${COLUMNS} from import_rows where household_id = $1 and import_id = $2 and transaction_id is not null
     order by position desc limit $3`,
    [ctx.household, importId, limit],
  );
}

/** What is noted of a row while its import is committed or undone. */
export type RowMark = Pick<
  PreviewRow,
  'position' | 'transaction_id' | 'state' | 'is_included' | 'matches_id' | 'content'
>;

/** Notes which entry each row became (or none any more), which one it met, what it replaced, or why it was left out. */
export async function markRows(ctx: HouseholdContext, importId: Id, rows: readonly RowMark[]): Promise<void> {
  if (rows.length === 0) return;
  await ctx.db.text(
    `update import_rows r set transaction_id = u.entry, state = u.state, is_included = u.include, matches_id = u.matches,
       content = u.content
     from unnest($3::int[], $4::uuid[], $5::text[], $6::boolean[], $7::uuid[], $8::jsonb[])
       as u (position, entry, state, include, matches, content)
     where r.household_id = $1 and r.import_id = $2 and r.position = u.position`,
    [
      ctx.household,
      importId,
      rows.map((row) => row.position),
      rows.map((row) => row.transaction_id),
      rows.map((row) => row.state),
      rows.map((row) => row.is_included),
      rows.map((row) => row.matches_id),
      rows.map((row) => JSON.stringify(row.content)),
    ],
  );
}

/** Notes which entry each row became (or none any more), where nothing else changed; `isShared` lets everybody see it. */
export async function noteEntries(
  ctx: HouseholdContext,
  at: { importId: Id; isShared: boolean },
  rows: readonly Pick<PreviewRow, 'position' | 'transaction_id'>[],
): Promise<void> {
  if (rows.length === 0) return;
  const positions = rows.map((row) => row.position);
  await ctx.db.text(
    `update import_rows r set transaction_id = u.entry, private_to = case when $7 then null else r.private_to end
     from unnest($3::int[], $4::uuid[]) as u (position, entry)
     where r.household_id = $1 and r.import_id = $2 and r.position = u.position
       and r.position between $5 and $6`,
    [
      ctx.household,
      at.importId,
      positions,
      rows.map((row) => row.transaction_id),
      Math.min(...positions),
      Math.max(...positions),
      at.isShared,
    ],
  );
}

/** Leaves rows out of a preview, as they say by now what another row says better. */
export async function leaveOut(
  ctx: HouseholdContext,
  importId: Id,
  rows: { ids: readonly Id[]; reason: string },
): Promise<void> {
  await ctx.db.text(
    `update import_rows set state = 'duplicate', is_included = false,
       content = jsonb_set(content, '{reason}', to_jsonb($4::text))
     where household_id = $1 and import_id = $2 and id = any($3::uuid[])`,
    [ctx.household, importId, [...rows.ids], rows.reason],
  );
}

/** Rows that became entries of shared accounts are everybody's; what was left out stays with who brought the file. */
export async function shareRows(ctx: HouseholdContext, importId: Id): Promise<void> {
  await ctx.db.text(
    `update import_rows set private_to = null
     where household_id = $1 and import_id = $2 and private_to is not null and transaction_id is not null`,
    [ctx.household, importId],
  );
}

/** Rows of imports that one member alone may see from now on. */
export async function hideRows(ctx: HouseholdContext, imports: readonly Id[], owner: Id): Promise<void> {
  await ctx.db.text(
    `update import_rows set private_to = $3
     where household_id = $1 and import_id = any($2) and private_to is null`,
    [ctx.household, [...imports], owner],
  );
}
