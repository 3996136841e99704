import type { Id } from '@kinwise/core/ids';
import type { Action, Condition } from '@kinwise/engines/rules/types';
import type { HouseholdContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type RuleRow = {
  id: Id;
  name: string;
  position: number;
  is_active: boolean;
  matching: 'all' | 'any';
  conditions: readonly Condition[];
  actions: readonly Action[];
  is_final: boolean;
  hits: bigint;
  version: number;
  created_at: string;
  updated_at: string;
};

/** Living rules in the order in which they are asked. */
export async function readRules(ctx: HouseholdContext, ids?: readonly Id[]): Promise<RuleRow[]> {
  return await ctx.db.text<RuleRow>(
    `select id, name, position, is_active, matching, conditions, actions, is_final, hits, version, created_at, updated_at
     from rules where household_id = $1 and deleted_at is null and ($2::uuid[] is null or id = any($2))
     order by position, created_at, id`,
    [ctx.household, ids ?? null],
  );
}

export async function insertRule(
  ctx: HouseholdContext,
  row: Pick<RuleRow, 'id' | 'name' | 'is_active' | 'matching' | 'conditions' | 'actions' | 'is_final'> & {
    position: number | undefined;
    created_by: Id | null;
  },
): Promise<void> {
  await ctx.db.text(
    `insert into rules (household_id, id, name, position, is_active, matching, conditions, actions, is_final, created_by,
       created_at, updated_at)
     values ($1, $2, $3,
       coalesce($4::int, (select coalesce(max(position), 0) + 1 from rules where household_id = $1 and deleted_at is null)),
       $5, $6, $7::jsonb, $8::jsonb, $9, $10, $11, $11)`,
    [
      ctx.household,
      row.id,
      row.name,
      row.position ?? null,
      row.is_active,
      row.matching,
      JSON.stringify(row.conditions),
      JSON.stringify(row.actions),
      row.is_final,
      row.created_by,
      ctx.now,
    ],
  );
}

export type RuleChanges = {
  name?: string | undefined;
  position?: number | undefined;
  is_active?: boolean | undefined;
  matching?: 'all' | 'any' | undefined;
  conditions?: readonly Condition[] | undefined;
  actions?: readonly Action[] | undefined;
  is_final?: boolean | undefined;
  deleted_at?: string | undefined;
};

/** Writes what changed; answers false when the row is not at `version` any more. */
export async function updateRule(
  ctx: HouseholdContext,
  at: { id: Id; version: number },
  changes: RuleChanges,
): Promise<boolean> {
  const { conditions, actions, ...plain } = changes;
  const touched = await ctx.db.run(
    k
      .updateTable('rules')
      .set((q) => ({
        ...plain,
        ...(conditions ? { conditions: JSON.stringify(conditions) } : {}),
        ...(actions ? { actions: JSON.stringify(actions) } : {}),
        updated_at: ctx.now,
        version: q('version', '+', 1),
      }))
      .where('household_id', '=', ctx.household)
      .where('id', '=', at.id)
      .where('version', '=', at.version)
      .where('deleted_at', 'is', null),
  );
  return touched === 1;
}

/** Sets the positions in the order of the ids; answers the ids of those that moved. */
export async function writePositions(ctx: HouseholdContext, ids: readonly Id[]): Promise<Id[]> {
  const rows = await ctx.db.text<{ id: Id }>(
    `update rules r set position = o.place, updated_at = $3, version = r.version + 1
     from unnest($2::uuid[]) with ordinality as o (id, place)
     where r.household_id = $1 and r.id = o.id and r.deleted_at is null and r.position <> o.place
     returning r.id`,
    [ctx.household, ids, ctx.now],
  );
  return rows.map((row) => row.id);
}

/** Counts what rules did. A count is no change of the rule: its version stays. */
export async function addHits(ctx: HouseholdContext, hits: ReadonlyMap<Id, number>): Promise<void> {
  await ctx.db.text(
    `update rules r set hits = r.hits + u.n from unnest($2::uuid[], $3::bigint[]) as u (id, n)
     where r.household_id = $1 and r.id = u.id`,
    [ctx.household, [...hits.keys()], [...hits.values()]],
  );
}

/** Puts one id in the place of another, wherever rules name it. Answers the rules that it changed. */
export async function replaceId(ctx: HouseholdContext, from: Id, to: Id): Promise<Id[]> {
  const rows = await ctx.db.text<{ id: Id }>(
    `update rules set conditions = replace(conditions::text, $2, $3)::jsonb,
       actions = replace(actions::text, $2, $3)::jsonb, updated_at = $4, version = version + 1
     where household_id = $1 and deleted_at is null
       and (strpos(conditions::text, $2) > 0 or strpos(actions::text, $2) > 0)
     returning id`,
    [ctx.household, from, to, ctx.now],
  );
  return rows.map((row) => row.id);
}
