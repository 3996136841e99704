import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';

export type OwnHome = { id: Id; name: string; role: string; others: number; other_admins: number };

/** The households of the user of this transaction, with how many others are in them. */
export async function readOwnHomes(ctx: OpenContext): Promise<OwnHome[]> {
  return await ctx.db.text<OwnHome>('select id, name, role, others, other_admins from kinwise.own_homes()');
}
