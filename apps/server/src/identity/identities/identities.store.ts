import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type IdentityRow = {
  id: Id;
  user_id: Id;
  provider: string;
  issuer: string;
  email: string;
  created_at: string;
  last_used_at: string | null;
};

const COLUMNS = ['id', 'user_id', 'provider', 'issuer', 'email', 'created_at', 'last_used_at'] as const;

export type Known = { readonly issuer: string; readonly subject: string };

/** Whose identity it is, if anybody's. */
export async function identityBy(ctx: OpenContext, known: Known): Promise<IdentityRow | undefined> {
  return await ctx.db.first(
    k
      .selectFrom('oidc_identities')
      .select(COLUMNS)
      .where('issuer', '=', known.issuer)
      .where('subject', '=', known.subject),
  );
}

export async function identitiesOf(ctx: OpenContext, user: Id): Promise<IdentityRow[]> {
  return await ctx.db.rows(
    k
      .selectFrom('oidc_identities')
      .select(COLUMNS)
      .where('user_id', '=', user)
      .orderBy('created_at')
      .orderBy('id'),
  );
}

/** False when it is somebody's already. */
export async function insertIdentity(
  ctx: OpenContext,
  of: Known & { user: Id; provider: string; email: string },
): Promise<boolean> {
  const { user, ...rest } = of;
  const added = await ctx.db.run(
    k
      .insertInto('oidc_identities')
      .values({ ...rest, id: newId(), user_id: user, created_at: ctx.now })
      .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing()),
  );
  return added === 1;
}

/** Notes a sign-in; false when it is this user's no longer. */
export async function useIdentity(ctx: OpenContext, id: Id, user: Id): Promise<boolean> {
  const touched = await ctx.db.run(
    k
      .updateTable('oidc_identities')
      .set({ last_used_at: ctx.now })
      .where('id', '=', id)
      .where('user_id', '=', user),
  );
  return touched === 1;
}

export async function deleteIdentity(ctx: OpenContext, at: { user: Id; id: Id }): Promise<void> {
  await ctx.db.run(k.deleteFrom('oidc_identities').where('id', '=', at.id).where('user_id', '=', at.user));
}

/** Deletes what was linked since an instant; answers at which providers. */
export async function deleteIdentitiesSince(ctx: OpenContext, user: Id, since: string): Promise<string[]> {
  const rows = await ctx.db.rows(
    k
      .deleteFrom('oidc_identities')
      .where('user_id', '=', user)
      .where('created_at', '>=', since)
      .returning('provider'),
  );
  return rows.map((row) => row.provider);
}
