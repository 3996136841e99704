import type { Id } from '@kinwise/core/ids';
import { instant } from '../../platform/clock.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import type { Copied } from '../../platform/copies.ts';
import { cursorOf, positionOf } from '../../platform/lists.ts';
import { Problem } from '../../platform/problems.ts';
import type { SyncAnswer, SyncChange } from './sync.schema.ts';
import { forgetLines, readCounter, readLines } from './sync.store.ts';

/** Lines of the log that one call reads at most; a line may be of thousands of rows. */
const LINES_MAX = 500;

/** Tombstones are kept this long: a device that was off for less catches up without a new copy. */
const KEEP_DAYS = 400;

/**
 * What changed since a cursor, in order; without one, the whole copy page by page and then what changed meanwhile.
 * A row that the caller may not see (any more) arrives as a delete. A cursor that is too old, or of another role, answers 410.
 */
export async function sync(
  ctx: HouseholdContext,
  query: { since?: string | undefined; limit: number },
): Promise<SyncAnswer> {
  const counter = await readCounter(ctx);
  const at = query.since === undefined ? firstPage(counter.last) : positionFrom(ctx, query.since);
  if (at.seq < counter.forgotten || at.seq > counter.last) {
    throw new Problem(
      'RESOURCE_3010',
      'This copy is too old to be brought up to date. Fetch a new one; what waits to be sent stays.',
    );
  }
  return at.source === undefined
    ? await changesAfter(ctx, at.seq, query.limit)
    : await copyPage(ctx, { ...at, source: at.source }, query.limit);
}

export async function forgetOldChanges(ctx: HouseholdContext): Promise<void> {
  await forgetLines(ctx, instant(ctx.nowMs - KEEP_DAYS * 86_400_000));
}

/** Where a device is: in the middle of its first copy (source and place in it), or at a number of the log. */
type Place = { seq: bigint; source: number | undefined; after: string | undefined };

/**
 * With another role other rows are in sight, of which the log says nothing: the old copy lacks some, or has too many.
 * A cursor of before roles stood in it is believed.
 */
function refuseOtherRole(ctx: HouseholdContext, role: string | null | undefined): void {
  if (role === undefined || role === ctx.facts.role) return;
  throw new Problem(
    'RESOURCE_3010',
    'Your role has changed since this copy was made, and with it what you see. Fetch a new one; what waits to be sent stays.',
  );
}

function firstPage(seq: bigint): Place {
  return { seq, source: 0, after: undefined };
}

function positionFrom(ctx: HouseholdContext, cursor: string): Place {
  const [seq, source, after, role] = positionOf(ctx.ground, `sync ${ctx.household}`, cursor).values;
  refuseOtherRole(ctx, role);
  return {
    seq: BigInt(seq ?? '0'),
    source: source === null || source === undefined ? undefined : Number(source),
    after: after ?? undefined,
  };
}

function cursorAt(ctx: HouseholdContext, place: Place): string {
  const { seq, source, after } = place;
  const values = [String(seq), source === undefined ? null : String(source), after ?? null, ctx.facts.role];
  return cursorOf(ctx.ground, `sync ${ctx.household}`, { values, back: false });
}

async function copyPage(
  ctx: HouseholdContext,
  at: Place & { source: number },
  limit: number,
): Promise<SyncAnswer> {
  const changes: SyncChange[] = [];
  let place: Place = at;
  while (place.source !== undefined && changes.length < limit) {
    const source = ctx.ground.hooks.copies[place.source];
    if (!source) {
      place = { seq: place.seq, source: undefined, after: undefined };
      break;
    }
    const { rows, after } = allowed(ctx, source)
      ? await source.copy(ctx, { after: place.after, limit: limit - changes.length })
      : { rows: [], after: undefined };
    changes.push(...rows.map((row) => put(source.entity, row)));
    place =
      after === undefined
        ? { seq: place.seq, source: place.source + 1, after: undefined }
        : { ...place, after };
  }
  return answer(ctx, changes, { place, hasMore: true });
}

async function changesAfter(ctx: HouseholdContext, seq: bigint, limit: number): Promise<SyncAnswer> {
  const lines = await readLines(ctx, seq, LINES_MAX);
  const last = new Map<string, { entity: string; id: Id; op: 'put' | 'delete' }>();
  let read = 0;
  let upTo = seq;
  for (const line of lines) {
    // A line is read whole, so that the cursor never stands inside of one.
    if (read > 0 && read + line.ids.length > limit) break;
    for (const id of line.ids) last.set(`${line.entity} ${id}`, { entity: line.entity, id, op: line.op });
    read += line.ids.length;
    upTo = line.seq;
  }
  const changes: SyncChange[] = [];
  for (const source of ctx.ground.hooks.copies)
    changes.push(...(await resolved(ctx, source, [...last.values()])));
  const hasMore = upTo < (lines.at(-1)?.seq ?? seq) || lines.length === LINES_MAX;
  return answer(ctx, changes, { place: { seq: upTo, source: undefined, after: undefined }, hasMore });
}

/** The rows of one kind as they are now; what is gone or out of sight becomes a delete. */
async function resolved(
  ctx: HouseholdContext,
  source: Copied,
  changed: readonly { entity: string; id: Id; op: 'put' | 'delete' }[],
): Promise<SyncChange[]> {
  const mine = changed.filter((change) => change.entity === source.entity);
  if (mine.length === 0) return [];
  const wanted = mine.filter((change) => change.op === 'put').map((change) => change.id);
  const rows = wanted.length > 0 && allowed(ctx, source) ? await source.byIds(ctx, wanted) : [];
  const here = new Set(rows.map((row) => row.id));
  const gone = mine.filter((change) => !here.has(change.id));
  return [
    ...gone.map(({ entity, id }): SyncChange => ({ entity, id, op: 'delete' })),
    ...rows.map((row) => put(source.entity, row)),
  ];
}

function allowed(ctx: HouseholdContext, source: Copied): boolean {
  return ctx.reach(source.requires) !== 'none';
}

function put(entity: string, row: { id: Id; version: number }): SyncChange {
  return { entity, id: row.id, op: 'put', version: row.version, row };
}

function answer(
  ctx: HouseholdContext,
  changes: SyncChange[],
  at: { place: Place; hasMore: boolean },
): SyncAnswer {
  return { changes, next_cursor: cursorAt(ctx, at.place), has_more: at.hasMore, server_time: ctx.now };
}
