import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export async function insertGuarded(
  ctx: OpenContext,
  of: { user: Id; birthYear: number | null; by: Id },
): Promise<void> {
  const { user, birthYear, by } = of;
  await ctx.db.run(
    k
      .insertInto('guarded_accounts')
      .values({ user_id: user, birth_year: birthYear, made_by: by, made_at: ctx.now }),
  );
}

export async function readGuarded(ctx: OpenContext, user: Id): Promise<boolean> {
  const [row] = await ctx.db.text<{ guarded: boolean }>('select kinwise.is_guarded($1) as guarded', [user]);
  return row?.guarded ?? false;
}

export async function updateBirthYear(ctx: OpenContext, user: Id, year: number | null): Promise<void> {
  await ctx.db.run(k.updateTable('guarded_accounts').set({ birth_year: year }).where('user_id', '=', user));
}

/** Of any number of calls at once, one releases. */
export async function updateReleased(ctx: OpenContext, user: Id): Promise<boolean> {
  const touched = await ctx.db.run(
    k
      .updateTable('guarded_accounts')
      .set({ released_at: ctx.now })
      .where('user_id', '=', user)
      .where('released_at', 'is', null),
  );
  return touched === 1;
}
