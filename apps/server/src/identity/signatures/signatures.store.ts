import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

/** Of any number of requests with one nonce, on whatever nodes, one gets the row. */
export async function takeNonce(
  ctx: OpenContext,
  of: { key: Id; nonce: string; expiresAt: string },
): Promise<boolean> {
  const taken = await ctx.db.run(
    k
      .insertInto('api_key_nonces')
      .values({ key_id: of.key, nonce: of.nonce, expires_at: of.expiresAt })
      .onConflict((conflict) => conflict.doNothing()),
  );
  return taken === 1;
}

export async function deleteExpiredNonces(ctx: OpenContext): Promise<void> {
  await ctx.db.run(k.deleteFrom('api_key_nonces').where('expires_at', '<', ctx.now));
}
