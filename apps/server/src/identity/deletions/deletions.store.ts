import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';

export type OwnHome = {
  id: Id;
  name: string;
  role: string;
  others: number;
  other_admins: number;
  /** Those among the others whom guardians look after, and the guardians among them who are not about to go. */
  children: number;
  other_guardians: number;
};

/** Holds the user's households until the commit: of two guardians who go at once, the second sees that the first goes. */
export async function lockOwnHomes(ctx: OpenContext): Promise<void> {
  await ctx.db.text('select kinwise.lock_own_homes()');
}

/** The households of the user of this transaction, with how many others are in them. */
export async function readOwnHomes(ctx: OpenContext): Promise<OwnHome[]> {
  return await ctx.db.text<OwnHome>('select * from kinwise.own_homes()');
}
