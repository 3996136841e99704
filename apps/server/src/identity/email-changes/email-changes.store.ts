import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type ChangeRow = {
  id: Id;
  user_id: Id;
  session_id: Id | null;
  old_email: string;
  new_email: string;
  requested_at: string;
  confirm_until: string;
  confirmed_at: string | null;
};

const COLUMNS = [
  'id',
  'user_id',
  'session_id',
  'old_email',
  'new_email',
  'requested_at',
  'confirm_until',
  'confirmed_at',
] as const;

export async function insertChange(
  ctx: OpenContext,
  row: Omit<ChangeRow, 'confirmed_at' | 'requested_at'> & {
    confirm_hash: string | null;
    undo_hash: string;
    undo_until: string;
  },
): Promise<void> {
  await ctx.db.run(k.insertInto('email_changes').values({ ...row, requested_at: ctx.now }));
}

/** The change that waits for its link, if one does. */
export async function findPending(ctx: OpenContext, user: Id): Promise<ChangeRow | undefined> {
  return await ctx.db.first(
    k
      .selectFrom('email_changes')
      .select(COLUMNS)
      .where('user_id', '=', user)
      .where('confirmed_at', 'is', null)
      .where('cancelled_at', 'is', null)
      .where('confirm_until', '>', ctx.now),
  );
}

/** Answers whether there was one that waited. */
export async function cancelPending(ctx: OpenContext, user: Id): Promise<boolean> {
  const touched = await ctx.db.run(
    k
      .updateTable('email_changes')
      .set({ cancelled_at: ctx.now, confirm_hash: null })
      .where('user_id', '=', user)
      .where('confirmed_at', 'is', null)
      .where('cancelled_at', 'is', null),
  );
  return touched > 0;
}

/** Uses the link to the new address up. Of any number of calls at once, one gets the row. */
export async function takeConfirm(
  ctx: OpenContext,
  hash: string,
  undoUntil: string,
): Promise<ChangeRow | undefined> {
  return await ctx.db.first(
    k
      .updateTable('email_changes')
      .set({ confirmed_at: ctx.now, confirm_hash: null, undo_until: undoUntil })
      .where('confirm_hash', '=', hash)
      .where('cancelled_at', 'is', null)
      .where('confirm_until', '>', ctx.now)
      .returning(COLUMNS),
  );
}

/** Uses the link to the old address up. */
export async function takeUndo(ctx: OpenContext, hash: string): Promise<ChangeRow | undefined> {
  return await ctx.db.first(
    k
      .deleteFrom('email_changes')
      .where('undo_hash', '=', hash)
      .where('undo_until', '>', ctx.now)
      .returning(COLUMNS),
  );
}

/** What was asked for later falls with what it was built on. */
export async function deleteSince(ctx: OpenContext, user: Id, since: string): Promise<void> {
  await ctx.db.run(
    k.deleteFrom('email_changes').where('user_id', '=', user).where('requested_at', '>=', since),
  );
}

export async function deleteSpent(ctx: OpenContext): Promise<void> {
  await ctx.db.run(k.deleteFrom('email_changes').where('undo_until', '<', ctx.now));
}
