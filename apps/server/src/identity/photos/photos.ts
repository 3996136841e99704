/**
 * Photos of people. The file lies in the store of files under a name that the store makes up; who asks gets it only while
 * both share a household. A file that no row names any more is removed, at once or by the nightly sweep.
 */
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import type { OpenContext, UserContext } from '../../platform/context.ts';
import type { Outward } from '../../platform/feature.ts';
import { notFound } from '../../platform/problems.ts';
import { Reply } from '../../platform/routes.ts';
import type { UploadedFile, UserSteps } from '../../platform/routes.ts';
import { squareOf } from '../photo-files/photo-files.ts';
import { note } from '../security/security.ts';
import { showMe, tellHomes } from '../users/users.ts';
import type { Me } from '../users/users.schema.ts';
import { exchangePhoto, readNamed, readOwn, readPhoto } from './photos.store.ts';
import type { PhotoRow } from './photos.store.ts';

const SHELF = 'photos';
const DAY_MS = 24 * 3_600_000;

/** Keeps the picture in place of the one before. No transaction waits while it is looked at and written. */
export async function takePhoto(steps: UserSteps, sent: UploadedFile | undefined): Promise<Me> {
  const square = await squareOf(sent);
  const { name } = await steps.ground.files.put(SHELF, once(square));
  return await steps.step(async (ctx) => await exchange(ctx, steps.actor, { photo: newId(), file: name }));
}

export async function removePhoto(ctx: UserContext): Promise<Me> {
  return await exchange(ctx, ctx.actor, undefined);
}

/** The file, or that what the caller has is still it. A private cache may keep it, and has to ask each time. */
export async function sendPhoto(
  ctx: UserContext,
  { of, known }: { of: Id; known: string | string[] | undefined },
): Promise<Reply> {
  const row = await readPhoto(ctx, of);
  if (!row) throw notFound('photo');
  const etag = `"${row.photo}"`;
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'Authorization' };
  if (known === etag) return new Reply(undefined, { status: 304, headers });
  return new Reply(undefined, { headers, file: { name: row.file, as: 'photo.webp' } });
}

/** The file of somebody's own photo, for the copy of their data. */
export async function ownPhoto(ctx: OpenContext, user: Id): Promise<string | undefined> {
  return (await readOwn(ctx, user))?.file;
}

/** Before somebody is erased: the picture goes with the rows that name it. */
export async function dropPhoto(ctx: OpenContext, user: Id): Promise<void> {
  removeLater(ctx, await exchangePhoto(ctx, user, undefined));
}

export async function removeFile(
  outward: Outward,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { files } = await outward.outside(async (ctx) => await Promise.resolve(ctx.ground));
  await files.remove(String(payload['file']));
}

export async function askForSweep(ctx: OpenContext): Promise<void> {
  await Promise.resolve(ctx.enqueue({ job: 'photos.remove_strays', payload: { effect: newId() } }));
}

/** Removes files that no row names: of calls that broke off between the file and its row. */
export async function removeStrays(outward: Outward): Promise<void> {
  const { ground, nowMs } = await outward.outside(
    async (ctx) => await Promise.resolve({ ground: ctx.ground, nowMs: ctx.nowMs }),
  );
  const old = (await ground.files.list(SHELF)).filter((file) => file.keptAtMs < nowMs - DAY_MS);
  const names = old.map((file) => file.name);
  const named = await outward.outside(async (ctx) => await readNamed(ctx, names));
  for (const name of names) if (!named.has(name)) await ground.files.remove(name);
}

async function exchange(
  ctx: OpenContext,
  { userId, sessionId }: UserContext['actor'],
  to: PhotoRow | undefined,
): Promise<Me> {
  const before = await exchangePhoto(ctx, userId, to);
  removeLater(ctx, before);
  if (before !== undefined || to !== undefined) {
    await note(ctx, {
      action: 'account.changed',
      user: userId,
      session: sessionId,
      details: { fields: 'photo' },
    });
    tellHomes(ctx, userId, { what: 'photo' });
  }
  return await showMe(ctx, userId);
}

function removeLater(ctx: OpenContext, gone: PhotoRow | undefined): void {
  if (gone) ctx.enqueue({ job: 'photos.remove_file', payload: { file: gone.file, effect: newId() } });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
