import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';

/** A row of transactions as the database keeps it. Amounts in minor units of `currency` and of the household's. */
export type EntryRow = {
  id: Id;
  account_id: Id;
  private_to: Id | null;
  occurred_on: string;
  booked_on: string | null;
  amount_minor: bigint;
  currency: string;
  household_minor: bigint;
  rate: string | null;
  type: string;
  status: string;
  source: string;
  payee_id: Id | null;
  memo: string;
  reference: string;
  notes: string;
  category_id: Id | null;
  payer_id: Id | null;
  beneficiary_id: Id | null;
  author_id: Id | null;
  transfer_id: Id | null;
  import_id: Id | null;
  import_line: number | null;
  bank_id: string | null;
  balance_after_minor: bigint | null;
  is_split: boolean;
  needs_review: boolean;
  proposed_category_id: Id | null;
  proposed_confidence: number | null;
  proposed_reason: string | null;
  created_at: string;
  updated_at: string;
  version: number;
  deleted_at: string | null;
};

export type SplitRow = {
  id: Id;
  transaction_id: Id;
  position: number;
  category_id: Id | null;
  member_id: Id | null;
  amount_minor: bigint;
  household_minor: bigint;
  note: string;
  private_to: Id | null;
};

type Column = keyof EntryRow;

const TYPES: Record<Column, string> = {
  id: 'uuid',
  account_id: 'uuid',
  private_to: 'uuid',
  occurred_on: 'date',
  booked_on: 'date',
  amount_minor: 'bigint',
  currency: 'text',
  household_minor: 'bigint',
  rate: 'numeric',
  type: 'text',
  status: 'text',
  source: 'text',
  payee_id: 'uuid',
  memo: 'text',
  reference: 'text',
  notes: 'text',
  category_id: 'uuid',
  payer_id: 'uuid',
  beneficiary_id: 'uuid',
  author_id: 'uuid',
  transfer_id: 'uuid',
  import_id: 'uuid',
  import_line: 'int',
  bank_id: 'text',
  balance_after_minor: 'bigint',
  is_split: 'boolean',
  needs_review: 'boolean',
  proposed_category_id: 'uuid',
  proposed_confidence: 'smallint',
  proposed_reason: 'text',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
  version: 'int',
  deleted_at: 'timestamptz',
};

const COLUMNS = Object.keys(TYPES) as Column[];
/** Never rewritten by a change: who, when and from what kind of source. */
const FIXED: readonly Column[] = ['id', 'created_at', 'author_id', 'source'];
const CHANGING = COLUMNS.filter((column) => !FIXED.includes(column));

const arrays = (columns: readonly Column[], from: number): string =>
  columns.map((column, index) => `$${index + from}::${TYPES[column]}[]`).join(', ');

const UPDATE = `update transactions t set ${CHANGING.map((column) => `${column} = u.${column}`).join(', ')},
  merged_into = case when u.deleted_at is null then null else t.merged_into end
  from unnest($2::uuid[], ${arrays(CHANGING, 3)}) as u (id, ${CHANGING.join(', ')})
  where t.household_id = $1 and t.id = u.id`;

const valuesOf = (rows: readonly EntryRow[], columns: readonly Column[]): unknown[] =>
  columns.map((column) => rows.map((row) => row[column]));

/**
 * Writes any number of new rows in one statement. What all rows have in common travels once: of an imported file that
 * is most columns, and a single entry needs no lists at all.
 */
export async function insertRows(ctx: HouseholdContext, rows: readonly EntryRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const differing = COLUMNS.filter((column) => rows.some((row) => row[column] !== first[column]));
  const common = COLUMNS.filter((column) => !differing.includes(column));
  await ctx.db.text(insertOf(common, differing), [
    ctx.household,
    ...common.map((column) => first[column]),
    ...valuesOf(rows, differing),
  ]);
}

function insertOf(common: readonly Column[], differing: readonly Column[]): string {
  const scalars = common.map((column, index) => `, $${index + 2}::${TYPES[column]}`).join('');
  const into = `insert into transactions (household_id, ${[...common, ...differing].join(', ')}) select $1${scalars}`;
  if (differing.length === 0) return into;
  return `${into}, u.* from unnest(${arrays(differing, common.length + 2)}) as u (${differing.join(', ')})`;
}

/** What the household counts in, as of this statement. */
export async function readCurrency(ctx: HouseholdContext): Promise<string | undefined> {
  const [row] = await ctx.db.text<{ currency: string }>('select currency from households where id = $1', [
    ctx.household,
  ]);
  return row?.currency;
}

/** Writes rows that are there, whole, in one statement. */
export async function updateRows(ctx: HouseholdContext, rows: readonly EntryRow[]): Promise<void> {
  if (rows.length > 0) {
    await ctx.db.text(UPDATE, [ctx.household, rows.map((row) => row.id), ...valuesOf(rows, CHANGING)]);
  }
}

/** Rows by id, locked in one order until the end of the transaction. */
export async function lockRows(ctx: HouseholdContext, ids: readonly Id[]): Promise<EntryRow[]> {
  return await ctx.db.text<EntryRow>(
    `select ${COLUMNS.join(', ')} from transactions where household_id = $1 and id = any($2::uuid[]) order by id for no key update`,
    [ctx.household, [...ids]],
  );
}

export async function removeRows(ctx: HouseholdContext, ids: readonly Id[]): Promise<void> {
  await ctx.db.text('delete from transactions where household_id = $1 and id = any($2::uuid[])', [
    ctx.household,
    [...ids],
  ]);
}

export async function readSplits(ctx: HouseholdContext, ids: readonly Id[]): Promise<Map<Id, SplitRow[]>> {
  const bundle = new Map<Id, SplitRow[]>();
  if (ids.length === 0) return bundle;
  const rows = await ctx.db.text<SplitRow>(
    `select id, transaction_id, position, category_id, member_id, amount_minor, household_minor, note, private_to
     from transaction_splits where household_id = $1 and transaction_id = any($2::uuid[]) order by transaction_id, position`,
    [ctx.household, [...ids]],
  );
  for (const row of rows) bundle.set(row.transaction_id, [...(bundle.get(row.transaction_id) ?? []), row]);
  return bundle;
}

/** Replaces all splits of the entries named. */
export async function replaceSplits(
  ctx: HouseholdContext,
  ids: readonly Id[],
  rows: readonly SplitRow[],
): Promise<void> {
  await ctx.db.text(
    'delete from transaction_splits where household_id = $1 and transaction_id = any($2::uuid[])',
    [ctx.household, [...ids]],
  );
  await insertSplits(ctx, rows);
}

export async function insertSplits(ctx: HouseholdContext, rows: readonly SplitRow[]): Promise<void> {
  if (rows.length === 0) return;
  await ctx.db.text(
    `insert into transaction_splits (household_id, id, transaction_id, position, category_id, member_id, amount_minor,
       household_minor, note, private_to)
     select $1, u.* from unnest($2::uuid[], $3::uuid[], $4::int[], $5::uuid[], $6::uuid[], $7::bigint[], $8::bigint[],
       $9::text[], $10::uuid[]) as u (a, b, c, d, e, f, g, h, i)`,
    [
      ctx.household,
      rows.map((row) => row.id),
      rows.map((row) => row.transaction_id),
      rows.map((row) => row.position),
      rows.map((row) => row.category_id),
      rows.map((row) => row.member_id),
      rows.map((row) => row.amount_minor),
      rows.map((row) => row.household_minor),
      rows.map((row) => row.note),
      rows.map((row) => row.private_to),
    ],
  );
}

/** Ids of living or trashed entries with a category, whole or in part; what a merge or a deletion has to move. */
export async function idsWithCategory(ctx: HouseholdContext, category: Id): Promise<Id[]> {
  const rows = await ctx.db.text<{ id: Id }>(
    `select id from transactions where household_id = $1 and category_id = $2
     union select transaction_id from transaction_splits where household_id = $1 and category_id = $2`,
    [ctx.household, category],
  );
  return rows.map((row) => row.id);
}

/** Ids of living or trashed entries that a category is proposed for. */
export async function idsProposed(ctx: HouseholdContext, category: Id): Promise<Id[]> {
  const rows = await ctx.db.text<{ id: Id }>(
    'select id from transactions where household_id = $1 and proposed_category_id = $2',
    [ctx.household, category],
  );
  return rows.map((row) => row.id);
}

/** Ids of both sides of a transfer, as far as the actor's sight reaches. */
export async function sidesOf(ctx: HouseholdContext, transfers: readonly Id[]): Promise<Id[]> {
  const rows = await ctx.db.text<{ id: Id }>(
    'select id from transactions where household_id = $1 and transfer_id = any($2::uuid[]) order by id',
    [ctx.household, [...transfers]],
  );
  return rows.map((row) => row.id);
}

/** Whether there is any entry at all, in the trash or not. */
export async function hasEntries(ctx: HouseholdContext): Promise<boolean> {
  const rows = await ctx.db.text('select 1 from transactions where household_id = $1 limit 1', [
    ctx.household,
  ]);
  return rows.length > 0;
}

/** Ids of everything that was ever written to an account, in pieces by id. */
export async function idsOfAccount(ctx: HouseholdContext, account: Id, after: Id | undefined): Promise<Id[]> {
  const rows = await ctx.db.text<{ id: Id }>(
    `select id from transactions where household_id = $1 and account_id = $2 and ($3::uuid is null or id > $3)
     order by id limit 1000`,
    [ctx.household, account, after ?? null],
  );
  return rows.map((row) => row.id);
}

/** Notes into which entry each of these was merged. One that comes back from the trash is merged into none any more. */
export async function writeMerges(
  ctx: HouseholdContext,
  merges: readonly { id: Id; into: Id }[],
): Promise<void> {
  await ctx.db.text(
    `update transactions t set merged_into = m.into_id from unnest($2::uuid[], $3::uuid[]) as m (id, into_id)
     where t.household_id = $1 and t.id = m.id`,
    [ctx.household, merges.map(({ id }) => id), merges.map(({ into }) => into)],
  );
}

/** What was merged into entries that are in the trash is merged from now on into what those were merged into, or none. */
export async function passMergesOn(ctx: HouseholdContext, trashed: readonly Id[]): Promise<void> {
  await ctx.db.text(
    `update transactions t set merged_into = m.merged_into from transactions m
     where t.household_id = $1 and t.merged_into = any($2::uuid[]) and m.household_id = $1 and m.id = t.merged_into
       and m.deleted_at is not null`,
    [ctx.household, [...trashed]],
  );
}
