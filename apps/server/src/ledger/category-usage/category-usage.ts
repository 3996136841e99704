import { formatWire } from '@kinwise/core/money';
import type { HouseholdContext } from '../../platform/context.ts';
import { entryCounts } from '../categories/categories.ts';
import { lastUses } from './category-usage.store.ts';

/** How often each category is used, how much went through it, and when last. Unused ones are left out. */
export async function usage(ctx: HouseholdContext) {
  const counts = await entryCounts(ctx);
  const last = await lastUses(
    ctx,
    counts.map((row) => row.category_id),
  );
  return counts
    .sort((a, b) => b.entries - a.entries || (a.category_id < b.category_id ? -1 : 1))
    .map((row) => ({
      category_id: row.category_id,
      count: row.entries,
      total: formatWire({ minor: row.minor, currency: ctx.currency }),
      last_used_on: last.get(row.category_id) ?? null,
    }));
}
