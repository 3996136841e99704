import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import type { PreviewRow } from '../previews/previews.ts';

/** A row of another import that met an entry, and where that import stands. */
export type Overlap = PreviewRow & {
  import_id: Id;
  import_status: string;
  committed_at: string | null;
  matches_id: Id;
};

/** What is being undone, has failed or was left out as a statement states nothing. */
const STANDS = `(i.status in ('reading', 'preview', 'committed') or (i.status = 'committing' and i.undone_at is null))
  and r.state in ('duplicate', 'possible_duplicate', 'replaces_pending')
  and not coalesce((i.summary->'statements'->r.statement->>'skip')::boolean, false)`;

/**
 * The import `i` has a say in what stays when `$2` is undone. The same file once more that added nothing has none: its
 * person was told so, and who undoes the first wants all of it gone.
 */
export const HAS_A_SAY = `(
  i.file_hash <> (select x.file_hash from imports x where x.household_id = $1 and x.id = $2)
  or exists (select from import_rows b where b.household_id = $1 and b.import_id = i.id and b.transaction_id is not null))`;

/** Asked of each import once, and not of each of its rows. */
const OTHERS = `others as materialized (
  select i.* from imports i where i.household_id = $1 and i.id <> $2 and (i.status in ('reading', 'preview') or ${HAS_A_SAY}))`;

/** In the books a row has its word beside the entry's own: it was left out because the entry was there, or booked it. */
const COUNTS = `i.status in ('committed', 'committing') and (
  (r.transaction_id is null and not r.is_included and r.state <> 'replaces_pending')
  or (r.transaction_id = r.matches_id and r.content ? 'replaced'))`;

/** Rows of other imports that met one of these entries, the earlier import first. */
export async function readOverlaps(
  ctx: HouseholdContext,
  importId: Id,
  entries: readonly Id[],
): Promise<Overlap[]> {
  return await ctx.db.text<Overlap>(
    `with ${OTHERS}
     select r.id, r.position, r.statement, r.line, r.state, r.is_included, r.on_day, r.amount_minor, r.currency, r.content,
       r.category_id, r.matches_id, r.transaction_id, r.import_id, i.status as import_status, i.committed_at
     from others i join import_rows r on r.household_id = $1 and r.import_id = i.id
     where r.matches_id = any($3::uuid[]) and ${STANDS}
       and (i.status in ('reading', 'preview') or (${COUNTS}))
     order by i.committed_at nulls last, i.id, r.transaction_id is null, r.state = 'possible_duplicate', r.position`,
    [ctx.household, importId, [...entries]],
  );
}

/**
 * How many entries of an import stay as they are when it is undone, because a row of another one says so as well. Both sides
 * are counted together by entry and not joined: an import is newer than what is known of sizes, and a plan that takes it for
 * a few rows lays each beside each of the other.
 */
export async function countStaying(ctx: HouseholdContext, importId: Id): Promise<number> {
  const [row] = await ctx.db.text<{ entries: number }>(
    `with ${OTHERS}, said as (
       select own.transaction_id as entry, true as is_own, own.content ? 'replaced' as is_booking, false as is_booked
       from import_rows own
       where own.household_id = $1 and own.import_id = $2 and own.transaction_id is not null
       union all
       select r.matches_id, false, false, r.content->>'pending' is distinct from 'true'
       from others i join import_rows r on r.household_id = $1 and r.import_id = i.id
       where r.matches_id is not null and ${STANDS} and ${COUNTS})
     select count(*)::int as entries from (
       select entry from said group by entry
       having bool_or(is_own)
         and (bool_or(is_booked) or (bool_or(not is_own) and bool_or(is_own and not is_booking)))) staying`,
    [ctx.household, importId],
  );
  return row?.entries ?? 0;
}
