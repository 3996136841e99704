import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import { actorId } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { page, positionOf } from '../../platform/lists.ts';
import { Problem, invalid, notFound, stale } from '../../platform/problems.ts';
import { constraintOf } from '../../platform/transaction.ts';
import { requireCategories } from '../categories/categories.ts';
import { aliasesOf, giveAll, givePayees, payeesNamed, requirePayee, usesOf } from '../payees/payees.ts';
import type { Alias } from '../payees/payees.ts';
import { merchantOnTheWire } from './merchants.schema.ts';
import type { MerchantChange, MerchantListQuery, NewMerchant, WireMerchant } from './merchants.schema.ts';
import {
  holdMerchants,
  insertMerchant,
  moveDefaults,
  readMerchants,
  updateMerchant,
} from './merchants.store.ts';
import type { MerchantRow } from './merchants.store.ts';

export type { MerchantRow } from './merchants.store.ts';
// Whoever writes entries names a payee; that it is kept beside the merchants is no concern of theirs.
export { payeeIdFor, payeeIdsFor, sharedPayee, payeeNames } from '../payees/payees.ts';

type At = { id: Id; ifVersion: number | undefined };

export async function pageOfMerchants(ctx: HouseholdContext, query: MerchantListQuery) {
  const { page_size: size, sort, q } = query;
  const from = query.cursor === undefined ? undefined : positionOf(ctx.ground, sort, query.cursor);
  const { rows, meta } = page(ctx.ground, await readMerchants(ctx, { q }, { size, from }), {
    size,
    sort,
    from,
    filters: { q },
    valuesOf: (row) => [row.name_key, row.id],
  });
  return { results: await onTheWire(ctx, rows), _meta: meta };
}

/** Merchants by name: those of these ids, or all of them. */
export async function listMerchants(ctx: HouseholdContext, ids?: readonly Id[]): Promise<WireMerchant[]> {
  return await onTheWire(ctx, await readMerchants(ctx, { ids }));
}

export async function showMerchant(ctx: HouseholdContext, id: Id): Promise<WireMerchant> {
  const [row] = await onTheWire(ctx, [await requireMerchant(ctx, id)]);
  return row as WireMerchant;
}

/** A merchant that the actor sees, or 404. */
export async function requireMerchant(ctx: HouseholdContext, id: Id): Promise<MerchantRow> {
  const [row] = await readMerchants(ctx, { ids: [id] });
  if (!row) throw notFound('merchant');
  return row;
}

/** Names and default categories of all merchants, for those who propose a category. */
export async function merchantFacts(ctx: HouseholdContext): Promise<MerchantRow[]> {
  return await readMerchants(ctx, {});
}

export async function addMerchant(ctx: HouseholdContext, body: NewMerchant): Promise<WireMerchant> {
  const id = body.id ?? newId();
  const private_to = body.visibility === 'private' ? (actorId(ctx) ?? null) : null;
  await checkDefault(ctx, body.default_category_id);
  const { name, default_category_id, colour } = body;
  await uniquely(name, async () => {
    await insertMerchant(ctx, { id, name, default_category_id, colour, private_to });
  });
  await adopt(ctx, { id, name, private_to }, [name, ...body.aliases]);
  ctx.emit(happened('merchant.created', { ids: [id], after: body, privateTo: private_to }));
  return await showMerchant(ctx, id);
}

export async function changeMerchant(
  ctx: HouseholdContext,
  at: At,
  body: MerchantChange,
): Promise<WireMerchant> {
  const before = await unmoved(ctx, at);
  await checkDefault(ctx, body.default_category_id ?? null);
  await uniquely(body.name ?? before.name, async () => {
    if (!(await updateMerchant(ctx, before, body))) throw stale(await showMerchant(ctx, at.id));
  });
  if (body.name !== undefined) await adopt(ctx, { ...before, name: body.name }, [body.name]);
  ctx.emit(happened('merchant.changed', { ids: [at.id], before, after: body, privateTo: before.private_to }));
  return await showMerchant(ctx, at.id);
}

/** The names stay with their entries; they belong to no merchant any more. */
export async function deleteMerchant(ctx: HouseholdContext, at: At): Promise<void> {
  const before = await unmoved(ctx, at);
  await retire(ctx, before, null);
}

/** Gives all names and entries of one merchant to another, which takes over a default category where it has none. */
export async function mergeMerchant(ctx: HouseholdContext, at: At, intoId: Id): Promise<WireMerchant> {
  if (intoId === at.id) throw invalid('/into_id', 'same', 'into_id: must be another merchant');
  // Both in one order, so that who merges them the other way round waits.
  await holdMerchants(ctx, [at.id, intoId]);
  const before = await unmoved(ctx, at);
  const [into] = await readMerchants(ctx, { ids: [intoId] });
  if (!into) throw invalid('/into_id', 'merchant_unknown', 'There is no such merchant in this household.');
  if (into.private_to !== null && before.private_to === null) {
    throw invalid(
      '/into_id',
      'private',
      `"${into.name}" is private. Merge it into "${before.name}" instead.`,
    );
  }
  // The default of a private merchant says something about its owner, and stays with it.
  const inherited = before.private_to === into.private_to ? before.default_category_id : null;
  const default_category_id = into.default_category_id ?? inherited;
  await retire(ctx, before, into);
  if (!(await updateMerchant(ctx, into, { default_category_id })))
    throw stale(await showMerchant(ctx, into.id));
  ctx.emit(
    happened('merchant.changed', {
      ids: [into.id],
      before: { default_category_id: into.default_category_id },
      after: { merged: before.id, default_category_id },
      privateTo: into.private_to,
    }),
  );
  return await showMerchant(ctx, into.id);
}

export async function addAlias(ctx: HouseholdContext, at: At, name: string): Promise<WireMerchant> {
  const before = await unmoved(ctx, at);
  await adopt(ctx, before, [name]);
  await touched(ctx, before, { before: { alias: null }, after: { alias: name } });
  return await showMerchant(ctx, at.id);
}

export async function removeAlias(ctx: HouseholdContext, at: At, aliasId: Id): Promise<WireMerchant> {
  const before = await unmoved(ctx, at);
  const payee = await requirePayee(ctx, aliasId);
  if (payee.merchant_id !== before.id) throw notFound('alias of this merchant');
  await givePayees(ctx, [payee.id], null);
  await touched(ctx, before, { before: { alias: payee.name }, after: { alias: null } });
  return await showMerchant(ctx, at.id);
}

/** When a category goes, merchants that proposed it propose another one, or none. */
export async function moveDefaultCategory(ctx: HouseholdContext, from: Id, to: Id | null): Promise<void> {
  for (const { id, private_to } of await moveDefaults(ctx, from, to)) {
    const sides = { before: { default_category_id: from }, after: { default_category_id: to } };
    ctx.emit(happened('merchant.changed', { ids: [id], ...sides, privateTo: private_to }));
  }
}

/** What a merchant that is gone leaves to another one: also the names on private accounts that the actor did not see. */
export async function followMerge(ctx: HouseholdContext, from: Id, into: Id | null): Promise<void> {
  await giveAll(ctx, from, into);
}

/** What may be done with a merchant now. */
export async function actionsOn(ctx: HouseholdContext, id: Id): Promise<readonly string[]> {
  return (await showMerchant(ctx, id)).available_actions;
}

async function retire(ctx: HouseholdContext, row: MerchantRow, into: MerchantRow | null): Promise<void> {
  if (!(await updateMerchant(ctx, row, { deleted_at: ctx.now })))
    throw stale(await showMerchant(ctx, row.id));
  await giveAll(ctx, row.id, into?.id ?? null);
  const about = { ids: [row.id], before: row, privateTo: row.private_to, data: { into: into?.id ?? null } };
  ctx.emit(happened('merchant.deleted', about));
}

type Adopter = Pick<MerchantRow, 'id' | 'name' | 'private_to'>;

/** Makes names belong to a merchant; a name that another one has is refused, because nobody said what to do about it. */
async function adopt(ctx: HouseholdContext, merchant: Adopter, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const payees = await payeesNamed(ctx, name, merchant.private_to);
    const other = payees.find((payee) => payee.merchant_id !== null && payee.merchant_id !== merchant.id);
    if (other?.merchant_id) {
      const owner = await requireMerchant(ctx, other.merchant_id);
      throw new Problem(
        'RESOURCE_3002',
        `"${other.name}" belongs to "${owner.name}". Take it off there, or merge the two merchants.`,
        { errors: [{ pointer: '/name', code: 'taken', message: 'Another merchant has this name.' }] },
      );
    }
    await givePayees(
      ctx,
      payees.filter((payee) => payee.merchant_id === null).map((payee) => payee.id),
      merchant.id,
    );
  }
}

async function touched(
  ctx: HouseholdContext,
  row: MerchantRow,
  sides: { before: object; after: object },
): Promise<void> {
  if (!(await updateMerchant(ctx, row, {}))) throw stale(await showMerchant(ctx, row.id));
  ctx.emit(happened('merchant.changed', { ids: [row.id], ...sides, privateTo: row.private_to }));
}

async function checkDefault(ctx: HouseholdContext, id: Id | null): Promise<void> {
  if (id !== null) await requireCategories(ctx, [{ id, pointer: '/default_category_id' }]);
}

async function unmoved(ctx: HouseholdContext, at: At): Promise<MerchantRow> {
  const row = await requireMerchant(ctx, at.id);
  if (at.ifVersion !== undefined && at.ifVersion !== row.version) throw stale(await showMerchant(ctx, at.id));
  return row;
}

async function onTheWire(ctx: HouseholdContext, rows: readonly MerchantRow[]): Promise<WireMerchant[]> {
  const ids = rows.map((row) => row.id);
  const [aliases, uses] = [await aliasesOf(ctx, ids), await usesOf(ctx, ids)];
  const actions = ctx.reach('categories.manage') === 'none' ? [] : ['edit', 'merge', 'delete'];
  const useOf = new Map(uses.map((use) => [use.merchant_id, use]));
  const aliasesBy = new Map<Id, Alias[]>(ids.map((id) => [id, []]));
  for (const alias of aliases) aliasesBy.get(alias.merchant_id)?.push(alias);
  return rows.map((row) =>
    merchantOnTheWire(row, { aliases: aliasesBy.get(row.id) ?? [], use: useOf.get(row.id), actions }),
  );
}

async function uniquely(name: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (constraintOf(error) === 'merchants_name') {
      throw new Problem(
        'RESOURCE_3002',
        `There is a merchant "${name}" already. Choose another name, or merge the two.`,
        { errors: [{ pointer: '/name', code: 'taken', message: 'The name is taken.' }] },
      );
    }
    if (constraintOf(error) === 'merchants_pkey') {
      throw new Problem('RESOURCE_3002', 'This id is in use. Make a new one.');
    }
    throw error;
  }
}
