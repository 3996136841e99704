import { sql } from 'kysely';
import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';
import type { Tier } from '../../platform/http.ts';

export type KeyRow = {
  id: Id;
  user_id: Id;
  name: string;
  last_four: string;
  scopes: string[];
  only_household: Id | null;
  is_signed: boolean;
  created_at: string;
  expires_at: string;
  last_used_at: string | null;
  last_used_ip: string | null;
  old_until: string | null;
};

const COLUMNS = [
  'id',
  'user_id',
  'name',
  'last_four',
  'scopes',
  'only_household',
  sql<boolean>`signing_cipher is not null`.as('is_signed'),
  'created_at',
  'expires_at',
  'last_used_at',
  'last_used_ip',
  'old_until',
] as const;

/** Keys of one person that are made at once take turns, so that none is one too many. */
export async function takeKeysTurn(ctx: OpenContext, user: Id): Promise<void> {
  await ctx.db.text("select pg_advisory_xact_lock(hashtext('kinwise api keys'), hashtext($1))", [user]);
}

export async function keysOf(ctx: OpenContext, user: Id): Promise<KeyRow[]> {
  return await ctx.db.rows(
    k.selectFrom('api_keys').select(COLUMNS).where('user_id', '=', user).orderBy('created_at').orderBy('id'),
  );
}

export async function keyOf(ctx: OpenContext, at: { user: Id; id: Id }): Promise<KeyRow | undefined> {
  return await ctx.db.first(
    k.selectFrom('api_keys').select(COLUMNS).where('id', '=', at.id).where('user_id', '=', at.user),
  );
}

export type NewKey = {
  id: Id;
  user_id: Id;
  name: string;
  key_hash: string;
  last_four: string;
  scopes: string[];
  only_household: Id | null;
  signing_cipher: string | null;
  expires_at: string;
};

export async function insertKey(ctx: OpenContext, key: NewKey): Promise<void> {
  await ctx.db.run(k.insertInto('api_keys').values({ ...key, created_at: ctx.now }));
}

export async function updateKey(
  ctx: OpenContext,
  at: { user: Id; id: Id },
  set: { name?: string | undefined; expires_at?: string | undefined },
): Promise<KeyRow | undefined> {
  return await ctx.db.first(
    k
      .updateTable('api_keys')
      .set(Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)))
      .where('id', '=', at.id)
      .where('user_id', '=', at.user)
      .returning(COLUMNS),
  );
}

/** Deletes keys of one person, all or one; answers the ids of those that were there. */
export async function deleteKeys(ctx: OpenContext, of: { user: Id; only?: Id }): Promise<Id[]> {
  const rows = await ctx.db.rows(
    k
      .deleteFrom('api_keys')
      .where('user_id', '=', of.user)
      .$if(of.only !== undefined, (q) => q.where('id', '=', of.only ?? ''))
      .returning('id'),
  );
  return rows.map((row) => row.id);
}

export type LiveRow = KeyRow & {
  tier: Tier;
  locale: string;
  /** It was found by what it was before it was made anew. */
  is_old: boolean;
};

/** A key that counts now, by its hash: it lives, and so does its owner's account. */
export async function findLive(ctx: OpenContext, hash: string): Promise<LiveRow | undefined> {
  return await ctx.db.first(
    k
      .selectFrom('api_keys')
      .select(COLUMNS)
      .select(sql<boolean>`key_hash <> ${hash}`.as('is_old'))
      .select([
        sql<Tier>`(select u.tier from users u where u.id = api_keys.user_id)`.as('tier'),
        sql<string>`(select coalesce(u.preferences ->> 'language', u.locale) from users u
          where u.id = api_keys.user_id)`.as('locale'),
      ])
      .where((q) =>
        q.or([q('key_hash', '=', hash), q.and([q('old_hash', '=', hash), q('old_until', '>', ctx.now)])]),
      )
      .where('expires_at', '>', ctx.now)
      // While staff has locked the account its keys rest with it.
      .where((q) =>
        q.not(
          q.exists(
            q
              .selectFrom('account_locks')
              .select('user_id')
              .whereRef('account_locks.user_id', '=', 'api_keys.user_id'),
          ),
        ),
      )
      .where((q) =>
        q.exists(
          q
            .selectFrom('users')
            .select('users.id')
            .whereRef('users.id', '=', 'api_keys.user_id')
            .where('users.deleted_at', 'is', null)
            // Who asked to be erased is signed out until they change their mind, and so are their keys.
            .where('users.deletion_due_at', 'is', null),
        ),
      ),
  );
}

/** The key was used: written down unless that was done since an instant. */
export async function touchKey(ctx: OpenContext, id: Id, unlessSince: string): Promise<void> {
  await ctx.db.run(
    k
      .updateTable('api_keys')
      .set({ last_used_at: ctx.now, last_used_ip: ctx.origin.ip ?? null })
      .where('id', '=', id)
      .where((q) => q.or([q('last_used_at', 'is', null), q('last_used_at', '<=', unlessSince)])),
  );
}

/** What the key's requests are signed with, sealed; or were, before it was made anew. */
export async function signingCipher(
  ctx: OpenContext,
  { id, isOld = false }: { readonly id: Id; readonly isOld?: boolean },
): Promise<string | undefined> {
  const row = await ctx.db.first(
    k.selectFrom('api_keys').select(['signing_cipher', 'old_signing_cipher']).where('id', '=', id),
  );
  return (isOld ? row?.old_signing_cipher : row?.signing_cipher) ?? undefined;
}

export type Renewal = {
  readonly key_hash: string;
  readonly last_four: string;
  readonly signing_cipher: string | null;
  /** Until when what it was opens something still; null for no moment longer. */
  readonly oldUntil: string | null;
};

/** Makes a key anew that lives; what it was before that opens nothing any more. */
export async function renewKey(
  ctx: OpenContext,
  at: { user: Id; id: Id },
  { oldUntil, ...fresh }: Renewal,
): Promise<KeyRow | undefined> {
  const isKept = oldUntil !== null;
  return await ctx.db.first(
    k
      .updateTable('api_keys')
      .set((q) => ({
        ...fresh,
        old_hash: isKept ? q.ref('key_hash') : null,
        old_signing_cipher: isKept ? q.ref('signing_cipher') : null,
        old_until: oldUntil,
      }))
      .where('id', '=', at.id)
      .where('user_id', '=', at.user)
      .where('expires_at', '>', ctx.now)
      .returning(COLUMNS),
  );
}

/** What keys were before they were made anew, once that opens nothing any more. */
export async function forgetOld(ctx: OpenContext): Promise<void> {
  await ctx.db.run(
    k
      .updateTable('api_keys')
      .set({ old_hash: null, old_signing_cipher: null, old_until: null })
      .where('old_until', '<=', ctx.now),
  );
}

/** The household that its owner mostly means. */
export async function primaryHouseholdOf(ctx: OpenContext, user: Id): Promise<Id | undefined> {
  const row = await ctx.db.first(
    k
      .selectFrom('memberships')
      .select('household_id')
      .where('user_id', '=', user)
      .where('is_primary', '=', true),
  );
  return row?.household_id;
}

export async function deleteExpiredBefore(ctx: OpenContext, before: string): Promise<void> {
  await ctx.db.run(k.deleteFrom('api_keys').where('expires_at', '<', before));
}
