/** Which entries of an import another import states as well. */
import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import { countStaying } from './overlaps.store.ts';

export { HAS_A_SAY, readOverlaps } from './overlaps.store.ts';
export type { Overlap } from './overlaps.store.ts';

/**
 * What an import left out is seen by its author alone, and still it counts: the household is looked at as the system
 * does, within the same transaction. What comes of it must tell nobody what they do not see.
 */
export async function lookingAtAll<T>(
  ctx: HouseholdContext,
  work: (all: HouseholdContext) => Promise<T>,
): Promise<T> {
  if (ctx.actor.kind === 'system') return await work(ctx);
  return await ctx.within({ household: ctx.household, actor: { kind: 'system' } }, work);
}

/** How many of an import's entries stay in the books when it is undone. */
export async function stayingOf(ctx: HouseholdContext, importId: Id): Promise<number> {
  return await lookingAtAll(ctx, async (all) => await countStaying(all, importId));
}
