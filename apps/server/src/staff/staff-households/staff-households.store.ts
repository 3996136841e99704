import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import type { Moment } from '../../platform/lists.ts';
import { literally } from '../../platform/patterns.ts';

export type HomeRow = {
  id: Id;
  name: string;
  type: string;
  currency: string;
  members: number;
  created_at: string;
  deleted_at: string | null;
  /** Of the person who is asked about. */
  role: string | null;
};

export type Wanted = {
  readonly words?: string | undefined;
  readonly person?: Id;
  readonly one?: Id | undefined;
  readonly from?: Moment | undefined;
  readonly limit: number;
};

/** Through a function that answers staff alone: their own sight shows no household. */
export async function readHomes(ctx: OpenContext, wanted: Wanted): Promise<HomeRow[]> {
  const { words, person, one, from, limit } = wanted;
  return await ctx.db.text<HomeRow>('select * from kinwise.staff_households($1, $2, $3, $4, $5, $6, $7)', [
    words === undefined ? null : literally(words),
    person ?? null,
    one ?? null,
    from?.at ?? null,
    from?.id ?? null,
    from?.back ?? false,
    limit,
  ]);
}

export async function readMembersOf(
  ctx: OpenContext,
  home: Id,
): Promise<{ user_id: Id; name: string; role: string }[]> {
  return await ctx.db.text<{ user_id: Id; name: string; role: string }>(
    `select m.user_id, kinwise.called(u, 'Member') as name, m.role
     from kinwise.staff_members_of($1) m join users u on u.id = m.user_id`,
    [home],
  );
}
