import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext, OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type HomeRow = { household_id: Id; organisation_id: Id; shares: string; joined_at: string };

const COLUMNS = ['household_id', 'organisation_id', 'shares', 'joined_at'] as const;

export async function readOwn(ctx: HouseholdContext): Promise<HomeRow | undefined> {
  return await ctx.db.first(
    k.selectFrom('organisation_homes').select(COLUMNS).where('household_id', '=', ctx.household),
  );
}

/** The households of an organisation, for one of its administrators: the wall shows them to nobody else. */
export async function readOf(ctx: OpenContext, organisation: Id): Promise<HomeRow[]> {
  return await ctx.db.rows(
    k
      .selectFrom('organisation_homes')
      .select(COLUMNS)
      .where('organisation_id', '=', organisation)
      .orderBy('joined_at')
      .orderBy('household_id'),
  );
}

export async function insertOwn(ctx: HouseholdContext, organisation: Id, shares: string): Promise<void> {
  await ctx.db.run(
    k
      .insertInto('organisation_homes')
      .values({ household_id: ctx.household, organisation_id: organisation, shares, joined_at: ctx.now }),
  );
}

export async function updateOwn(ctx: HouseholdContext, shares: string): Promise<void> {
  await ctx.db.run(
    k.updateTable('organisation_homes').set({ shares }).where('household_id', '=', ctx.household),
  );
}

export async function deleteOwn(ctx: HouseholdContext): Promise<boolean> {
  return (
    (await ctx.db.run(k.deleteFrom('organisation_homes').where('household_id', '=', ctx.household))) === 1
  );
}
