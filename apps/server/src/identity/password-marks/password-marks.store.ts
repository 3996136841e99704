import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type Kind = 'required' | 'breached';

/** Marks the password that was set at that moment; false when it is marked already. */
export async function insertMark(
  ctx: OpenContext,
  mark: { user: Id; kind: Kind; setAt: string },
): Promise<boolean> {
  const rows = await ctx.db.text(
    `insert into password_marks as m (user_id, kind, password_set_at, marked_at) values ($1, $2, $3, $4)
     on conflict (user_id, kind) do update set password_set_at = excluded.password_set_at, marked_at = excluded.marked_at
       where m.password_set_at <> excluded.password_set_at
     returning 1`,
    [mark.user, mark.kind, mark.setAt, ctx.now],
  );
  return rows.length > 0;
}

export async function readMarks(ctx: OpenContext, user: Id, setAt: string): Promise<string[]> {
  const rows = await ctx.db.rows(
    k
      .selectFrom('password_marks')
      .select('kind')
      .where('user_id', '=', user)
      .where('password_set_at', '=', setAt),
  );
  return rows.map((row) => row.kind);
}

export async function deleteMarks(ctx: OpenContext, user: Id): Promise<void> {
  await ctx.db.run(k.deleteFrom('password_marks').where('user_id', '=', user));
}
