import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type ArrivalAt = {
  readonly tokenHash: string;
  readonly browserHash: string;
  readonly provider: string;
};

export async function insertArrival(
  ctx: OpenContext,
  arrival: ArrivalAt & { person: string; expiresAt: string },
): Promise<void> {
  await ctx.db.run(
    k.insertInto('oidc_arrivals').values({
      token_hash: arrival.tokenHash,
      browser_hash: arrival.browserHash,
      provider: arrival.provider,
      person_cipher: arrival.person,
      expires_at: arrival.expiresAt,
    }),
  );
}

/** Uses it up: of any number of calls at once, one gets the row, and only in the browser that it was made for. */
export async function takeArrival(ctx: OpenContext, at: ArrivalAt): Promise<string | undefined> {
  const row = await ctx.db.first(
    k
      .deleteFrom('oidc_arrivals')
      .where('token_hash', '=', at.tokenHash)
      .where('browser_hash', '=', at.browserHash)
      .where('provider', '=', at.provider)
      .where('expires_at', '>', ctx.now)
      .returning('person_cipher'),
  );
  return row?.person_cipher;
}

export async function deleteExpiredArrivals(ctx: OpenContext): Promise<void> {
  await ctx.db.run(k.deleteFrom('oidc_arrivals').where('expires_at', '<', ctx.now));
}
