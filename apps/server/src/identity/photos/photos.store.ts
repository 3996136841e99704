import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';

export type PhotoRow = { photo: Id; file: string };

/** Puts a photo in place of another or of none, or takes it away; answers the one before. */
export async function exchangePhoto(
  ctx: OpenContext,
  user: Id,
  to: PhotoRow | undefined,
): Promise<PhotoRow | undefined> {
  // Of two at once the second waits, and finds what the first has left.
  await ctx.db.text("select pg_advisory_xact_lock(hashtextextended('photo of ' || $1::text, 0))", [user]);
  const [before] = await ctx.db.text<PhotoRow>(
    'delete from photos where user_id = $1 returning photo, file',
    [user],
  );
  if (to)
    await ctx.db.text('insert into photos (user_id, photo, file) values ($1, $2, $3)', [
      user,
      to.photo,
      to.file,
    ]);
  return before;
}

/** The photo of somebody whom the user of this transaction may see. */
export async function readPhoto(ctx: OpenContext, user: Id): Promise<PhotoRow | undefined> {
  return (await ctx.db.text<PhotoRow>('select photo, file from kinwise.photo_of($1)', [user]))[0];
}

/** Which of these files are somebody's photo. */
export async function readNamed(ctx: OpenContext, files: readonly string[]): Promise<Set<string>> {
  const sql = 'select file from photos where file = any($1::text[])';
  return new Set((await ctx.db.text<{ file: string }>(sql, [[...files]])).map((row) => row.file));
}

/** Somebody's own, for the copy of their data. */
export async function readOwn(ctx: OpenContext, user: Id): Promise<PhotoRow | undefined> {
  return (await ctx.db.text<PhotoRow>('select photo, file from photos where user_id = $1', [user]))[0];
}
