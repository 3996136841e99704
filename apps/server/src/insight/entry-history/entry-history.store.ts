import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import type { Moment } from '../../platform/lists.ts';

export type StepRow = {
  id: Id;
  at: string;
  actor_id: Id | null;
  actor_kind: string;
  action: string;
  count: number;
  before: unknown;
  after: unknown;
  /** Of a change of several entries: `[before, after]` of this one. */
  part: unknown;
};

/** What the audit tells of one entry, alone or among others, newest first. */
export async function readSteps(
  ctx: HouseholdContext,
  entry: Id,
  { place, limit }: { place: Moment | undefined; limit: number },
): Promise<StepRow[]> {
  const order = place?.back ? 'asc' : 'desc';
  const behind = place
    ? `and (e.at, e.id) ${place.back ? '>' : '<'} ($3::timestamptz, $4::uuid)`
    : 'and $3::text is null and $4::text is null';
  return await ctx.db.text<StepRow>(
    `select * from (
       select e.id, e.at, e.actor_id, e.actor_kind, e.action, e.count, e.before, e.after, null::jsonb as part
       from audit_entries e
       where e.household_id = $1 and e.entity = 'transaction' and e.entity_id = $2 ${behind}
       union all
       select e.id, e.at, e.actor_id, e.actor_kind, e.action, e.count, null, e.after, e.parts -> $2::text
       from audit_subjects s join audit_entries e on e.household_id = s.household_id and e.id = s.entry_id
       where s.household_id = $1 and s.subject_id = $2::uuid ${behind}) step
     order by at ${order}, id ${order} limit ${limit}`,
    [ctx.household, entry, place?.at ?? null, place?.id ?? null],
  );
}
