import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { Problem, notFound, stale } from '../../platform/problems.ts';
import { constraintOf } from '../../platform/transaction.ts';
import { tagOnTheWire } from './tags.schema.ts';
import type { NewTag, TagChange } from './tags.schema.ts';
import {
  addTagLinks,
  countTags,
  insertTag,
  readTag,
  readTags,
  removeTagLinks,
  updateTag,
} from './tags.store.ts';
import type { TagRow } from './tags.store.ts';

type WireTag = ReturnType<typeof tagOnTheWire>;

export async function listTags(ctx: HouseholdContext, ids?: readonly Id[]): Promise<WireTag[]> {
  return (await readTags(ctx, ids)).map((row) => onTheWire(ctx, row));
}

export async function showTag(ctx: HouseholdContext, id: Id): Promise<WireTag> {
  return onTheWire(ctx, await existing(ctx, id));
}

export async function addTag(ctx: HouseholdContext, body: NewTag): Promise<WireTag> {
  const id = body.id ?? newId();
  await uniquely(body.name, async () => {
    await insertTag(ctx, { id, name: body.name, colour: body.colour });
  });
  ctx.emit(happened('tag.created', { ids: [id], after: body }));
  return await showTag(ctx, id);
}

export async function changeTag(
  ctx: HouseholdContext,
  at: { id: Id; ifVersion: number | undefined },
  change: TagChange,
): Promise<WireTag> {
  const before = await unmoved(ctx, at);
  await uniquely(change.name ?? before.name, async () => {
    if (!(await updateTag(ctx, before, change))) throw stale(await showTag(ctx, at.id));
  });
  ctx.emit(happened('tag.changed', { ids: [at.id], before, after: change }));
  return await showTag(ctx, at.id);
}

/** A deleted tag stays on the entries that have it, unseen; its name becomes free. */
export async function deleteTag(
  ctx: HouseholdContext,
  at: { id: Id; ifVersion: number | undefined },
): Promise<void> {
  const before = await unmoved(ctx, at);
  if (!(await updateTag(ctx, before, { deleted_at: ctx.now }))) throw stale(await showTag(ctx, at.id));
  ctx.emit(happened('tag.deleted', { ids: [at.id], before }));
}

/** The tags of these ids exist; otherwise 404, whether missing or foreign. */
export async function requireTags(ctx: HouseholdContext, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  if ((await countTags(ctx, ids)) < new Set(ids).size) throw notFound('tag');
}

export { readLinkedTags as tagsOf, setLinkSight } from './tags.store.ts';

type Tagged = { readonly id: Id; readonly private_to: Id | null };

/** Puts tags on entries; a tag that is there already stays. The entries' own change tells of it. */
export async function linkTags(
  ctx: HouseholdContext,
  entries: readonly Tagged[],
  tags: readonly Id[],
): Promise<void> {
  const links = entries.flatMap(({ id, private_to }) =>
    tags.map((tag_id) => ({ transaction_id: id, tag_id, private_to })),
  );
  await addTagLinks(ctx, links);
}

export async function unlinkTags(
  ctx: HouseholdContext,
  entries: readonly Tagged[],
  tags: readonly Id[] | 'all',
): Promise<void> {
  await removeTagLinks(
    ctx,
    entries.map((entry) => entry.id),
    tags,
  );
}

async function existing(ctx: HouseholdContext, id: Id): Promise<TagRow> {
  const row = await readTag(ctx, id);
  if (!row) throw notFound('tag');
  return row;
}

async function unmoved(
  ctx: HouseholdContext,
  at: { id: Id; ifVersion: number | undefined },
): Promise<TagRow> {
  const row = await existing(ctx, at.id);
  if (at.ifVersion !== undefined && at.ifVersion !== row.version) throw stale(onTheWire(ctx, row));
  return row;
}

function onTheWire(ctx: HouseholdContext, row: TagRow): WireTag {
  return tagOnTheWire(row, ctx.reach('categories.manage') === 'none' ? [] : ['edit', 'delete']);
}

async function uniquely(name: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (constraintOf(error) === 'tags_name') {
      throw new Problem(
        'RESOURCE_3002',
        `There is a tag "${name}" already. Choose another name, or use that one.`,
        {
          errors: [{ pointer: '/name', code: 'taken', message: 'The name is taken.' }],
        },
      );
    }
    if (constraintOf(error) === 'tags_pkey')
      throw new Problem('RESOURCE_3002', 'This id is in use. Make a new one.');
    throw error;
  }
}
