import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext, OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type InvitationRow = {
  id: Id;
  email: string | null;
  role: string;
  message: string;
  invited_by: Id;
  status: string;
  expires_at: string;
  accepted_by: Id | null;
  accepted_at: string | null;
  version: number;
  created_at: string;
  updated_at: string;
};

const COLUMNS = [
  'id',
  'email',
  'role',
  'message',
  'invited_by',
  'status',
  'expires_at',
  'accepted_by',
  'accepted_at',
  'version',
  'created_at',
  'updated_at',
] as const;

/** The invitations of a household, the newest first. */
export async function readInvitations(ctx: HouseholdContext, ids?: readonly Id[]): Promise<InvitationRow[]> {
  return await ctx.db.rows(
    k
      .selectFrom('invitations')
      .select(COLUMNS)
      .where('household_id', '=', ctx.household)
      .$if(ids !== undefined, (q) => q.where('id', 'in', [...(ids ?? [])]))
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc'),
  );
}

/** Where a token leads, whoever asks. */
export async function findByToken(
  ctx: OpenContext,
  hash: string,
): Promise<{ household_id: Id; id: Id } | undefined> {
  const [row] = await ctx.db.text<{ household_id: Id; id: Id }>(
    'select household_id, id from kinwise.invitation_by_token($1)',
    [hash],
  );
  return row;
}

/** The invitation with its row held, so that it is accepted once and not while it is revoked. */
export async function lockInvitation(
  ctx: HouseholdContext,
  at: { id: Id; hash: string },
): Promise<InvitationRow | undefined> {
  return await ctx.db.first(
    k
      .selectFrom('invitations')
      .select(COLUMNS)
      .where('household_id', '=', ctx.household)
      .where('id', '=', at.id)
      .where('token_hash', '=', at.hash)
      .forUpdate(),
  );
}

export async function insertInvitation(
  ctx: HouseholdContext,
  invitation: {
    id: Id;
    email: string | null;
    role: string;
    message: string;
    token_hash: string;
    invited_by: Id;
    expires_at: string;
  },
): Promise<void> {
  await ctx.db.run(
    k.insertInto('invitations').values({
      ...invitation,
      email_key: invitation.email === null ? null : keyOf(invitation.email),
      household_id: ctx.household,
      created_at: ctx.now,
      updated_at: ctx.now,
    }),
  );
}

type Change = {
  status?: 'pending' | 'accepted' | 'revoked';
  token_hash?: string;
  expires_at?: string;
  invited_by?: Id;
  accepted_by?: Id;
  accepted_at?: string;
};

/** Writes what changed; answers false when somebody was faster. */
export async function updateInvitation(
  ctx: HouseholdContext,
  at: { id: Id; version: number },
  change: Change,
): Promise<boolean> {
  const touched = await ctx.db.run(
    k
      .updateTable('invitations')
      .set((q) => ({ ...change, updated_at: ctx.now, version: q('version', '+', 1) }))
      .where('household_id', '=', ctx.household)
      .where('id', '=', at.id)
      .where('version', '=', at.version),
  );
  return touched === 1;
}

/** Marks those whose time is over, for one address or for all; answers which. */
export async function expireInvitations(ctx: HouseholdContext, email_key?: string): Promise<Id[]> {
  const rows = await ctx.db.rows(
    k
      .updateTable('invitations')
      .set((q) => ({ status: 'expired', updated_at: ctx.now, version: q('version', '+', 1) }))
      .where('household_id', '=', ctx.household)
      .where('status', '=', 'pending')
      .where('expires_at', '<=', ctx.now)
      .$if(email_key !== undefined, (q) => q.where('email_key', '=', email_key ?? ''))
      .returning('id'),
  );
  return rows.map((row) => row.id);
}

/** Removes those that ended before a moment, whatever came of them; answers which. */
export async function forgetInvitations(ctx: HouseholdContext, before: string): Promise<Id[]> {
  const rows = await ctx.db.rows(
    k
      .deleteFrom('invitations')
      .where('household_id', '=', ctx.household)
      .where('status', '<>', 'pending')
      .where('updated_at', '<', before)
      .returning('id'),
  );
  return rows.map((row) => row.id);
}

export type PersonRow = { email_key: string; email_verified_at: string | null; locale: string };

export async function readPerson(ctx: OpenContext, user: Id): Promise<PersonRow | undefined> {
  return await ctx.db.first(
    k
      .selectFrom('users')
      .select(['email_key', 'email_verified_at', 'locale'])
      .where('id', '=', user)
      .where('deleted_at', 'is', null),
  );
}

/** What two spellings of one address have in common. */
export function keyOf(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}
