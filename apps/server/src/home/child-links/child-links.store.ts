import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext, OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type NewLink = {
  membership: Id;
  hash: string;
  remembered: boolean;
  deviceName: string;
  by: Id;
  expiresAt: string;
};

export async function insertLink(ctx: HouseholdContext, link: NewLink): Promise<Id> {
  const id = newId();
  await ctx.db.run(
    k.insertInto('child_links').values({
      household_id: ctx.household,
      id,
      membership_id: link.membership,
      token_hash: link.hash,
      remembered: link.remembered,
      device_name: link.deviceName,
      made_by: link.by,
      created_at: ctx.now,
      expires_at: link.expiresAt,
    }),
  );
  return id;
}

/** Takes back what waits to be opened; answers how many there were. */
export async function deleteWaiting(ctx: HouseholdContext, membership: Id): Promise<number> {
  return await ctx.db.run(
    k
      .deleteFrom('child_links')
      .where('household_id', '=', ctx.household)
      .where('membership_id', '=', membership)
      .where('used_at', 'is', null),
  );
}

export type LinkRow = {
  id: Id;
  membership_id: Id;
  remembered: boolean;
  device_name: string;
  made_by: Id;
};

/** Where a token leads, whoever asks. */
export async function findLink(
  ctx: OpenContext,
  hash: string,
): Promise<{ household_id: Id; id: Id } | undefined> {
  const [row] = await ctx.db.text<{ household_id: Id; id: Id }>(
    'select household_id, id from kinwise.child_link_by_token($1)',
    [hash],
  );
  return row;
}

/** Of any number of calls at once, one gets the link. */
export async function takeLink(ctx: HouseholdContext, id: Id): Promise<LinkRow | undefined> {
  return await ctx.db.first(
    k
      .updateTable('child_links')
      .set({ used_at: ctx.now })
      .where('household_id', '=', ctx.household)
      .where('id', '=', id)
      .where('used_at', 'is', null)
      .where('expires_at', '>', ctx.now)
      .returning(['id', 'membership_id', 'remembered', 'device_name', 'made_by']),
  );
}

/** Whether a link would open, without using it up. */
export async function readWaiting(ctx: HouseholdContext, id: Id): Promise<LinkRow | undefined> {
  return await ctx.db.first(
    k
      .selectFrom('child_links')
      .select(['id', 'membership_id', 'remembered', 'device_name', 'made_by'])
      .where('household_id', '=', ctx.household)
      .where('id', '=', id)
      .where('used_at', 'is', null)
      .where('expires_at', '>', ctx.now),
  );
}

export async function deleteLinksBefore(ctx: OpenContext, before: string): Promise<void> {
  await ctx.db.text('select kinwise.forget_child_links($1)', [before]);
}
