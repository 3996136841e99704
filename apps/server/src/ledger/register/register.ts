import { exponentOf } from '@kinwise/core/currencies';
import { addDays } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';
import { formatMinor, readAmount } from '@kinwise/core/money';
import { actorId } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { todayIn, millisecondsOf } from '../../platform/clock.ts';
import { amountIn } from '../../platform/fields.ts';
import { page, positionOf } from '../../platform/lists.ts';
import { notFound } from '../../platform/problems.ts';
import { descendantsOf } from '../categories/categories.ts';
import { transactionOnTheWire } from './register.schema.ts';
import type { ListQuery, WireTransaction } from './register.schema.ts';
import {
  idsForCopy,
  idsOfPayee,
  payeesLike,
  readByIds,
  readOpenSides,
  readRegister,
  readTotals,
  visibleTo,
} from './register.store.ts';
import type { Alternative, Condition, OpenSide, Order, RegisterRow } from './register.store.ts';

type RegisterPage = {
  results: WireTransaction[];
  _meta: ReturnType<typeof page>['meta'] & {
    totals?: { count: number; income: string; expense: string; currency: string };
  };
};

const ORDERS: Record<ListQuery['sort'], Order> = {
  '-occurred_on': { column: 'occurred_on', cast: 'date', descending: true },
  occurred_on: { column: 'occurred_on', cast: 'date', descending: false },
  '-amount': { column: 'amount_minor', cast: 'bigint', descending: true },
  amount: { column: 'amount_minor', cast: 'bigint', descending: false },
  '-created_at': { column: 'created_at', cast: 'timestamptz', descending: true },
};

/** A page of the household's entries by filters and order, with keyset cursors. */
export async function listTransactions(ctx: HouseholdContext, query: ListQuery): Promise<RegisterPage> {
  const { cursor, sort, page_size, household: _household, totals, ...filters } = query;
  const order = ORDERS[sort];
  const from = cursor === undefined ? undefined : positionOf(ctx.ground, sort, cursor);
  const reading: Order = from?.back ? { ...order, descending: !order.descending } : order;
  const where = [...(await conditionsOf(ctx, query)), ...visibleTo(ctx)];
  const either = query.q === undefined ? [] : await searchOf(ctx, query.q);
  const after = from && behind(reading, from.values);
  const rows = await readRegister(ctx, { where, either, after, order: reading, limit: page_size + 1 });
  const { rows: kept, meta } = page(ctx.ground, rows, {
    size: page_size,
    sort,
    from,
    filters,
    valuesOf: (row) => [String(row[order.column as keyof RegisterRow]), row.id],
  });
  const results = kept.map((row) => onTheWire(ctx, row));
  if (!totals) return { results, _meta: meta };
  const found = await readTotals(ctx, { where, either });
  const exponent = exponentOf(ctx.currency);
  const sums = {
    count: found.count,
    income: formatMinor(found.income_minor, exponent),
    expense: formatMinor(found.expense_minor, exponent),
    currency: ctx.currency,
  };
  return { results, _meta: { ...meta, totals: sums } };
}

export async function showTransaction(ctx: HouseholdContext, id: Id): Promise<WireTransaction> {
  const [row] = await readByIds(ctx, [id]);
  if (!row) throw notFound('transaction');
  return onTheWire(ctx, row);
}

/** Entries by id in the order asked for; those that are gone or out of sight are left out. */
export async function showTransactions(
  ctx: HouseholdContext,
  ids: readonly Id[],
): Promise<WireTransaction[]> {
  const rows = new Map((await readByIds(ctx, ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row ? [onTheWire(ctx, row)] : [];
  });
}

/** The same for devices that keep a copy, thousands at a time: without actions, without what is in the trash. */
export async function transactionsForCopy(
  ctx: HouseholdContext,
  ids: readonly Id[],
): Promise<WireTransaction[]> {
  const rows = await readByIds(ctx, ids);
  return rows.filter((row) => row.deleted_at === null).map((row) => transactionOnTheWire(row, ctx.currency));
}

/** Ids of all other living entries with the payee of this one that have another category. */
export async function allPayeeEntries(ctx: HouseholdContext, id: Id, category: Id | null): Promise<Id[]> {
  const [row] = await readByIds(ctx, [id]);
  if (!row || row.payee_id === null) return [];
  return await idsOfPayee(ctx, row.payee_id, category);
}

/** A page of a device's first copy, newest first. `after` is the day and id of the last entry of the page before. */
export async function copyPage(
  ctx: HouseholdContext,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<{ rows: WireTransaction[]; after: string | undefined }> {
  const [on = '', id = ''] = (after ?? '').split(' ');
  const found = await idsForCopy(ctx, { after: after === undefined ? undefined : { on, id }, limit });
  const last = found.length < limit ? undefined : found.at(-1);
  const rows = await transactionsForCopy(
    ctx,
    found.map((row) => row.id),
  );
  return { rows, after: last && `${last.occurred_on} ${last.id}` };
}

/** What an account holds within some days, for telling doubles. */
export { readComparable as comparableRows } from './register.store.ts';

const SIDES_APART_DAYS = 5;

/** Entries of other accounts that could be the other side of these movements. */
export async function openSides(
  ctx: HouseholdContext,
  account: { id: Id; currency: string },
  moves: readonly { on: Day; amount_minor: bigint }[],
): Promise<(OpenSide & { on: Day })[]> {
  const days = moves.map((move) => move.on).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const rows = await readOpenSides(ctx, {
    not: account.id,
    currency: account.currency,
    amounts: moves.map((move) => -move.amount_minor),
    days: moves.map((move) => move.on),
    daysApart: SIDES_APART_DAYS,
    from: addDays(first, -SIDES_APART_DAYS),
    to: addDays(last, SIDES_APART_DAYS),
  });
  return rows.map((row) => ({ ...row, on: row.on as Day }));
}

/** What the actor may do with an entry now; `available_actions` and the rules ask the same function. */
export function actionsOn(
  ctx: HouseholdContext,
  row: {
    author_id: Id | null;
    created_at: string;
    deleted_at: string | null;
    owner_id: Id;
    transfer_id: Id | null;
  },
): string[] {
  const reach = ctx.reach('transactions.edit');
  const me = actorId(ctx);
  if (reach === 'none') return [];
  if (reach === 'own') {
    if (row.author_id !== me && row.owner_id !== me) return [];
    const child = ctx.facts.role === 'child';
    // A child may mend what it wrote today, not rewrite its history.
    if (
      child &&
      (row.author_id !== me || todayIn(millisecondsOf(row.created_at), ctx.timeZone) !== ctx.today)
    )
      return [];
  }
  if (row.deleted_at !== null) return ['restore'];
  return ['edit', 'split', 'tag', 'delete', row.transfer_id === null ? 'link_transfer' : 'unlink_transfer'];
}

function onTheWire(ctx: HouseholdContext, row: RegisterRow): WireTransaction {
  return transactionOnTheWire(row, ctx.currency, actionsOn(ctx, row));
}

/** Rows that come after a position in the order of reading. */
function behind(order: Order, values: readonly (string | null)[]): Condition {
  const sign = order.descending ? '<' : '>';
  return {
    sql: `(t.${order.column}, t.id) ${sign} (?::${order.cast}, ?::uuid)`,
    values: [values[0] ?? null, values[1] ?? null],
  };
}

/** A search through the payees, the texts of notes and memos, and the exact amount, each by an index of its own. */
async function searchOf(ctx: HouseholdContext, text: string): Promise<Alternative[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const payees = await payeesLike(ctx, text);
  const either: Alternative[] = [
    { sql: 't.payee_id = any(?::uuid[])', values: [payees], payees },
    {
      sql: "(t.memo <> '' or t.notes <> '') and (t.notes ilike ? or t.memo ilike ?)",
      values: [pattern, pattern],
    },
  ];
  const amount = readAmount(text.replace(/^[$€£]/, '').replace(/,/g, ''), ctx.currency);
  if (amount.ok && amount.minor !== 0n) {
    either.push({ sql: 't.amount_minor = any(?::bigint[])', values: [[amount.minor, -amount.minor]] });
  }
  return either;
}

async function conditionsOf(ctx: HouseholdContext, query: ListQuery): Promise<Condition[]> {
  const conditions: Condition[] = [
    { sql: query.deleted ? 't.deleted_at is not null' : 't.deleted_at is null', values: [] },
  ];
  const add = (sql: string, ...values: unknown[]): void => {
    if (values.every((value) => value !== undefined)) conditions.push({ sql, values });
  };
  add('t.account_id = ?', query.account_id);
  add('t.account_id = any(?::uuid[])', query.account_id__in);
  add('t.type = ?', query.type);
  add('t.status = ?', query.status);
  add('t.source = ?', query.source);
  add('t.occurred_on = ?', query.occurred_on);
  add('t.occurred_on >= ?', query.occurred_on__gte);
  add('t.occurred_on <= ?', query.occurred_on__lte);
  add('t.payer_id = ?', query.member_id);
  add('t.beneficiary_id = ?', query.beneficiary_id);
  add('t.author_id = ?', query.author_id);
  add('t.import_id = ?', query.import_id);
  add('t.currency = ?', query.currency);
  add('t.needs_review = ?', query.needs_review);
  add('t.is_split = ?', query.has_splits);
  add('(t.transfer_id is not null) = ?', query.has_transfer);
  add('t.memo ilike ?', query.memo__contains === undefined ? undefined : `%${query.memo__contains}%`);
  add('t.amount_minor >= ?', amountBound(ctx, query.amount__gte, 'amount__gte'));
  add('t.amount_minor <= ?', amountBound(ctx, query.amount__lte, 'amount__lte'));
  if (query.uncategorised) add("t.category_id is null and not t.is_split and t.type <> 'transfer'");
  return [...conditions, ...(await namedConditions(ctx, query))];
}

/** Filters that name something with parts of its own: categories, payees, merchants, tags. */
async function namedConditions(ctx: HouseholdContext, query: ListQuery): Promise<Condition[]> {
  const conditions: Condition[] = [];
  const tags = query.tag_id__in ?? (query.tag_id === undefined ? undefined : [query.tag_id]);
  if (tags) {
    const sql = `t.id in (select g.transaction_id from transaction_tags g
      where g.household_id = t.household_id and g.tag_id = any(?::uuid[]))`;
    conditions.push({ sql, values: [tags] });
  }
  const wanted = query.category_id__in ?? (query.category_id === undefined ? undefined : [query.category_id]);
  if (wanted) {
    const all = (await Promise.all(wanted.map(async (id) => await descendantsOf(ctx, id)))).flat();
    const sql = `(t.category_id = any(?::uuid[]) or t.id in (select s.transaction_id from transaction_splits s
      where s.household_id = t.household_id and s.category_id = any(?::uuid[])))`;
    conditions.push({ sql, values: [all, all] });
  }
  if (query.payee__contains !== undefined) {
    conditions.push({
      sql: 't.payee_id = any(?::uuid[])',
      values: [await payeesLike(ctx, query.payee__contains)],
    });
  }
  if (query.merchant_id !== undefined) {
    const sql = `t.payee_id in (select p.id from payees p where p.household_id = t.household_id and p.merchant_id = ?)`;
    conditions.push({ sql, values: [query.merchant_id] });
  }
  return conditions;
}

function amountBound(ctx: HouseholdContext, text: string | undefined, name: string): bigint | undefined {
  return text === undefined ? undefined : amountIn(ctx.currency, text, `/${name}`);
}
