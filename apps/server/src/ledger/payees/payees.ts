/**
 * The names that banks and people write for whom they pay, each once. Names of private accounts are kept apart, so that
 * nobody learns from a list of names where somebody else has been.
 */
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { nameKey, tidyName } from '@kinwise/engines/categorisation/names';
import { happened } from '../../events.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { page, positionOf } from '../../platform/lists.ts';
import { notFound } from '../../platform/problems.ts';
import { payeeOnTheWire } from './payees.schema.ts';
import type { PayeeListQuery } from './payees.schema.ts';
import {
  assignPayees,
  entriesOf,
  findPayees,
  insertPayees,
  movePayees,
  readAliases,
  readNames,
  readPayee,
  readUses,
  searchPayees,
  visiblePayees,
} from './payees.store.ts';
import type { Alias, MerchantUse, PayeeRow } from './payees.store.ts';

export type { Alias, MerchantUse, PayeeRow } from './payees.store.ts';

/** The payee of a name, made when it is new; null for a blank name. `privateTo` is that of the entry's account. */
export async function payeeIdFor(
  ctx: HouseholdContext,
  name: string,
  privateTo: Id | null,
): Promise<Id | null> {
  return (await payeeIdsFor(ctx, [name], privateTo)).get(name) ?? null;
}

/** The shared payee of a name, if there is one already. */
export async function sharedPayee(ctx: HouseholdContext, name: string): Promise<Id | undefined> {
  const key = nameKey(name);
  return key === '' ? undefined : (await findPayees(ctx, [key], null))[0]?.id;
}

/**
 * The same for many names at once, in one or two statements: found by the name as it was given. Blank names are left
 * out. Names that differ only in case or blanks share a payee.
 */
export async function payeeIdsFor(
  ctx: HouseholdContext,
  names: readonly string[],
  privateTo: Id | null,
): Promise<Map<string, Id>> {
  const byName = new Map<string, { name: string; key: string }>();
  const byKey = new Map<string, string>();
  for (const given of names) {
    if (byName.has(given)) continue;
    const name = tidyName(given);
    if (name === '') continue;
    const key = nameKey(name);
    byName.set(given, { name, key });
    if (!byKey.has(key)) byKey.set(key, name);
  }
  const ids = await idsByKey(ctx, byKey, privateTo);
  const found = new Map<string, Id>();
  for (const [given, { key }] of byName) {
    const id = ids.get(key);
    if (id !== undefined) found.set(given, id);
  }
  return found;
}

/** The names of payees as they were given, by id. */
export async function payeeNames(ctx: HouseholdContext, ids: readonly Id[]): Promise<Map<Id, string>> {
  return new Map((await readNames(ctx, [...new Set(ids)])).map((row) => [row.id, row.name]));
}

export async function pageOfPayees(ctx: HouseholdContext, query: PayeeListQuery) {
  const { page_size: size, sort, q } = query;
  const from = query.cursor === undefined ? undefined : positionOf(ctx.ground, sort, query.cursor);
  const { rows, meta } = page(ctx.ground, await searchPayees(ctx, q, { size, from }), {
    size,
    sort,
    from,
    filters: { q },
    valuesOf: (row) => [row.name_key, row.id],
  });
  return { results: rows.map(payeeOnTheWire), _meta: meta };
}

/** A payee that the actor sees, or 404. */
export async function requirePayee(ctx: HouseholdContext, id: Id): Promise<PayeeRow> {
  const row = await readPayee(ctx, id);
  if (!row) throw notFound('payee');
  return row;
}

/** The payees that a name means to the actor: the shared one (or theirs, where it is to be private), made when new. */
export async function payeesNamed(
  ctx: HouseholdContext,
  name: string,
  privateTo: Id | null,
): Promise<PayeeRow[]> {
  await payeeIdFor(ctx, name, privateTo);
  const rows = await visiblePayees(ctx, nameKey(name));
  return rows.filter((row) => privateTo === null || row.private_to === privateTo);
}

export async function aliasesOf(ctx: HouseholdContext, merchants: readonly Id[]): Promise<Alias[]> {
  return merchants.length === 0 ? [] : await readAliases(ctx, merchants);
}

export async function usesOf(ctx: HouseholdContext, merchants: readonly Id[]): Promise<MerchantUse[]> {
  return merchants.length === 0 ? [] : await readUses(ctx, merchants);
}

/** Gives payees to a merchant, or to nobody. Their entries show another merchant from now on, and devices hear of it. */
export async function givePayees(ctx: HouseholdContext, ids: readonly Id[], to: Id | null): Promise<void> {
  if (ids.length === 0) return;
  await assignPayees(ctx, ids, to);
  await tellEntries(ctx, ids);
}

/** Gives everything of one merchant to another, or to nobody. */
export async function giveAll(ctx: HouseholdContext, from: Id, to: Id | null): Promise<void> {
  await tellEntries(ctx, await movePayees(ctx, from, to));
}

async function idsByKey(
  ctx: HouseholdContext,
  wanted: ReadonlyMap<string, string>,
  privateTo: Id | null,
): Promise<Map<string, Id>> {
  const ids = new Map<string, Id>();
  const take = (rows: readonly PayeeRow[]): void => {
    for (const row of rows) ids.set(row.name_key, row.id);
  };
  const missing = (): string[] => [...wanted.keys()].filter((key) => !ids.has(key));
  if (wanted.size > 0) take(await findPayees(ctx, [...wanted.keys()], privateTo));
  const fresh = missing().map((key) => ({ id: newId(), name: wanted.get(key) ?? key, name_key: key }));
  if (fresh.length > 0) take(await insertPayees(ctx, fresh, privateTo));
  // Whatever is missing still was written by somebody else in between, and is committed by now.
  if (missing().length > 0) take(await findPayees(ctx, missing(), privateTo));
  return ids;
}

async function tellEntries(ctx: HouseholdContext, payees: readonly Id[]): Promise<void> {
  if (payees.length === 0) return;
  const groups = new Map<Id | null, Id[]>();
  for (const { id, private_to } of await entriesOf(ctx, payees)) {
    const group = groups.get(private_to);
    if (group) group.push(id);
    else groups.set(private_to, [id]);
  }
  for (const [privateTo, ids] of groups) {
    ctx.emit({ ...happened('transaction.changed', { ids, privateTo }), silent: true });
  }
}
