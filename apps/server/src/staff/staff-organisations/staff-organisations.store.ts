import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import type { Moment } from '../../platform/lists.ts';
import { literally } from '../../platform/patterns.ts';

export type OrganisationRow = {
  id: Id;
  name: string;
  tier: string;
  asked_tier: string | null;
  asked_at: string | null;
  owner_id: Id;
  owner_name: string;
  owner_email: string;
  households: number;
  created_at: string;
  version: number;
};

export type Wanted = {
  readonly words?: string | undefined;
  readonly one?: Id | undefined;
  readonly asking?: boolean;
  readonly from?: Moment | undefined;
  readonly limit: number;
};

/** Through a function that answers staff alone: their own sight shows no organisation. */
export async function readAll(ctx: OpenContext, wanted: Wanted): Promise<OrganisationRow[]> {
  const { words, one, asking, from, limit } = wanted;
  return await ctx.db.text<OrganisationRow>(
    'select * from kinwise.staff_organisations($1, $2, $3, $4, $5, $6, $7)',
    [
      words === undefined ? null : literally(words),
      one ?? null,
      asking ?? false,
      from?.at ?? null,
      from?.id ?? null,
      from?.back ?? false,
      limit,
    ],
  );
}

export async function setTier(ctx: OpenContext, one: Id, tier: string): Promise<boolean> {
  const [row] = await ctx.db.text<{ done: boolean }>('select kinwise.staff_set_tier($1, $2, $3) as done', [
    one,
    tier,
    ctx.now,
  ]);
  return row?.done === true;
}
