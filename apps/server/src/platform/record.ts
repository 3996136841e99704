import { newId } from '@kinwise/core/ids';
import { actorId } from './context.ts';
import type { Happening, HouseholdContext, JobRequest } from './context.ts';
import type { Db } from './database.ts';
import { matterOf } from './matter.ts';

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
  const entries = happenings.filter((happening) => !happening.silent).map(entryOf);
  const lines = happenings.filter((happening) => happening.op !== 'none').flatMap(linesOf);
  const common = {
    actor_id: actorId(ctx) ?? null,
    actor_kind: ctx.actor.kind,
    ip: ctx.origin.ip ?? null,
    agent: ctx.origin.agent ?? null,
    request_id: ctx.origin.requestId,
  };
  ctx.db.send('select kinwise.log($1, $2, $3, $4, $5)', [
    ctx.household,
    ctx.now,
    JSON.stringify(lines),
    JSON.stringify(entries),
    JSON.stringify(common),
  ]);
}

function linesOf(happening: Happening): Record<string, unknown>[] {
  const { event, entity, op, ids, privateTo } = happening;
  const lines: Record<string, unknown>[] = [];
  for (let from = 0; from < ids.length; from += IDS_MAX) {
    lines.push({ event, entity, op, ids: ids.slice(from, from + IDS_MAX), private_to: privateTo ?? null });
  }
  return lines;
}

function entryOf(happening: Happening): Record<string, unknown> {
  const { event, entity, ids, privateTo, risk, success } = happening;
  return {
    id: newId(),
    action: event,
    entity,
    entity_id: ids.length === 1 ? ids[0] : null,
    count: Math.max(1, ids.length),
    ...matterOf(happening),
    risk: risk ?? 'low',
    success: success ?? true,
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
