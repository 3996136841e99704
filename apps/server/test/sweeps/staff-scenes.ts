/** How to make what staff act on, and the requests of theirs that need a story. */
import type { Id } from '@kinwise/core/ids';
import { count, newcomer, post } from './newcomers.ts';
import type { Scene, Where } from './scenes.ts';

export const STAFF_MAKERS: Readonly<Record<string, (where: Where) => Promise<Id>>> = {
  'admin/users/': async (where) => (await newcomer(where)).user,
  'admin/households/': async ({ world }) => {
    const home = {
      name: `Kōwhai ${count()}`,
      type: 'family',
      currency: 'NZD',
      time_zone: 'Pacific/Auckland',
    };
    return (await post({ world, person: 'zed', household: world.foreign }, 'households/', home)).id;
  },
  'admin/staff/': async (where) => {
    const { user } = await newcomer(where);
    await where.world.sql(`insert into staff_members (user_id, role, since) values ($1, 'viewer', now())`, [
      user,
    ]);
    return user;
  },
  'admin/organisations/': async (where) => await organisation(where),
  'organisations/by-token/:token': async (where) => await invited(where, 'administrator'),
  'admin/access/': async (where) => await staffGrant(where),
  'staff-access/': async (where) => await staffGrant(where),
};

export const STAFF_SCENES: Readonly<Record<string, Scene>> = {
  'POST admin/users/:id/require-new-password/': async (where) => {
    const { user } = await newcomer(where);
    await where.world.sql(`update users set password_hash = 'x', password_changed_at = now() where id = $1`, [
      user,
    ]);
    return {
      path: `admin/users/${user}/require-new-password/`,
      body: { reason: 'It was found in a breach' },
    };
  },
  'POST organisations/:id/hand-over/': async (where) => {
    const { id, user } = await colleague(where);
    return { path: `organisations/${id}/hand-over/`, body: { user_id: user } };
  },
  'DELETE organisations/:id/administrators/:user_id/': async (where) => {
    const { id, user } = await colleague(where);
    return { path: `organisations/${id}/administrators/${user}/` };
  },
  'DELETE organisations/:id/invitations/:invitation_id/': async (where) => {
    const id = await organisation(where);
    const asked = { kind: 'administrator', email: `asked${count()}@example.org` };
    const made = await post(where, `organisations/${id}/invitations/`, asked);
    return { path: `organisations/${id}/invitations/${made.id}/` };
  },
  'POST organisations/:id/leave/': async (where) => {
    const { id, user } = await colleague(where);
    await where.world.sql('update organisations set owner_id = $2 where id = $1', [id, user]);
    return { path: `organisations/${id}/leave/` };
  },
  'DELETE organisations/:id/households/:household_id/': async (where) => ({
    path: `organisations/${await belonging(where)}/households/${where.household}/`,
  }),
  'PATCH organisation/': async (where) => {
    await belonging(where);
    return { path: 'organisation/', body: { shares: 'categories' } };
  },
  'POST organisation/leave/': async (where) => {
    await belonging(where);
    return { path: 'organisation/leave/' };
  },
  'POST admin/users/:id/unlock/': async (where) => {
    const { user } = await newcomer(where);
    await where.world.sql('insert into account_locks (user_id, locked_at) values ($1, now())', [user]);
    return { path: `admin/users/${user}/unlock/`, body: { reason: 'They called from their own number' } };
  },
};

/** An organisation of the person's, made as they would make it. */
async function organisation(where: Where): Promise<Id> {
  return (await post(where, 'organisations/', { name: `Trust ${count()}` })).id;
}

async function invited(where: Where, kind: 'administrator' | 'household'): Promise<string> {
  const { world, person } = where;
  const [{ email } = { email: '' }] = await world.sql<{ email: string }>(
    'select email from users where id = $1',
    [world.ids[person]],
  );
  const made = await post(where, `organisations/${await organisation(where)}/invitations/`, { kind, email });
  return new URL(made.link).searchParams.get('token') ?? '';
}

/** Another administrator of a new organisation. */
async function colleague(where: Where): Promise<{ id: Id; user: Id }> {
  const id = await organisation(where);
  const { user } = await newcomer(where);
  await where.world.sql('insert into organisation_members values ($1, $2, now())', [id, user]);
  return { id, user };
}

/** The household belongs to an organisation of somebody in it. */
async function belonging(where: Where): Promise<Id> {
  const id = await organisation(where);
  await where.world.sql(
    `insert into organisation_homes values ($1, $2, 'totals', now())
     on conflict (household_id) do update set organisation_id = excluded.organisation_id, shares = 'totals'`,
    [where.household, id],
  );
  await where.world.sql('insert into organisation_times values ($1, now()) on conflict do nothing', [
    where.household,
  ]);
  return id;
}

/** Somebody of the staff may look into the household. */
async function staffGrant(where: Where): Promise<Id> {
  const { user } = await newcomer(where);
  const [row] = await where.world.sql<{ id: Id }>(
    `insert into staff_grants (household_id, id, staff_id, staff_role, reason, opened_at, until_at)
     values ($1, gen_random_uuid(), $2, 'manager', 'An entry that cannot be right', $3::timestamptz, $3::timestamptz + interval '1 hour')
     returning id`,
    [where.household, user, new Date(where.world.clock.nowMs()).toISOString()],
  );
  return row?.id ?? '';
}
