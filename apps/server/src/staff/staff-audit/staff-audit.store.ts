import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';

export type EntryRow = {
  id: Id;
  at: string;
  source: string;
  actor_id: Id | null;
  actor_kind: string;
  actor_name: string | null;
  household_id: Id | null;
  household_name: string | null;
  action: string;
  entity: string;
  entity_id: Id | null;
  count: number;
  risk: string;
  success: boolean;
  ip: string | null;
  request_id: string | null;
};

export type Wanted = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** Both logs as one, through a function that answers staff alone. */
export async function readEntries(
  ctx: OpenContext,
  wanted: Wanted,
  from: { place: { at: string; id: Id } | undefined; upward: boolean; limit: number },
): Promise<EntryRow[]> {
  return await ctx.db.text<EntryRow>('select * from kinwise.staff_audit($1, $2, $3, $4, $5)', [
    JSON.stringify(wanted),
    from.place?.at ?? null,
    from.place?.id ?? null,
    from.upward,
    from.limit,
  ]);
}

/** How many that is up to an entry, itself included. */
export async function countEntries(
  ctx: OpenContext,
  wanted: Wanted,
  newest: Pick<EntryRow, 'at' | 'id'>,
): Promise<number> {
  const [row] = await ctx.db.text<{ count: bigint }>(
    'select kinwise.staff_audit_count($1, $2, $3) as count',
    [JSON.stringify(wanted), newest.at, newest.id],
  );
  return Number(row?.count ?? 0n);
}
