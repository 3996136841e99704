/**
 * What the sweeps cannot guess: how to make the things that no example makes, and the requests that need a story.
 * A feature whose examples succeed by themselves has no line here.
 */
import type { Id } from '@kinwise/core/ids';
import { CHILD_MAKERS, CHILD_SCENES, CHILD_SIGN_IN, FAMILY_DEVICES } from './children-scenes.ts';
import { SIGNING_IN } from './signing-in-scenes.ts';
import type { Person, World } from '../world.ts';
import { MAIL_MAKERS } from './mail-scenes.ts';
import { count, newcomer, post } from './newcomers.ts';
import { picture } from '../picture.ts';
import { STAFF_MAKERS, STAFF_SCENES } from './staff-scenes.ts';

/** Who acts, in which household. */
export type Where = { readonly world: World; readonly person: Person; readonly household: Id };

export type Request = {
  /** Below /api/v1/. */
  readonly path: string;
  readonly body?: unknown;
  readonly file?: { name: string; type?: string; text: string | Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
};

/** Makes a new object of a collection such as `tags/`; answers its id. */
export type Make = (collection: string, where: Where) => Promise<Id>;

export type Scene = (where: Where, make: Make) => Promise<Partial<Request>>;

/** Which collection a field refers to. `same` is the route's own, `new` an id that the caller makes. */
export const FIELDS: Readonly<Record<string, string>> = {
  id: 'same',
  into_id: 'same',
  keep_id: 'same',
  drop_id: 'same',
  from_id: 'same',
  to_id: 'same',
  parent_id: 'same',
  account_id: 'accounts/',
  category_id: 'categories/',
  merchant_id: 'merchants/',
  tag: 'tags/',
  membership_id: 'memberships/',
  member_id: 'users/',
  payer_id: 'users/',
  beneficiary_id: 'users/',
  request_id: 'new',
  user_id: 'users/',
};

/** How to make, or find, an object that is not made by a POST of its collection with its example. */
export const MAKERS: Readonly<Record<string, (where: Where) => Promise<Id>>> = {
  ...CHILD_MAKERS,
  'memberships/': async (where) => (await newcomer(where)).membership,
  'users/': async (where) => (await newcomer(where)).user,
  'invitations/': async (where) => (await invitation(where)).id,
  'invitations/by-token/:token': async (where) => (await invitation(where)).token,
  ...MAIL_MAKERS,
  'privacy/documents/:document': async () => await Promise.resolve('terms'),
  'auth/sessions/': async ({ world, person }) => {
    const [row] = await world.sql<{ id: Id }>(
      `insert into sessions (id, user_id, client, remembered, factors, created_at, last_seen_at, expires_at, last_day_at)
       values (gen_random_uuid(), $1, 'web', false, '{password}', $2, $2, $3, $3) returning id`,
      [world.ids[person], '2026-11-22T00:00:00Z', '2026-12-22T00:00:00Z'],
    );
    return row?.id ?? '';
  },
  'auth/passkeys/': async ({ world, person }) => {
    const [row] = await world.sql<{ id: Id }>(
      `insert into passkeys (id, user_id, credential_id, public_key, counter, transports, name, is_synced, created_at)
       values (gen_random_uuid(), $1, gen_random_uuid()::text, 'AQID', 0, '{}', 'Tablet', true, now()) returning id`,
      [world.ids[person]],
    );
    return row?.id ?? '';
  },
  'auth/api-keys/': async ({ world, person }) => {
    const [row] = await world.sql<{ id: Id }>(
      `insert into api_keys (id, user_id, name, key_hash, last_four, scopes, created_at, expires_at)
       values (gen_random_uuid(), $1, 'Sheet', gen_random_uuid()::text, 'abcd', '{read:rules}', now(), '2027-01-22') returning id`,
      [world.ids[person]],
    );
    return row?.id ?? '';
  },
  'auth/oidc/:provider': async () => await Promise.resolve('local'),
  'auth/oidc/identities/': async ({ world, person }) => {
    const [row] = await world.sql<{ id: Id }>(
      `insert into oidc_identities (id, user_id, provider, issuer, subject, email, created_at)
       select u, $1, 'local', 'https://id.example.org', u, 'somebody@example.org', now() from gen_random_uuid() u
       returning id`,
      [world.ids[person]],
    );
    // Another way in, without which it could not be unlinked.
    await MAKERS['auth/passkeys/']?.({ world, person, household: world.household });
    return row?.id ?? '';
  },
  ...STAFF_MAKERS,
  'imports/templates/': async ({ world, household }) => {
    const [row] = await world.sql<{ id: Id }>(
      `insert into import_templates (household_id, id, layout, mapping, created_at, updated_at)
       values ($1, gen_random_uuid(), gen_random_uuid(), '{}', now(), now()) returning id`,
      [household],
    );
    return row?.id ?? '';
  },
  'exchange-rates/': async (where) => {
    const body = { base: 'USD', quote: 'NZD', on: `19${70 + (count() % 30)}-01-01`, rate: '1.5' };
    return (await post(where, 'exchange-rates/', body)).id;
  },
};

/** The rest of a request, for routes whose example alone does not say enough. With a path it is the whole of it. */
export const SCENES: Readonly<Record<string, Scene>> = {
  ...CHILD_SCENES,
  'DELETE households/:id/': async (where, make) => {
    const home = await make('households/', where);
    const [row] = await where.world.sql<{ name: string }>('select name from households where id = $1', [
      home,
    ]);
    return { path: `households/${home}/?confirm=${encodeURIComponent(row?.name ?? '')}` };
  },
  'POST households/:id/set-primary/': async (where, make) => ({
    path: `households/${await make('households/', where)}/set-primary/`,
  }),
  'POST households/:id/leave/': async (where, make) => {
    const home = await make('households/', where);
    await newcomer({ ...where, household: home }, 'admin');
    return { path: `households/${home}/leave/` };
  },
  'POST households/:id/transfer-ownership/': async (where, make) => {
    const home = await make('households/', where);
    const { membership } = await newcomer({ ...where, household: home });
    return { path: `households/${home}/transfer-ownership/`, body: { membership_id: membership } };
  },
  'POST invitations/by-token/:token/accept/': async ({ world, person }) => {
    const host = person === 'zed' ? 'mere' : 'zed';
    const household = host === 'zed' ? world.foreign : world.household;
    const { token } = await invitation({ world, person: host, household });
    return { path: `invitations/by-token/${token}/accept/` };
  },
  'POST categories/:id/restore/': async (where, make) => {
    const id = await make('categories/', where);
    const headers = { 'x-household-id': where.household };
    const gone = await where.world.as(where.person).delete(`categories/${id}/`, headers);
    if (gone.status !== 204)
      throw new Error(`categories/${id}/ answers ${gone.status} ${JSON.stringify(gone.body)}`);
    return { path: `categories/${id}/restore/` };
  },
  ...STAFF_SCENES,
  'POST auth/sessions/terminate-all/': async (where, make) => {
    await make('auth/sessions/', where);
    return {};
  },
  'DELETE auth/email/change/': async ({ world, person }) => {
    await world.as(person).post('auth/email/change/', { new_email: `next${count()}@example.org` });
    return {};
  },
  'GET memberships/:id/consents/': async (where) => ({
    path: `memberships/${(await newcomer(where, 'child')).membership}/consents/`,
  }),
  'POST memberships/:id/consents/': async (where) => ({
    path: `memberships/${(await newcomer(where, 'child')).membership}/consents/`,
    body: { purpose: 'analytics', granted: true },
  }),
  'POST accounts/:id/reopen/': async (where, make) => {
    const id = await make('accounts/', where);
    await post(where, `accounts/${id}/close/`, {});
    return { path: `accounts/${id}/reopen/` };
  },
  'POST transactions/:id/restore/': async (where, make) => {
    const id = await make('transactions/', where);
    await where.world.as(where.person).delete(`transactions/${id}/`, { 'x-household-id': where.household });
    return { path: `transactions/${id}/restore/` };
  },
  'POST transactions/link-transfer/': async (where, make) => {
    const [from_id, to_id] = [await entry(where, make, '-40.00'), await entry(where, make, '40.00')];
    return { body: { from_id, to_id } };
  },
  'POST transactions/unlink-transfer/': async (where, make) => {
    const [from_id, to_id] = [await entry(where, make, '-50.00'), await entry(where, make, '50.00')];
    await post(where, 'transactions/link-transfer/', { from_id, to_id });
    return { body: { id: from_id } };
  },
  'POST transactions/merge/': async (where, make) => {
    const account_id = await make('accounts/', where);
    const twin = { account_id, occurred_on: '2026-11-20', amount: '-7.50', payee: 'Bakery' };
    const [keep, drop] = [await post(where, 'transactions/', twin), await post(where, 'transactions/', twin)];
    return { body: { keep_id: keep.id, drop_id: drop.id } };
  },
  'POST rules/:id/apply/': async (where, make) => {
    const account_id = await make('accounts/', where);
    const payee = `Orchard ${count()}`;
    await post(where, 'transactions/', { account_id, occurred_on: '2026-11-20', amount: '-9.00', payee });
    const rule = await post(where, 'rules/', {
      name: payee,
      match: 'all',
      conditions: [{ field: 'payee', op: 'contains', value: payee }],
      actions: [{ kind: 'set_category', value: await make('categories/', where) }],
    });
    return { path: `rules/${rule.id}/apply/` };
  },
  'DELETE merchants/:id/aliases/:alias_id/': async (where, make) => {
    const id = await make('merchants/', where);
    const merchant = await post(where, `merchants/${id}/aliases/`, { name: `ALIAS ${count()}` });
    return { path: `merchants/${id}/aliases/${merchant.aliases[0].id}/` };
  },
  'GET exchange-rates/convert/': async () =>
    await Promise.resolve({ path: 'exchange-rates/convert/?amount=10.00&base=NZD&quote=NZD&on=2026-11-20' }),
  'GET transactions/search/': async () => await Promise.resolve({ path: 'transactions/search/?q=milk' }),
  'POST imports/': async (where, make) => {
    const text = `Date,Amount,Payee,Reference\n20/11/2026,-4.50,Cafe ${count()},\n21/11/2026,-31.00,Grocer,milk\n`;
    return { file: { name: 'bank.csv', text }, body: { account_id: await make('accounts/', where) } };
  },
  'PATCH imports/:id/rows/': async () =>
    await Promise.resolve({ body: { all: { state: 'new', include: false } } }),
  'POST imports/:id/undo/': async (where, make) => {
    const id = await make('imports/', where);
    await post(where, `imports/${id}/commit/`, {});
    return { path: `imports/${id}/undo/` };
  },
  'POST exchange-rates/upload/': async () => {
    const text = `Date,USD,NZD\n19${70 + (count() % 30)}-06-01,1.05,1.75\n`;
    return await Promise.resolve({ file: { name: 'rates.csv', text }, body: { currencies: 'all' } });
  },
  'POST users/me/photo/': async () => ({ file: await picture({ width: 8, height: 8 }), body: {} }),
  'GET users/:id/photo/': async ({ world, person }) => {
    await world.as(person).upload('users/me/photo/', await picture({ width: 8, height: 8 }));
    return { path: `users/${world.ids[person]}/photo/` };
  },
};

/** Writes of what no device keeps a copy of, each with its reason: they leave an audit entry and no change. */
export const IN_NO_COPY: Readonly<Record<string, string>> = {
  'PATCH organisation/': 'what the household shares is asked for when somebody wants to know',
  'POST organisation/leave/': 'the same',
  'POST staff-access/:id/end/': 'who of the staff looked in is asked for when somebody wants to know',
  ...FAMILY_DEVICES,
  'DELETE imports/templates/:id/': 'a remembered layout serves the next import, which happens on the server',
};

/** Writes outside of any household that need a story of their own, and the test that looks for their entries. */
export const OUTSIDE: Readonly<Record<string, string>> = {
  ...SIGNING_IN,
  ...CHILD_SIGN_IN,
  'POST session/app-lock/': 'session.app_lock_on: app-locks.test.ts',
  'POST session/ping/': 'tells that somebody sits there, again and again: presence.test.ts',
  'POST privacy/deletion/': 'deletion.asked: deletions.test.ts',
  'DELETE users/me/': 'another name of POST privacy/deletion/',
  'DELETE users/me/delete-account/': 'another name of POST privacy/deletion/',
  'POST users/me/deletion/cancel/': 'deletion.cancelled: deletions.test.ts',
  'POST dev/demo-login/': 'login.succeeded; absent in production',
};

/** Writes that keep nothing, each with its reason; the sweep sees to it that they really do not. */
export const KEEPS_NOTHING: Readonly<Record<string, string>> = {
  'POST auth/password/strength/': 'judges a password and forgets it',
  'POST rules/test/': 'shows what a rule would do',
  'POST auth/token/verify/': 'says whether a token is good',
};

/** An entry on an account of its own. */
async function entry(where: Where, make: Make, amount: string): Promise<Id> {
  const account_id = await make('accounts/', where);
  return (await post(where, 'transactions/', { account_id, occurred_on: '2026-11-20', amount })).id;
}

async function invitation(where: Where): Promise<{ id: Id; token: string }> {
  const made = await post(where, `households/${where.household}/invitations/`, { role: 'observer' });
  return { id: made.id, token: new URL(made.link).searchParams.get('token') ?? '' };
}
