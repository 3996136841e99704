import { addDays } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';
import { actorId } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { todayIn, millisecondsOf } from '../../platform/clock.ts';
import { page, positionOf } from '../../platform/lists.ts';
import { notFound } from '../../platform/problems.ts';
import { conditionsOf, partConditions, searchOf } from '../filters/filters.ts';
import type { Condition } from '../filters/filters.ts';
import { totalsOnTheWire, transactionOnTheWire } from './register.schema.ts';
import type { ListQuery, WireTotals, WireTransaction } from './register.schema.ts';
import {
  idsForCopy,
  idsOfPayee,
  readByIds,
  readOpenSides,
  readRegister,
  readTotals,
  visibleTo,
} from './register.store.ts';
import type { OpenSide, Order, RegisterRow } from './register.store.ts';

type RegisterPage = {
  results: WireTransaction[];
  _meta: ReturnType<typeof page>['meta'] & {
    totals?: WireTotals;
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
  const found = await readTotals(ctx, { where, either, parts: await partConditions(ctx, query) });
  return { results, _meta: { ...meta, totals: totalsOnTheWire(found, ctx.currency) } };
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
    is_split: boolean;
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
  // A transfer has no parts, and what has parts becomes none.
  if (row.transfer_id !== null) return ['edit', 'tag', 'delete', 'unlink_transfer'];
  return ['edit', 'split', 'tag', 'delete', ...(row.is_split ? [] : ['link_transfer'])];
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
