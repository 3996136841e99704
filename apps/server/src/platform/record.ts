import { randomBytes } from 'node:crypto';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { actorId } from './context.ts';
import type { Happening, HouseholdContext, JobRequest } from './context.ts';
import type { Db } from './database.ts';
import { matterOf } from './matter.ts';
import type { Matter } from './matter.ts';

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

/**
 * Most commits tell of one thing: its link is made in the very statement that locks the counter. Several are told by the
 * function kinwise.log, and so is the first of a household, which has no counter yet.
 */
function writeLog(ctx: HouseholdContext, happenings: readonly Happening[]): void {
  const entries = happenings.filter((happening) => !happening.silent).map(entryOf);
  const lines = happenings.filter((happening) => happening.op !== 'none').flatMap(linesOf);
  const [only, ...more] = entries;
  const actor = [actorId(ctx) ?? null, ctx.actor.kind] as const;
  const { ip = null, agent = null, requestId } = ctx.origin;
  if (only && more.length === 0 && only.parts === null && ctx.facts.lastSeq > 0n) {
    const { id, action, entity, entity_id, count, before, after, risk, success, private_to } = only;
    ctx.db.send(LOG_ONE, [
      ...[ctx.household, ctx.now, lines.length, JSON.stringify(lines), ...actor, ip, agent, requestId],
      ...[id, action, entity, entity_id, count, jsonOf(before), jsonOf(after), risk, success, private_to],
      ...[ctx.now.slice(0, 10), randomBytes(32)],
    ]);
    return;
  }
  const common = { actor_id: actor[0], actor_kind: actor[1], ip, agent, request_id: requestId };
  ctx.db.send('select kinwise.log($1, $2, $3, $4, $5)', [
    ctx.household,
    ctx.now,
    JSON.stringify(lines),
    JSON.stringify(entries),
    JSON.stringify(common),
  ]);
}

function jsonOf(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** The core of an entry stands here as kinwise.audit_link reads it from the row that is written. */
const LOG_ONE = `
with head as (
  update change_counters c set last_seq = c.last_seq + $3::int, chained_on = greatest(c.chained_on, $20::date),
    chained_no = case when c.chained_on >= $20::date then c.chained_no else 0 end + 1,
    link = kinwise.link_of(c.link, $1::uuid,
      jsonb_build_array($1::uuid, greatest(c.chained_on, $20::date),
        case when c.chained_on >= $20::date then c.chained_no else 0 end + 1, $10::uuid,
        extract(epoch from $2::timestamptz), $5::uuid, $6::text, $11::text, $12::text, $13::uuid, $14::int, $17::text,
        $18::boolean, $9::text, $19::uuid),
      kinwise.veiled(substr($21::bytea, 1, 16), jsonb_build_array($7::inet, $8::text)),
      kinwise.veiled(substr($21::bytea, 17, 16), jsonb_build_array($15::jsonb, $16::jsonb, null::jsonb)))
  where c.household_id = $1
  returning c.last_seq - $3::int as base, c.chained_on, c.chained_no, c.link
), logged as (
  insert into changes (household_id, seq, at, event, entity, op, ids, private_to)
  select $1, base + line.ordinality, $2, line.value->>'event', line.value->>'entity', line.value->>'op',
    array(select jsonb_array_elements_text(line.value->'ids'))::uuid[], (line.value->>'private_to')::uuid
  from head, jsonb_array_elements($4::jsonb) with ordinality as line
)
insert into audit_entries (household_id, id, at, actor_id, actor_kind, action, entity, entity_id, count, before, after,
  risk, success, ip, agent, request_id, private_to, chained_on, chained_no, link, salt)
select $1, $10, $2, $5, $6, $11, $12, $13, $14, $15, $16, $17, $18, $7, $8, $9, $19, chained_on, chained_no, link, $21
from head`;

function linesOf(happening: Happening): Record<string, unknown>[] {
  const { event, entity, op, ids, privateTo } = happening;
  const lines: Record<string, unknown>[] = [];
  for (let from = 0; from < ids.length; from += IDS_MAX) {
    lines.push({ event, entity, op, ids: ids.slice(from, from + IDS_MAX), private_to: privateTo ?? null });
  }
  return lines;
}

type Entry = Matter & {
  readonly id: Id;
  readonly action: string;
  readonly entity: string;
  readonly entity_id: Id | null;
  readonly count: number;
  readonly risk: string;
  readonly success: boolean;
  readonly private_to: Id | null;
};

function entryOf(happening: Happening): Entry {
  const { event, entity, ids, privateTo, risk, success } = happening;
  return {
    id: newId(),
    action: event,
    entity,
    entity_id: ids.length === 1 ? (ids[0] ?? null) : null,
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
      actor: actorId(ctx) ?? null,
      data: happening.data ?? {},
      effect: newId(),
    },
  };
}
