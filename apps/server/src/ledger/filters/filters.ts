import { exponentOf } from '@kinwise/core/currencies';
import type { Id } from '@kinwise/core/ids';
import { readAmount } from '@kinwise/core/money';
import type { HouseholdContext } from '../../platform/context.ts';
import { amountIn } from '../../platform/fields.ts';
import { containing } from '../../platform/patterns.ts';
import { descendantsOf } from '../categories/categories.ts';
import type { ListQuery } from '../register/register.schema.ts';
import { PAYEES_LIKE, PAYEES_MOST, currenciesHeld, payeePattern, payeesLike } from './filters.store.ts';

/** A condition of a list; `?` stands for its value, whose number is given when the statement is put together. */
export type Condition = { readonly sql: string; readonly values: readonly unknown[] };

/** A condition that one of a few payees bears: each is looked up by itself, since an index holds its entries in order. */
export type Alternative = Condition & { readonly payees?: readonly Id[] };

/** A search through the payees, the texts of notes and memos, and the exact amount, each by an index of its own. */
export async function searchOf(ctx: HouseholdContext, text: string): Promise<Alternative[]> {
  const pattern = containing(text);
  return [
    await payeeCondition(ctx, text),
    {
      sql: "(t.memo <> '' or t.notes <> '') and (t.notes ilike ? or t.memo ilike ?)",
      values: [pattern, pattern],
    },
    ...(await sameAmount(ctx, text.replace(/^[$€£]/, '').replace(/,/g, ''))),
  ];
}

/** Entries whose payee, or its merchant, has the text in its name. */
async function payeeCondition(ctx: HouseholdContext, text: string): Promise<Alternative> {
  const payees = await payeesLike(ctx, text);
  if (payees.length <= PAYEES_MOST) return { sql: 't.payee_id = any(?::uuid[])', values: [payees], payees };
  return {
    sql: `t.payee_id in (select p.id ${PAYEES_LIKE('t.household_id', '?')})`,
    values: [payeePattern(text), payeePattern(text)],
  };
}

/** Entries of the amount, spent or received, each as it is written in the currency of its account. */
async function sameAmount(ctx: HouseholdContext, text: string): Promise<Alternative[]> {
  if (!/^-?\d/.test(text)) return [];
  const groups = await byDecimals(ctx);
  return groups.flatMap((currencies) => {
    const read = readAmount(text, currencies[0]);
    if (!read.ok || read.minor === 0n) return [];
    const both = [read.minor, -read.minor];
    if (groups.length === 1) return [{ sql: 't.amount_minor = any(?::bigint[])', values: [both] }];
    const sql = 't.currency = any(?::text[]) and t.amount_minor = any(?::bigint[])';
    return [{ sql, values: [currencies, both] }];
  });
}

/** A bound of the amount as it is written in the currency of each account: 1000 are a thousand yen, or dollars. */
async function amountBound(
  ctx: HouseholdContext,
  { text, name, sign }: { text: string | undefined; name: string; sign: '>=' | '<=' },
): Promise<Condition[]> {
  if (text === undefined) return [];
  const groups = await byDecimals(ctx);
  const finest = groups.at(-1)?.[0] ?? ctx.currency;
  const minor = amountIn(finest, text, `/${name}`);
  if (groups.length === 1) return [{ sql: `t.amount_minor ${sign} ?`, values: [minor] }];
  const each = groups.map(() => `t.currency = any(?::text[]) and t.amount_minor ${sign} ?::numeric`);
  // "12.50e2" is exact in PostgreSQL: the bound in minor units, with a fraction where the currency has no cents.
  const values = groups.flatMap((group) => [group, `${text}e${exponentOf(group[0])}`]);
  return [{ sql: `((${each.join(') or (')}))`, values }];
}

/** The currencies of the household's accounts by how many decimals they have, the fewest first. */
async function byDecimals(ctx: HouseholdContext): Promise<[string, ...string[]][]> {
  const held = new Set([ctx.currency, ...(await currenciesHeld(ctx))]);
  const groups = new Map<number, [string, ...string[]]>();
  for (const currency of held) {
    const group = groups.get(exponentOf(currency));
    if (group) group.push(currency);
    else groups.set(exponentOf(currency), [currency]);
  }
  return [...groups].sort(([one], [other]) => one - other).map(([, group]) => group);
}

/** What the filters of a list ask of an entry, all of it at once. */
export async function conditionsOf(ctx: HouseholdContext, query: ListQuery): Promise<Condition[]> {
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
  add('t.memo ilike ?', query.memo__contains === undefined ? undefined : containing(query.memo__contains));
  add("(t.category_id is null and not t.is_split and t.type <> 'transfer') = ?", query.uncategorised);
  return [
    ...conditions,
    ...(await amountBound(ctx, { text: query.amount__gte, name: 'amount__gte', sign: '>=' })),
    ...(await amountBound(ctx, { text: query.amount__lte, name: 'amount__lte', sign: '<=' })),
    ...(await namedConditions(ctx, query)),
  ];
}

/** Filters that name something with parts of its own: categories, payees, merchants, tags. */
async function namedConditions(ctx: HouseholdContext, query: ListQuery): Promise<Condition[]> {
  const conditions: Condition[] = [];
  for (const tags of asked(query.tag_id, query.tag_id__in)) {
    const sql = `t.id in (select g.transaction_id from transaction_tags g
      where g.household_id = t.household_id and g.tag_id = any(?::uuid[]))`;
    conditions.push({ sql, values: [tags] });
  }
  for (const all of await categoriesAsked(ctx, query)) {
    const sql = `(t.category_id = any(?::uuid[]) or t.id in (select s.transaction_id from transaction_splits s
      where s.household_id = t.household_id and s.category_id = any(?::uuid[])))`;
    conditions.push({ sql, values: [all, all] });
  }
  if (query.payee__contains !== undefined) {
    conditions.push(await payeeCondition(ctx, query.payee__contains));
  }
  if (query.merchant_id !== undefined) {
    const sql = `t.payee_id in (select p.id from payees p where p.household_id = t.household_id and p.merchant_id = ?)`;
    conditions.push({ sql, values: [query.merchant_id] });
  }
  return conditions;
}

/** What the filters by category ask of a part `s` of a split entry: the others of its parts are in no sum of that category. */
export async function partConditions(ctx: HouseholdContext, query: ListQuery): Promise<Condition[]> {
  const asked = await categoriesAsked(ctx, query);
  return asked.map((all) => ({ sql: 's.category_id = any(?::uuid[])', values: [all] }));
}

/** The categories that each filter names, with all below them. */
async function categoriesAsked(ctx: HouseholdContext, query: ListQuery): Promise<Id[][]> {
  const below = async (id: Id): Promise<Id[]> => await descendantsOf(ctx, id);
  const filters = asked(query.category_id, query.category_id__in);
  return await Promise.all(filters.map(async (wanted) => (await Promise.all(wanted.map(below))).flat()));
}

/** A filter by one and by any of several: each of them has to hold. */
function asked(one: Id | undefined, any: readonly Id[] | undefined): (readonly Id[])[] {
  return [...(one === undefined ? [] : [[one]]), ...(any === undefined ? [] : [any])];
}
