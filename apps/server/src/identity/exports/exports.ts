/**
 * Copies of everything that is kept about a person. A job writes them into the store of files, with the eyes of the
 * person: of a household it sees what they see. Only they can fetch it, and only for a day.
 */
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import { instant, millisecondsOf } from '../../platform/clock.ts';
import type { Ground, HouseholdContext, OpenContext, UserContext } from '../../platform/context.ts';
import type { Outward } from '../../platform/feature.ts';
import { homesOf } from '../../platform/privacy.ts';
import type { Home } from '../../platform/privacy.ts';
import { Problem } from '../../platform/problems.ts';
import { Reply } from '../../platform/routes.ts';
import { sendLetter } from '../letters/letters.ts';
import { packed } from '../packing/packing.ts';
import type { HowFar } from '../packing/packing.ts';
import { note } from '../security/security.ts';
import { userById } from '../users/users.ts';
import type { User } from '../users/users.ts';
import { exportOnTheWire } from './exports.schema.ts';
import type { WireExport } from './exports.schema.ts';
import {
  deleteBefore,
  insertExport,
  markRemoved,
  readExports,
  readNamed,
  readSpent,
  takeTurn,
  updateUnfinished,
} from './exports.store.ts';
import type { ExportRow } from './exports.store.ts';

const SHELF = 'exports';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MOST_A_DAY = 5;
const ROWS_KEPT_MS = 90 * DAY_MS;

export async function listExports(ctx: OpenContext, user: Id): Promise<WireExport[]> {
  return (await readExports(ctx, user)).map(exportOnTheWire);
}

export async function showExport(ctx: UserContext, id: Id): Promise<WireExport> {
  return exportOnTheWire(await existing(ctx, id));
}

/** Begins a copy, or answers the one that is under way. */
export async function askExport(ctx: UserContext): Promise<WireExport> {
  const user = ctx.actor.userId;
  await takeTurn(ctx, user);
  const recent = (await readExports(ctx, user)).filter(
    (row) => millisecondsOf(row.requested_at) > ctx.nowMs - DAY_MS,
  );
  const underWay = recent.find((row) => row.status === 'waiting' || row.status === 'working');
  if (underWay) return exportOnTheWire(underWay);
  const oldest = recent.at(-1);
  if (oldest && recent.length >= MOST_A_DAY) {
    const retryAfterSeconds = Math.ceil((millisecondsOf(oldest.requested_at) + DAY_MS - ctx.nowMs) / 1000);
    throw new Problem('RATE_LIMIT_6001', `There is room for ${MOST_A_DAY} copies a day. Wait for tomorrow.`, {
      retryAfterSeconds,
    });
  }
  const id = newId();
  await insertExport(ctx, { id, user });
  await note(ctx, { action: 'export.asked', user, session: ctx.actor.sessionId, risk: 'high' });
  ctx.enqueue({ job: 'exports.make', payload: { user, export: id, effect: id } });
  return await showExport(ctx, id);
}

/** The file of a copy, to its owner. */
export async function download(ctx: UserContext, id: Id): Promise<Reply> {
  const row = await existing(ctx, id);
  if (row.file_name === null || !row.expires_at || millisecondsOf(row.expires_at) <= ctx.nowMs) {
    throw new Problem('RESOURCE_3001', 'This copy is not there, or not any more. Ask for a new one.');
  }
  const { userId: user, sessionId: session } = ctx.actor;
  await note(ctx, { action: 'export.fetched', user, session, risk: 'high' });
  const as = `kinwise-${row.requested_at.slice(0, 10)}.zip`;
  return new Reply(undefined, { file: { name: row.file_name, as } });
}

type Making = { readonly ground: Ground; readonly nowMs: number; readonly user: User; readonly id: Id };

/** Writes a copy. It may be begun anew at any time; a file that no row names is removed by itself. */
export async function make(outward: Outward, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const making = await outward.outside(
    async (ctx) => await begin(ctx, { user: String(payload['user']), id: String(payload['export']) }),
  );
  if (!making) return;
  try {
    const homes = await homesOf(making.ground, making.user.id);
    const noted = async (howFar: HowFar): Promise<void> => {
      const goesOn = await outward.outside(async (ctx) => await updateUnfinished(ctx, making.id, howFar));
      if (!goesOn) throw new Error('the copy is not wanted any more');
    };
    const file = await making.ground.files.put(SHELF, packed(outward, { ...making, homes, noted }));
    await outward.outside(async (ctx) => {
      await conclude(ctx, { making, homes, file });
    });
  } catch (error) {
    await outward.outside(async (ctx) => await updateUnfinished(ctx, making.id, { status: 'failed' }));
    throw error;
  }
}

/** Marks what has run out; its files go right after the commit. */
export async function removeExpired(ctx: OpenContext): Promise<void> {
  await drop(ctx, await readSpent(ctx));
}

export async function forgetOld(ctx: OpenContext): Promise<void> {
  await deleteBefore(ctx, instant(ctx.nowMs - ROWS_KEPT_MS));
  ctx.enqueue({ job: 'exports.remove_strays', payload: { effect: newId() } });
}

export async function removeFiles(
  outward: Outward,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { files } = await outward.outside(async (ctx) => await Promise.resolve(ctx.ground));
  for (const name of payload['files'] as readonly string[]) await files.remove(name);
}

/** Removes files that no row names: of copies that broke off, and of people who are erased. */
export async function removeStrays(outward: Outward): Promise<void> {
  const { ground, nowMs } = await outward.outside(
    async (ctx) => await Promise.resolve({ ground: ctx.ground, nowMs: ctx.nowMs }),
  );
  const old = (await ground.files.list(SHELF)).filter((file) => file.keptAtMs < nowMs - DAY_MS);
  const named = await outward.outside(
    async (ctx) =>
      await readNamed(
        ctx,
        old.map((file) => file.name),
      ),
  );
  for (const { name } of old) if (!named.has(name)) await ground.files.remove(name);
}

/** Before somebody is erased: their copies go at once. */
export async function removeCopies(ctx: OpenContext, user: Id): Promise<void> {
  await drop(ctx, await readSpent(ctx, { user }));
}

async function existing(ctx: UserContext, id: Id): Promise<ExportRow> {
  const [row] = await readExports(ctx, ctx.actor.userId, id);
  if (!row) throw new Problem('RESOURCE_3001', 'You asked for no such copy.');
  return row;
}

async function begin(ctx: OpenContext, of: { user: Id; id: Id }): Promise<Making | undefined> {
  const user = await userById(ctx, of.user);
  if (!user || !(await updateUnfinished(ctx, of.id, { status: 'working', parts_done: 0, rows_done: 0 })))
    return undefined;
  return { ground: ctx.ground, nowMs: ctx.nowMs, user, id: of.id };
}

/** The copy is there, each household hears that its data left, and the person gets a letter; older copies go. */
async function conclude(
  ctx: OpenContext,
  done: { making: Making; homes: readonly Home[]; file: { name: string; sizeBytes: number } },
): Promise<void> {
  const { making, homes, file } = done;
  const { user, id } = making;
  await removeCopies(ctx, user.id);
  const isReady = await updateUnfinished(ctx, id, {
    status: 'ready',
    file_name: file.name,
    size_bytes: BigInt(file.sizeBytes),
    ready_at: ctx.now,
    expires_at: instant(ctx.nowMs + ctx.ground.config.EXPORT_HOURS * HOUR_MS),
  });
  if (!isReady) throw new Error('the copy is not wanted any more');
  const [row] = await readExports(ctx, user.id, id);
  const rows = row?.rows_done ?? 0;
  for (const { id: household } of homes) {
    const place = { household, actor: { kind: 'user', userId: user.id } } as const;
    const tell = async (inside: HouseholdContext): Promise<void> => {
      const after = { kind: 'personal', rows };
      inside.emit(
        happened('data.exported', {
          ids: [household],
          op: 'none',
          after,
          risk: 'high',
          data: { user: user.id },
        }),
      );
      await Promise.resolve();
    };
    await ctx.within(place, tell).catch(unlessNoMember);
  }
  await note(ctx, { action: 'export.made', user: user.id, details: { rows } });
  sendLetter(ctx, {
    to: user.email,
    locale: user.locale,
    letter: {
      kind: 'export_ready',
      name: user.first_name,
      hours: ctx.ground.config.EXPORT_HOURS,
      good_until: instant(ctx.nowMs + ctx.ground.config.EXPORT_HOURS * HOUR_MS),
      link: `${ctx.ground.publicUrl()}/settings/privacy`,
    },
  });
}

async function drop(ctx: OpenContext, rows: readonly ExportRow[]): Promise<void> {
  if (rows.length === 0) return;
  await markRemoved(
    ctx,
    rows.map((row) => row.id),
  );
  const files = rows.map((row) => row.file_name);
  ctx.enqueue({ job: 'exports.remove_files', payload: { files, effect: newId() } });
}

function unlessNoMember(error: unknown): void {
  if (!(error instanceof Problem && error.code === 'RESOURCE_3001')) throw error;
}
