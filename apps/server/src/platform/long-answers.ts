/**
 * Answers that are longer than memory should hold. The work gives the beginning and says how the rest is read: piece by
 * piece, each in a transaction of its own, none of them open while a piece is on its way to somebody who may be slow. At
 * each piece it is asked again whether they may: a role that was taken, or a session that ended, breaks the answer off.
 */
import { Readable } from 'node:stream';
import type { HouseholdContext, UserContext } from './context.ts';
import type { BoundParts } from './http.ts';
import type { At } from './in-household.ts';
import type { Log } from './log.ts';
import { notFound } from './problems.ts';
import { Reply } from './routes.ts';
import type { Again, HouseholdRoute, Rest, UserRoute } from './routes.ts';

type Asking = Pick<BoundParts, 'opener' | 'requireOpen' | 'requireStaff'>;

/** What follows the body, where the work gave more than one. Nothing of it is read before somebody takes it. */
export function restOf<C>(result: unknown, again: Again<C>): { rest?: AsyncIterable<string> } {
  const rest = result instanceof Reply ? (result.options.rest as Rest<C> | undefined) : undefined;
  return rest ? { rest: rest(again) } : {};
}

export function againInHousehold(
  parts: Asking,
  route: Pick<HouseholdRoute, 'requires'>,
  at: At & { readonly actor: UserContext['actor'] },
): Again<HouseholdContext> {
  const { household, actor, origin } = at;
  return async (work) =>
    await parts.opener.inHousehold({ household, actor, origin, reading: true }, async (ctx) => {
      // No member any more, and staff who may look by now: what they see was not meant.
      if (ctx.facts.staffGrant !== undefined) throw notFound('household');
      await parts.requireOpen(ctx, actor);
      ctx.require(route.requires);
      return await work(ctx);
    });
}

export function againAsUser(
  parts: Asking,
  route: Pick<UserRoute, 'staff'>,
  { actor, origin }: Pick<UserContext, 'actor' | 'origin'>,
): Again<UserContext> {
  return async (work) =>
    await parts.opener.outside({ user: actor.userId, origin }, async (open) => {
      await parts.requireOpen(open, actor);
      if (route.staff) await parts.requireStaff(open, actor, route.staff);
      return await work({ ...open, actor });
    });
}

/** The pages after a first one, by the place where each ended. What happens meanwhile is newer, and not among them. */
export async function* pagesAfter<C, Place, Page extends { readonly after: Place | undefined }>(
  again: Again<C>,
  first: Page,
  read: (ctx: C, place: Place) => Promise<Page>,
): AsyncGenerator<Page> {
  for (let { after } = first; after !== undefined; ) {
    const place = after;
    const page = await again(async (ctx) => await read(ctx, place));
    yield page;
    ({ after } = page);
  }
}

/** The whole as a stream that waits for its reader: the next piece is read when the one before has gone. */
export function flowing(log: Log, first: string, rest: AsyncIterable<string>): Readable {
  return Readable.from(whole(log, first, rest), { objectMode: false });
}

async function* whole(log: Log, first: string, rest: AsyncIterable<string>): AsyncGenerator<Buffer> {
  if (first !== '') yield Buffer.from(first);
  try {
    for await (const piece of rest) if (piece !== '') yield Buffer.from(piece);
  } catch (error) {
    log.warn({ err: error }, 'an answer was broken off in the middle');
    throw error;
  }
}
