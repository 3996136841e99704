import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type PasskeyRow = {
  id: Id;
  user_id: Id;
  credential_id: string;
  public_key: string;
  transports: string[];
  name: string;
  is_synced: boolean;
  created_at: string;
  last_used_at: string | null;
};

const COLUMNS = [
  'id',
  'user_id',
  'credential_id',
  'public_key',
  'transports',
  'name',
  'is_synced',
  'created_at',
  'last_used_at',
] as const;

export type Purpose = 'register' | 'sign_in' | 'second_step' | 'confirm';

/** Whose challenge it is and what it was made for; an answer counts for that alone. */
export type ChallengeOf = {
  readonly purpose: Purpose;
  readonly user: Id | null;
  readonly boundTo: Id | null;
};

export async function passkeysOf(ctx: OpenContext, user: Id): Promise<PasskeyRow[]> {
  return await ctx.db.rows(
    k.selectFrom('passkeys').select(COLUMNS).where('user_id', '=', user).orderBy('created_at').orderBy('id'),
  );
}

export async function passkeyByCredential(
  ctx: OpenContext,
  credential: string,
): Promise<PasskeyRow | undefined> {
  return await ctx.db.first(k.selectFrom('passkeys').select(COLUMNS).where('credential_id', '=', credential));
}

/** False when some account has this credential already. */
export async function insertPasskey(
  ctx: OpenContext,
  passkey: PasskeyRow & { counter: number },
): Promise<boolean> {
  const added = await ctx.db.run(
    k
      .insertInto('passkeys')
      .values({ ...passkey, counter: BigInt(passkey.counter) })
      .onConflict((conflict) => conflict.column('credential_id').doNothing()),
  );
  return added === 1;
}

export async function updateName(
  ctx: OpenContext,
  at: { user: Id; id: Id },
  name: string,
): Promise<PasskeyRow | undefined> {
  return await ctx.db.first(
    k
      .updateTable('passkeys')
      .set({ name })
      .where('id', '=', at.id)
      .where('user_id', '=', at.user)
      .returning(COLUMNS),
  );
}

/**
 * Counts a use in one statement: of two answers with one count, one gets the row, and none whose count went back. An
 * authenticator that does not count says 0 each time.
 */
export async function advance(
  ctx: OpenContext,
  passkey: Id,
  said: { counter: number; isSynced: boolean },
): Promise<boolean> {
  const counter = BigInt(said.counter);
  const row = await ctx.db.first(
    k
      .updateTable('passkeys')
      .set({ counter, is_synced: said.isSynced, last_used_at: ctx.now })
      .where('id', '=', passkey)
      .where((q) => q.or([q('counter', '<', counter), ...(counter === 0n ? [q('counter', '=', 0n)] : [])]))
      .returning('id'),
  );
  return row !== undefined;
}

export async function deletePasskey(
  ctx: OpenContext,
  at: { user: Id; id: Id },
): Promise<PasskeyRow | undefined> {
  return await ctx.db.first(
    k.deleteFrom('passkeys').where('id', '=', at.id).where('user_id', '=', at.user).returning(COLUMNS),
  );
}

export async function insertChallenge(
  ctx: OpenContext,
  of: ChallengeOf,
  kept: { hash: string; expiresAt: string },
): Promise<void> {
  await ctx.db.run(
    k.insertInto('passkey_challenges').values({
      challenge_hash: kept.hash,
      purpose: of.purpose,
      user_id: of.user,
      bound_to: of.boundTo,
      expires_at: kept.expiresAt,
    }),
  );
}

/** Uses a challenge up; false when there is none such for this purpose, this user and this sign-in or session. */
export async function takeChallenge(ctx: OpenContext, of: ChallengeOf, hash: string): Promise<boolean> {
  const row = await ctx.db.first(
    k
      .deleteFrom('passkey_challenges')
      .where('challenge_hash', '=', hash)
      .where('purpose', '=', of.purpose)
      .where('user_id', 'is not distinct from', of.user)
      .where('bound_to', 'is not distinct from', of.boundTo)
      .where('expires_at', '>', ctx.now)
      .returning('challenge_hash'),
  );
  return row !== undefined;
}

export async function deleteExpiredChallenges(ctx: OpenContext): Promise<void> {
  await ctx.db.run(k.deleteFrom('passkey_challenges').where('expires_at', '<', ctx.now));
}
