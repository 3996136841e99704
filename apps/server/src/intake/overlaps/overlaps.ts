/** Which entries of an import another import states as well. */
import type { Id } from '@kinwise/core/ids';
import { lookingAtAll } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { countStaying } from './overlaps.store.ts';

export { HAS_A_SAY, readOverlaps } from './overlaps.store.ts';
export type { Overlap } from './overlaps.store.ts';

/** How many of an import's entries stay in the books when it is undone. */
export async function stayingOf(ctx: HouseholdContext, importId: Id): Promise<number> {
  return await lookingAtAll(ctx, async (all) => await countStaying(all, importId));
}
