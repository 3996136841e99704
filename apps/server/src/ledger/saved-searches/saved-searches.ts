import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import { actorId } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { Problem, notFound, stale } from '../../platform/problems.ts';
import { constraintOf } from '../../platform/transaction.ts';
import { savedSearchOnTheWire } from './saved-searches.schema.ts';
import type { NewSavedSearch, SavedSearchChange, WireSavedSearch } from './saved-searches.schema.ts';
import {
  insertSavedSearch,
  readSavedSearches,
  removeSavedSearch,
  takeSearchesTurn,
  updateSavedSearch,
} from './saved-searches.store.ts';
import type { SavedSearchRow } from './saved-searches.store.ts';

/** So many fit into a menu; and a copy of all of them into one page of the sync. */
const MOST = 50;

type At = { id: Id; ifVersion: number | undefined };

/** The actor's own, by name. Nobody else in the household has them. */
export async function listSavedSearches(
  ctx: HouseholdContext,
  ids?: readonly Id[],
): Promise<WireSavedSearch[]> {
  return (await readSavedSearches(ctx, ids)).map(savedSearchOnTheWire);
}

export async function showSavedSearch(ctx: HouseholdContext, id: Id): Promise<WireSavedSearch> {
  return savedSearchOnTheWire(await existing(ctx, id));
}

export async function saveSearch(ctx: HouseholdContext, body: NewSavedSearch): Promise<WireSavedSearch> {
  const { id = newId(), name, filters } = body;
  await takeSearchesTurn(ctx, ownerOf(ctx));
  if ((await readSavedSearches(ctx)).length >= MOST) {
    throw new Problem('BUSINESS_4001', `There is room for ${MOST} saved searches. Delete one first.`);
  }
  await uniquely(name, async () => {
    await insertSavedSearch(ctx, { id, owner: ownerOf(ctx), name, filters });
  });
  ctx.emit(happened('saved_search.created', { ids: [id], after: body, privateTo: ownerOf(ctx) }));
  return await showSavedSearch(ctx, id);
}

export async function changeSavedSearch(
  ctx: HouseholdContext,
  at: At,
  change: SavedSearchChange,
): Promise<WireSavedSearch> {
  const before = await unmoved(ctx, at);
  const next = { name: change.name ?? before.name, filters: change.filters ?? before.filters };
  await uniquely(next.name, async () => {
    if (!(await updateSavedSearch(ctx, before, next))) throw stale(await showSavedSearch(ctx, at.id));
  });
  ctx.emit(
    happened('saved_search.changed', { ids: [at.id], before, after: change, privateTo: ownerOf(ctx) }),
  );
  return await showSavedSearch(ctx, at.id);
}

export async function deleteSavedSearch(ctx: HouseholdContext, at: At): Promise<void> {
  const before = await unmoved(ctx, at);
  await removeSavedSearch(ctx, at.id);
  ctx.emit(happened('saved_search.deleted', { ids: [at.id], before, privateTo: ownerOf(ctx) }));
}

/** Searches are saved by people; the program itself has none. */
function ownerOf(ctx: HouseholdContext): Id {
  const owner = actorId(ctx);
  if (owner === undefined) throw notFound('saved search');
  return owner;
}

async function existing(ctx: HouseholdContext, id: Id): Promise<SavedSearchRow> {
  const [row] = await readSavedSearches(ctx, [id]);
  if (!row) throw notFound('saved search');
  return row;
}

async function unmoved(ctx: HouseholdContext, at: At): Promise<SavedSearchRow> {
  const row = await existing(ctx, at.id);
  if (at.ifVersion !== undefined && at.ifVersion !== row.version) throw stale(savedSearchOnTheWire(row));
  return row;
}

async function uniquely(name: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (constraintOf(error) === 'saved_searches_name') {
      throw new Problem(
        'RESOURCE_3002',
        `You have a saved search "${name}" already. Choose another name, or change that one.`,
        { errors: [{ pointer: '/name', code: 'taken', message: 'The name is taken.' }] },
      );
    }
    if (constraintOf(error) === 'saved_searches_pkey')
      throw new Problem('RESOURCE_3002', 'This id is in use. Make a new one.');
    throw error;
  }
}
