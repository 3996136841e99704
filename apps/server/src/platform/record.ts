import { newId } from '@kinwise/core/ids';
import { actorId } from './context.ts';
import type { Happening, HouseholdContext, JobRequest } from './context.ts';
import type { Db } from './database.ts';
import { masked } from './masking.ts';

/** Ids of one change line; a larger event is written as several lines with numbers of their own. */
const IDS_MAX = 5_000;

/**
 * Writes what happened, last before the commit: audit entries, numbered changes and one job for each listener.
 * All of it travels with the commit, so that the household's counter is locked for that moment only (invariants 15
 * and 16).
 */
export function record(
  ctx: HouseholdContext,
  work: {
    happenings: readonly Happening[];
    jobs: readonly JobRequest[];
    listeners: ReadonlyMap<string, readonly string[]>;
  },
): void {
  const { happenings } = work;
  if (happenings.length > 0) writeLog(ctx, happenings);
  const reactions = happenings
    .filter((happening) => !happening.silent)
    .flatMap((happening) =>
      (work.listeners.get(happening.event) ?? []).map((job) => reactionOf(ctx, happening, job)),
    );
  enqueueAll(ctx.db, [...work.jobs, ...reactions]);
}

/** Puts jobs into the queue through its one door for a role that owns nothing. */
export function enqueueAll(db: Db, jobs: readonly JobRequest[]): void {
  for (const { job, payload, key, runAt } of jobs) {
    db.send('select kinwise.enqueue($1, $2, $3, $4)', [
      job,
      JSON.stringify(payload),
      key ?? null,
      runAt ?? null,
    ]);
  }
}

function writeLog(ctx: HouseholdContext, happenings: readonly Happening[]): void {
  const audits = happenings
    .filter((happening) => !happening.silent)
    .map((happening) => auditOf(ctx, happening));
  const changes = happenings.filter((happening) => happening.op !== 'none').flatMap(linesOf);
  ctx.db.send(LOG, [
    ctx.household,
    ctx.now,
    changes.length,
    JSON.stringify(changes),
    JSON.stringify(audits),
    actorId(ctx) ?? null,
    ctx.actor.kind,
    ctx.origin.ip ?? null,
    ctx.origin.agent ?? null,
    ctx.origin.requestId,
  ]);
}

const LOG = `
with numbered as (
  insert into change_counters as c (household_id, last_seq) values ($1, $3::int)
  on conflict (household_id) do update set last_seq = c.last_seq + excluded.last_seq
  returning last_seq - $3::int as base
), logged as (
  insert into changes (household_id, seq, at, event, entity, op, ids, private_to)
  select $1, base + line.ordinality, $2, line.value->>'event', line.value->>'entity', line.value->>'op',
    array(select jsonb_array_elements_text(line.value->'ids'))::uuid[], (line.value->>'private_to')::uuid
  from numbered, jsonb_array_elements($4::jsonb) with ordinality as line
)
insert into audit_entries (household_id, id, at, actor_id, actor_kind, action, entity, entity_id, count, before, after,
  risk, private_to, ip, agent, request_id)
select $1, e.id, $2, $6, $7, e.action, e.entity, e.entity_id, e.count, e.before, e.after, e.risk, e.private_to, $8, $9, $10
from jsonb_to_recordset($5::jsonb) as e (id uuid, action text, entity text, entity_id uuid, count int, before jsonb,
  after jsonb, risk text, private_to uuid)`;

function linesOf(happening: Happening): Record<string, unknown>[] {
  const { event, entity, op, ids, privateTo } = happening;
  const lines: Record<string, unknown>[] = [];
  for (let from = 0; from < ids.length; from += IDS_MAX) {
    lines.push({ event, entity, op, ids: ids.slice(from, from + IDS_MAX), private_to: privateTo ?? null });
  }
  return lines;
}

function auditOf(ctx: HouseholdContext, happening: Happening): Record<string, unknown> {
  const { event, entity, ids, before, after, privateTo, risk } = happening;
  return {
    id: newId(),
    action: event,
    entity,
    entity_id: ids.length === 1 ? ids[0] : null,
    count: ids.length,
    before: before === undefined ? null : masked(before),
    after: after === undefined ? null : masked(after),
    risk: risk ?? 'low',
    private_to: privateTo ?? null,
  };
}

function reactionOf(ctx: HouseholdContext, happening: Happening, job: string): JobRequest {
  return {
    job,
    payload: {
      household: ctx.household,
      event: happening.event,
      ids: happening.ids.slice(0, IDS_MAX),
      data: happening.data ?? {},
      effect: newId(),
    },
  };
}
