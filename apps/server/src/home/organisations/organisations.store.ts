import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type OrganisationRow = {
  id: Id;
  name: string;
  tier: string;
  asked_tier: string | null;
  asked_at: string | null;
  financial_year_start: string;
  currency: string;
  pay_cycle: string;
  owner_id: Id;
  created_at: string;
  version: number;
  households: number;
};

const SELECT = `select o.id, o.name, o.tier, o.asked_tier, o.asked_at, o.financial_year_start, o.currency, o.pay_cycle, o.owner_id, o.created_at,
  o.version, kinwise.organisation_size(o.id) as households from organisations o`;

/** The organisations that somebody administers, all or one; none of anybody else. */
export async function readOrganisations(ctx: OpenContext, user: Id, only?: Id): Promise<OrganisationRow[]> {
  return await ctx.db.text<OrganisationRow>(
    `${SELECT} join organisation_members m on m.organisation_id = o.id and m.user_id = $1
     where o.closed_at is null and ($2::uuid is null or o.id = $2) order by o.name, o.id`,
    [user, only ?? null],
  );
}

/** One that lives. The wall shows it to its administrators, to households that belong to it, and to whom it asked. */
export async function readOrganisation(ctx: OpenContext, id: Id): Promise<OrganisationRow | undefined> {
  const [row] = await ctx.db.text<OrganisationRow>(`${SELECT} where o.id = $1 and o.closed_at is null`, [id]);
  return row;
}

/** Whoever adds a household, or changes who is in charge, takes turns. */
export async function lockOrganisation(ctx: OpenContext, id: Id): Promise<void> {
  await ctx.db.text('select kinwise.lock_organisation($1)', [id]);
}

type Fields = {
  name: string;
  financial_year_start: string;
  currency: string;
  pay_cycle: string;
};

export async function insertOrganisation(
  ctx: OpenContext,
  row: Fields & { id: Id; owner_id: Id },
): Promise<void> {
  await ctx.db.run(
    k.insertInto('organisations').values({ ...row, tier: 'small', created_at: ctx.now, updated_at: ctx.now }),
  );
}

export async function updateOrganisation(
  ctx: OpenContext,
  at: { id: Id; version: number },
  change: { [Name in keyof Fields]?: Fields[Name] | undefined } & {
    owner_id?: Id;
    closed_at?: string;
    asked_tier?: string | null;
    asked_at?: string | null;
  },
): Promise<boolean> {
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const touched = await ctx.db.run(
    k
      .updateTable('organisations')
      .set((q) => ({ ...set, updated_at: ctx.now, version: q('version', '+', 1) }))
      .where('id', '=', at.id)
      .where('version', '=', at.version)
      .where('closed_at', 'is', null),
  );
  return touched === 1;
}

export type AdministratorRow = {
  user_id: Id;
  name: string;
  email: string;
  joined_at: string;
  is_leaving: boolean;
};

export async function readAdministrators(ctx: OpenContext, organisation: Id): Promise<AdministratorRow[]> {
  return await ctx.db.text<AdministratorRow>(
    `select m.user_id, kinwise.called(u, 'Member') as name,
       u.email, m.joined_at, u.deletion_due_at is not null as is_leaving
     from organisation_members m join users u on u.id = m.user_id where m.organisation_id = $1
     order by m.joined_at, m.user_id`,
    [organisation],
  );
}

export async function insertAdministrator(ctx: OpenContext, organisation: Id, user: Id): Promise<void> {
  await ctx.db.run(
    k
      .insertInto('organisation_members')
      .values({ organisation_id: organisation, user_id: user, joined_at: ctx.now })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

export async function deleteAdministrator(ctx: OpenContext, organisation: Id, user: Id): Promise<boolean> {
  const gone = await ctx.db.run(
    k
      .deleteFrom('organisation_members')
      .where('organisation_id', '=', organisation)
      .where('user_id', '=', user),
  );
  return gone === 1;
}

export type InvitedRow = {
  id: Id;
  organisation_id: Id;
  kind: 'administrator' | 'household';
  email: string;
  email_key: string;
  invited_by: Id;
  expires_at: string;
};

/** A newer invitation of the same address takes the place of an older one, whose link is dead from then on. */
export async function putInvitation(
  ctx: OpenContext,
  row: InvitedRow & { token_hash: string },
): Promise<void> {
  const { id, organisation_id, kind, email, email_key, token_hash, invited_by, expires_at } = row;
  await ctx.db.text(
    `insert into organisation_invitations (id, organisation_id, kind, email, email_key, token_hash, invited_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (organisation_id, kind, email_key) do update set id = excluded.id, email = excluded.email,
       token_hash = excluded.token_hash, invited_by = excluded.invited_by, created_at = excluded.created_at,
       expires_at = excluded.expires_at`,
    [id, organisation_id, kind, email, email_key, token_hash, invited_by, ctx.now, expires_at],
  );
}

export type WaitingRow = Pick<InvitedRow, 'id' | 'kind' | 'email' | 'expires_at'> & {
  inviter_name: string;
  created_at: string;
};

/** Those that can still be taken up, the newest first. */
export async function readInvitations(ctx: OpenContext, organisation: Id): Promise<WaitingRow[]> {
  return await ctx.db.text<WaitingRow>(
    `select i.id, i.kind, i.email, kinwise.called(u, 'Member') as inviter_name, i.created_at, i.expires_at
     from organisation_invitations i join users u on u.id = i.invited_by
     where i.organisation_id = $1 and i.expires_at > $2 and kinwise.still_administers(i.organisation_id, i.invited_by)
     order by i.created_at desc, i.id desc`,
    [organisation, ctx.now],
  );
}

/** The invitation of a link that is good, whoever asks, held until the commit: of two who use it, one does. */
export async function findInvitation(ctx: OpenContext, hash: string): Promise<InvitedRow | undefined> {
  const [row] = await ctx.db.text<InvitedRow>(
    'select * from kinwise.organisation_invitation_by_token($1, $2)',
    [hash, ctx.now],
  );
  return row;
}

export async function deleteInvitation(ctx: OpenContext, id: Id): Promise<boolean> {
  return (await ctx.db.run(k.deleteFrom('organisation_invitations').where('id', '=', id))) === 1;
}

export async function forgetInvitations(ctx: OpenContext): Promise<void> {
  await ctx.db.text('select kinwise.forget_organisation_invitations($1)', [ctx.now]);
}

export async function keyOfPerson(ctx: OpenContext, user: Id): Promise<string | undefined> {
  const row = await ctx.db.first(
    k
      .selectFrom('users')
      .select('email_key')
      .where('id', '=', user)
      .where('email_verified_at', 'is not', null),
  );
  return row?.email_key;
}

/** The organisations of which somebody is the owner. */
export async function readOwned(ctx: OpenContext, user: Id): Promise<string[]> {
  const rows = await ctx.db.rows(
    k.selectFrom('organisations').select('name').where('owner_id', '=', user).where('closed_at', 'is', null),
  );
  return rows.map((row) => row.name);
}
