import type { Id } from '@kinwise/core/ids';
import type { Selectable } from 'kysely';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';
import type { DB } from '../../platform/schema.ts';

export type UserRow = Pick<Selectable<DB['users']>, (typeof COLUMNS)[number]> & { photo: Id | null };

export type NewUserRow = {
  id: Id;
  email: string;
  email_key: string;
  username: string | null;
  username_key: string | null;
  password_hash: string | null;
  first_name: string;
  last_name: string;
  locale: string;
  time_zone: string;
};

export type UserChange = {
  first_name?: string | undefined;
  last_name?: string | undefined;
  username?: string | undefined;
  locale?: string | undefined;
  time_zone?: string | undefined;
  tier?: string | undefined;
  preferences?: Readonly<Record<string, unknown>> | undefined;
  chosen_name?: string | undefined;
  phone?: string | null | undefined;
  country?: string | null | undefined;
  onboarding_completed_at?: string | null | undefined;
};

const COLUMNS = [
  'id',
  'email',
  'username',
  'password_hash',
  'password_changed_at',
  'first_name',
  'last_name',
  'locale',
  'time_zone',
  'email_verified_at',
  'token_version',
  'tier',
  'preferences',
  'is_demo',
  'deletion_due_at',
  'created_at',
  'version',
  'chosen_name',
  'phone',
  'country',
  'onboarding_completed_at',
] as const;

export async function findUser(
  ctx: OpenContext,
  by: { id: Id } | { email_key: string } | { username_key: string },
): Promise<UserRow | undefined> {
  const [column, value] = Object.entries(by)[0] as ['id' | 'email_key' | 'username_key', string];
  return await ctx.db.first(
    k
      .selectFrom('users')
      .leftJoin('photos', 'photos.user_id', 'users.id')
      .select([...COLUMNS, 'photos.photo'])
      .where(column, '=', value)
      .where('deleted_at', 'is', null),
  );
}

/** Adds the user, or writes over one whose address was never verified; answers undefined when it was. */
export async function upsertUnverified(ctx: OpenContext, user: NewUserRow): Promise<Id | undefined> {
  const { id: _kept, ...over } = user;
  const password_changed_at = user.password_hash === null ? null : ctx.now;
  const row = await ctx.db.first(
    k
      .insertInto('users')
      .values({
        ...user,
        password_changed_at,
        terms_accepted_at: ctx.now,
        privacy_accepted_at: ctx.now,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .onConflict((conflict) =>
        conflict
          .column('email_key')
          .doUpdateSet((q) => ({
            ...over,
            password_changed_at,
            terms_accepted_at: ctx.now,
            privacy_accepted_at: ctx.now,
            updated_at: ctx.now,
            version: q('users.version', '+', 1),
          }))
          .where('users.email_verified_at', 'is', null)
          .where('users.deleted_at', 'is', null),
      )
      .returning('id'),
  );
  return row?.id;
}

/**
 * A name that somebody registered and never verified the address of holds nobody up; a child's without an address does.
 * Who wants it takes turns: were two to meet at the index, a refusal would tell whether the other's address was free.
 */
export async function freeUsername(ctx: OpenContext, usernameKey: string): Promise<void> {
  await ctx.db.text("select pg_advisory_xact_lock(hashtextextended('username ' || $1, 0))", [usernameKey]);
  const unproven = "username_key = $1 and email <> '' and email_verified_at is null";
  await ctx.db.text(`update users set username = null, username_key = null where ${unproven}`, [usernameKey]);
}

export async function markVerified(ctx: OpenContext, id: Id): Promise<void> {
  await ctx.db.run(
    k
      .updateTable('users')
      .set((q) => ({ email_verified_at: ctx.now, updated_at: ctx.now, version: q('version', '+', 1) }))
      .where('id', '=', id)
      .where('email_verified_at', 'is', null),
  );
}

export async function setPasswordHash(
  ctx: OpenContext,
  at: { id: Id; hash: string | null; endTokens: boolean },
): Promise<void> {
  await ctx.db.run(
    k
      .updateTable('users')
      .set((q) => ({
        password_hash: at.hash,
        password_changed_at: ctx.now,
        updated_at: ctx.now,
        token_version: q('token_version', '+', at.endTokens ? 1 : 0),
      }))
      .where('id', '=', at.id),
  );
}

/** Whoever only claimed an address, without ever proving it, loses it. Answers their ids. */
export async function freeEmail(ctx: OpenContext, of: { id: Id; emailKey: string }): Promise<Id[]> {
  const rows = await ctx.db.text<{ id: Id }>(
    `update users set email_key = 'left:' || id, updated_at = $3
     where email_key = $1 and id <> $2 and email_verified_at is null and deleted_at is null returning id`,
    [of.emailKey, of.id, ctx.now],
  );
  return rows.map((row) => row.id);
}

/** Gives somebody an address that they have proven; false when somebody else has it. */
export async function moveEmail(
  ctx: OpenContext,
  to: { id: Id; email: string; emailKey: string },
): Promise<boolean> {
  const rows = await ctx.db.text(
    `update users set email = $2, email_key = $3, email_verified_at = $4, updated_at = $4, version = version + 1
     where id = $1 and not exists (select from users o where o.email_key = $3 and o.id <> $1) returning 1`,
    [to.id, to.email, to.emailKey, ctx.now],
  );
  return rows.length > 0;
}

/** The same password at a new cost: nothing that anybody would notice. */
export async function replaceHash(ctx: OpenContext, at: { id: Id; from: string; to: string }): Promise<void> {
  await ctx.db.run(
    k
      .updateTable('users')
      .set({ password_hash: at.to })
      .where('id', '=', at.id)
      .where('password_hash', '=', at.from),
  );
}

export async function setLastLogin(ctx: OpenContext, id: Id): Promise<void> {
  await ctx.db.run(k.updateTable('users').set({ last_login_at: ctx.now }).where('id', '=', id));
}

/** Writes what changed; answers false when the row is not at `version` any more. */
export async function updateUser(
  ctx: OpenContext,
  at: { id: Id; version: number },
  change: UserChange,
): Promise<boolean> {
  const { preferences, username, ...fields } = change;
  const set = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const touched = await ctx.db.run(
    k
      .updateTable('users')
      .set((q) => ({ ...set, updated_at: ctx.now, version: q('version', '+', 1) }))
      .$if(username !== undefined, (q) =>
        q.set({ username: username ?? null, username_key: username?.toLowerCase() ?? null }),
      )
      .$if(preferences !== undefined, (q) => q.set({ preferences: JSON.stringify(preferences) }))
      .where('id', '=', at.id)
      .where('version', '=', at.version),
  );
  return touched === 1;
}

/** Holds somebody until the commit: of two who change what they may or how they get in, the second sees the first. */
export async function holdUser(ctx: OpenContext, id: Id): Promise<void> {
  await ctx.db.text('select 1 from users where id = $1 for no key update', [id]);
}

/** Notes that somebody asked to be erased; answers false when they had asked before. */
export async function setDeletion(ctx: OpenContext, at: { id: Id; dueAt: string }): Promise<boolean> {
  const touched = await ctx.db.run(
    k
      .updateTable('users')
      .set({ deletion_requested_at: ctx.now, deletion_due_at: at.dueAt, updated_at: ctx.now })
      .where('id', '=', at.id)
      .where('deletion_due_at', 'is', null)
      .where('deleted_at', 'is', null),
  );
  return touched === 1;
}

/** Takes that back; answers false when there is nothing to take back, or it is too late. */
export async function clearDeletion(ctx: OpenContext, id: Id): Promise<boolean> {
  const touched = await ctx.db.run(
    k
      .updateTable('users')
      .set({ deletion_requested_at: null, deletion_due_at: null, updated_at: ctx.now })
      .where('id', '=', id)
      .where('deletion_due_at', '>', ctx.now)
      .where('deleted_at', 'is', null),
  );
  return touched === 1;
}

export async function readDeletion(ctx: OpenContext, id: Id) {
  return await ctx.db.first(
    k.selectFrom('users').select(['deletion_requested_at', 'deletion_due_at']).where('id', '=', id),
  );
}

/** Closes the accounts whose time is over: from now on nobody signs in to them, and there is no way back. */
export async function closeDue(ctx: OpenContext): Promise<void> {
  await ctx.db.run(
    k
      .updateTable('users')
      .set({ deleted_at: ctx.now })
      .where('deletion_due_at', '<=', ctx.now)
      .where('deleted_at', 'is', null),
  );
}

/** The same for accounts whose address was never confirmed, unless somebody in a household counts on them. */
export async function closeUnverified(ctx: OpenContext, before: string): Promise<void> {
  await ctx.db.text(
    `update users set deleted_at = $2, deletion_requested_at = $2, deletion_due_at = $2
     where id in (select id from kinwise.unverified_before($1))`,
    [before, ctx.now],
  );
}

/** Closed accounts of which something is left. */
export async function readClosed(ctx: OpenContext, id?: Id): Promise<ClosedRow[]> {
  return await ctx.db.rows(
    k
      .selectFrom('users')
      .select(['id', 'email', 'first_name', 'locale', 'email_verified_at', 'erased_at'])
      .where('deleted_at', 'is not', null)
      .where('deletion_due_at', 'is not', null)
      .$if(id !== undefined, (q) => q.where('id', '=', id ?? ''))
      .orderBy('deleted_at')
      .limit(1000),
  );
}

export type ClosedRow = {
  id: Id;
  email: string;
  first_name: string;
  locale: string;
  email_verified_at: string | null;
  erased_at: string | null;
};

/** Forgets the id as well, of somebody whom no history names. */
export async function deleteUser(ctx: OpenContext, id: Id): Promise<void> {
  await ctx.db.run(k.deleteFrom('users').where('id', '=', id).where('erased_at', 'is not', null));
}

/** The erasure of a person is complete: they wait for nothing any more. */
export async function endDeletion(ctx: OpenContext, id: Id): Promise<void> {
  await ctx.db.run(
    k
      .updateTable('users')
      .set({ deletion_requested_at: null, deletion_due_at: null })
      .where('id', '=', id)
      .where('erased_at', 'is not', null),
  );
}
