import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import { mergedInto } from '../merges/merges.ts';
import type { EntryRow } from '../entries/entries.ts';
import type { Alternative, Condition } from '../filters/filters.ts';
import { isOwn, ownOnly } from '../sight/sight.ts';

/** A row of the register: the entry with the names and lists that belong to it. Split amounts are minor units as text. */
export type RegisterRow = EntryRow & {
  payee: string | null;
  merchant_id: Id | null;
  owner_id: Id;
  transfer_account_id: Id | null;
  tags: Id[] | null;
  splits: { id: Id; category_id: Id | null; member_id: Id | null; amount: string; note: string }[] | null;
};

export type Order = { readonly column: string; readonly cast: string; readonly descending: boolean };

/**
 * Makes entries wide that were found before, as `page (id)`. The fence (offset 0) has each of them fetched by its key:
 * the planner reckons with households of middling size, and for a large one it would go through everything it has.
 */
const wideOf = (page: string, household: string): string => `
  select t.*, p.name as payee, p.merchant_id, a.owner_id,
    case when t.transfer_id is null then null else (
      select o.account_id from transactions o
      where o.household_id = t.household_id and o.transfer_id = t.transfer_id and o.id <> t.id limit 1) end as transfer_account_id,
    (select array_agg(g.tag_id order by g.tag_id) from transaction_tags g
      where g.household_id = t.household_id and g.transaction_id = t.id) as tags,
    case when t.is_split then (
      select jsonb_agg(jsonb_build_object('id', s.id, 'category_id', s.category_id, 'member_id', s.member_id,
        'amount', s.amount_minor::text, 'note', s.note) order by s.position)
      from transaction_splits s where s.household_id = t.household_id and s.transaction_id = t.id) end as splits
  from ${page} page
  cross join lateral (
    select * from transactions where household_id = ${household} and id = page.id offset 0) t
  join accounts a on a.household_id = t.household_id and a.id = t.account_id
  left join payees p on p.household_id = t.household_id and p.id = t.payee_id`;

/** Numbers the parameters of conditions in the order in which they are added. */
class Statement {
  readonly values: unknown[] = [];

  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  where(conditions: readonly Condition[]): string {
    return conditions
      .map(({ sql, values }) => {
        const given = [...values];
        return sql.replace(/\?/g, () => this.value(given.shift()));
      })
      .join(' and ');
  }
}

/** What of the household's entries the actor's role may see (the database holds back private ones besides). */
export function visibleTo(ctx: HouseholdContext): Condition[] {
  const me = ownOnly(ctx);
  return me === undefined ? [] : [{ sql: isOwn('?'), values: [me, me, me] }];
}

export type RegisterQuery = {
  readonly where: readonly Condition[];
  /** Alternatives of which one has to hold, each found through an index of its own; empty for none. */
  readonly either: readonly Alternative[];
  readonly after: Condition | undefined;
  readonly order: Order;
  readonly limit: number;
};

/** A page of the register. The page is found on narrow indexes first; only its rows are made wide. */
export async function readRegister(ctx: HouseholdContext, query: RegisterQuery): Promise<RegisterRow[]> {
  const made = new Statement();
  const household = made.value(ctx.household);
  const direction = query.order.descending ? 'desc' : 'asc';
  const order = `${query.order.column} ${direction}, id ${direction}`;
  const conditions = [...query.where, ...(query.after ? [query.after] : [])];
  const branch = (extra: Condition[], link = ''): string => {
    const where = made.where([...conditions, ...extra]);
    return `(select t.id, t.${query.order.column} from transactions t where t.household_id = ${household} and ${where}${link}
      order by t.${query.order.column} ${direction}, t.id ${direction} limit ${query.limit})`;
  };
  const found = (one: Alternative): string => {
    if (!one.payees || one.payees.length > PAYEES_EACH) return branch([one]);
    const each = `unnest(${made.value([...one.payees])}::uuid[]) as payee (id)`;
    return `(select x.* from ${each} cross join lateral ${branch([], ' and t.payee_id = payee.id')} x)`;
  };
  const ids =
    query.either.length === 0
      ? branch([])
      : `(select * from (${query.either.map(found).join(' union ')}) u order by ${order} limit ${query.limit})`;
  const wide = `${wideOf(ids, household)} order by t.${query.order.column} ${direction}, t.id ${direction}`;
  return await ctx.db.text<RegisterRow>(wide, made.values);
}

/** Above this many, entries of one of the payees are met soon enough when all are gone through, newest first. */
const PAYEES_EACH = 60;

/** Rows of these ids, trashed ones too, as far as the actor may see them. */
export async function readByIds(ctx: HouseholdContext, ids: readonly Id[]): Promise<RegisterRow[]> {
  if (ids.length === 0) return [];
  const made = new Statement();
  const household = made.value(ctx.household);
  const wanted = `(select unnest(${made.value([...ids])}::uuid[]) as id)`;
  const where = made.where(visibleTo(ctx)) || 'true';
  return await ctx.db.text<RegisterRow>(`${wideOf(wanted, household)} where ${where}`, made.values);
}

export type Totals = {
  count: number;
  income_minor: bigint;
  expense_minor: bigint;
  pending: number;
  pending_income_minor: bigint;
  pending_expense_minor: bigint;
};

/**
 * Count of everything that the conditions find, and sums in the household's currency of what of it is booked, as the
 * figures of the month have them, and of what is pending; transfers only count. Of split entries only the parts `s` count that
 * bear `parts`, where that asks anything.
 */
export async function readTotals(
  ctx: HouseholdContext,
  query: Pick<RegisterQuery, 'where' | 'either'> & { readonly parts: readonly Condition[] },
): Promise<Totals> {
  const made = new Statement();
  const household = made.value(ctx.household);
  const where = made.where(query.where);
  const either =
    query.either.length === 0 ? 'true' : `(${query.either.map((one) => made.where([one])).join(' or ')})`;
  const parts = 's.household_id = t.household_id and s.transaction_id = t.id';
  const minor = (): string =>
    query.parts.length === 0
      ? 't.household_minor'
      : `case when t.is_split then (select sum(s.household_minor) from transaction_splits s where ${parts} and
          ${made.where(query.parts)}) else t.household_minor end`;
  const sum = (type: string, status: string): string =>
    `coalesce(sum(${minor()}) filter (where t.type = '${type}' and t.status = '${status}'), 0)::bigint`;
  const [row] = await ctx.db.text<Totals>(
    `select count(*)::int as count, ${sum('income', 'completed')} as income_minor,
       ${sum('expense', 'completed')} as expense_minor, count(*) filter (where t.status = 'pending')::int as pending,
       ${sum('income', 'pending')} as pending_income_minor, ${sum('expense', 'pending')} as pending_expense_minor
     from transactions t where t.household_id = ${household} and ${where} and ${either}`,
    made.values,
  );
  return row as Totals;
}

/** Ids of living entries with the payee of another, for «all like this one». */
export async function idsOfPayee(ctx: HouseholdContext, payee: Id, category: Id | null): Promise<Id[]> {
  const made = new Statement();
  const household = made.value(ctx.household);
  const where = made.where([
    { sql: 't.payee_id = ?', values: [payee] },
    { sql: 't.category_id is distinct from ?', values: [category] },
    ...visibleTo(ctx),
  ]);
  const rows = await ctx.db.text<{ id: Id }>(
    `select t.id from transactions t where t.household_id = ${household} and t.deleted_at is null and not t.is_split
       and t.type <> 'transfer' and ${where} order by t.id limit 20000`,
    made.values,
  );
  return rows.map((row) => row.id);
}

/** Ids of the newest entries after a position, for a device that has nothing yet: newest first, one page. */
export async function idsForCopy(
  ctx: HouseholdContext,
  at: { after: { on: string; id: Id } | undefined; limit: number },
): Promise<{ id: Id; occurred_on: string }[]> {
  const made = new Statement();
  const household = made.value(ctx.household);
  const conditions: Condition[] = [{ sql: 't.deleted_at is null', values: [] }, ...visibleTo(ctx)];
  if (at.after) {
    conditions.push({
      sql: '(t.occurred_on, t.id) < (?::date, ?::uuid)',
      values: [at.after.on, at.after.id],
    });
  }
  const where = made.where(conditions);
  return await ctx.db.text(
    `select t.id, t.occurred_on from transactions t where t.household_id = ${household} and ${where}
     order by t.occurred_on desc, t.id desc limit ${at.limit}`,
    made.values,
  );
}

export type Comparable = Pick<
  EntryRow,
  | 'id'
  | 'occurred_on'
  | 'amount_minor'
  | 'memo'
  | 'reference'
  | 'bank_id'
  | 'balance_after_minor'
  | 'status'
  | 'source'
> & { payee: string | null; merged_into: Id | null };

/**
 * What an account holds within some days, in the few columns that doubles are told by. What was merged into an entry of the
 * books is there in it: the file that brought it may come again.
 */
export async function readComparable(
  ctx: HouseholdContext,
  at: { account: Id; from: string; to: string; since?: string; not?: Id },
): Promise<Comparable[]> {
  return await ctx.db.text<Comparable>(
    `with ${mergedInto()}
     select t.id, t.occurred_on, t.amount_minor, t.memo, t.reference, t.bank_id, t.balance_after_minor, t.status, t.source,
       p.name as payee, t.merged_into
     from (
       select * from transactions b where b.household_id = $1 and b.deleted_at is null
       union all
       select m.* from merged join transactions m on m.household_id = $1 and m.id = merged.id) t
     left join payees p on p.household_id = t.household_id and p.id = t.payee_id
     where t.household_id = $1 and t.account_id = $2 and t.occurred_on between $3 and $4
       and ($5::timestamptz is null or t.created_at > $5) and ($6::uuid is null or t.import_id is distinct from $6)
     order by t.occurred_on, t.id`,
    [ctx.household, at.account, at.from, at.to, at.since ?? null, at.not ?? null],
  );
}

export type OpenSide = {
  id: Id;
  account_id: Id;
  account_name: string;
  account_number: string;
  on: string;
  amount_minor: bigint;
  currency: string;
  payee: string;
  memo: string;
};

/** Booked entries of other accounts that are no transfer yet, of given amounts, within some days. */
export async function readOpenSides(
  ctx: HouseholdContext,
  at: {
    not: Id;
    currency: string;
    amounts: readonly bigint[];
    days: readonly string[];
    daysApart: number;
    from: string;
    to: string;
  },
): Promise<OpenSide[]> {
  return await ctx.db.text<OpenSide>(
    `with wanted as materialized (
       select distinct u.amount, u.day from unnest($4::bigint[], $7::date[]) as u (amount, day))
     select t.id, t.account_id, a.name as account_name, coalesce(a.number_last4, '') as account_number, t.occurred_on as on,
       t.amount_minor, t.currency, coalesce(p.name, '') as payee, t.memo
     from transactions t
     join accounts a on a.household_id = t.household_id and a.id = t.account_id
     left join payees p on p.household_id = t.household_id and p.id = t.payee_id
     where t.household_id = $1 and t.account_id <> $2 and t.currency = $3 and exists (
         select from wanted w where w.amount = t.amount_minor and w.day between t.occurred_on - $8::int and t.occurred_on + $8::int)
       and t.occurred_on between $5 and $6 and t.deleted_at is null and t.transfer_id is null and not t.is_split
       and t.status = 'completed'
     limit 20000`,
    [ctx.household, at.not, at.currency, [...at.amounts], at.from, at.to, [...at.days], at.daysApart],
  );
}
