import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homeWithMoney } from '../../../test/staff-people.ts';
import { makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';

let signing: SigningWorld;
let owner: Browser;
let organisation: string;
const OWNER = 'owner@example.org';
const SERVICE = { name: 'Harbour Budgeting Service', currency: 'AUD', pay_cycle: 'weekly' };

beforeAll(async () => {
  signing = await makeSigningWorld({ nodes: 2, settings: { ORGANISATION_SMALL: '2' } });
  owner = await signing.signUp(OWNER, { first_name: 'Ora' });
  organisation = (await owner.post('organisations/', SERVICE)).body.id;
}, 60_000);
afterAll(async () => {
  expect(await signing.world.brokenInvariants()).toEqual([]);
  await signing.close();
});

async function invited(by: Browser, kind: string, email: string): Promise<string> {
  const made = await by.post(`organisations/${organisation}/invitations/`, { kind, email });
  expect(made, JSON.stringify(made.body)).toMatchObject({ status: 201 });
  return new URL(made.body.link).searchParams.get('token') ?? '';
}

const accept = async (by: Browser, token: string, body = {}) =>
  await by.post(`organisations/by-token/${token}/accept/`, body);

describe('an organisation', () => {
  it('begins with its own ways, which its owner alone changes', async () => {
    const { body } = await owner.get(`organisations/${organisation}/`);
    expect(body).toMatchObject({
      ...SERVICE,
      tier: 'small',
      capacity: 2,
      households_count: 0,
      financial_year_start: '04-01',
      is_owner: true,
    });
    expect(
      (await owner.patch(`organisations/${organisation}/`, { financial_year_start: '02-30' })).status,
    ).toBe(422);
    const changed = await owner.patch(`organisations/${organisation}/`, { financial_year_start: '07-01' });
    expect(changed.body.financial_year_start).toBe('07-01');
  });

  it('does not exist for anybody else, by any route', async () => {
    const stranger = await signing.signUp('stranger@example.org');
    const at = `organisations/${organisation}`;
    const calls = [
      stranger.get(`${at}/`),
      stranger.patch(`${at}/`, { name: 'Mine' }),
      stranger.get(`${at}/administrators/`),
      stranger.get(`${at}/households/`),
      stranger.post(`${at}/households/`, { name: 'Flat' }),
      stranger.post(`${at}/invitations/`, { kind: 'administrator', email: 'me@example.org' }),
      stranger.post(`${at}/leave/`),
      stranger.post(`${at}/close/`),
      stranger.post(`${at}/hand-over/`, { user_id: organisation }),
      stranger.delete(`${at}/administrators/${organisation}/`),
      stranger.delete(`${at}/households/${organisation}/`),
    ];
    for (const answer of await Promise.all(calls))
      expect([answer.status, answer.body.error_code]).toEqual([404, 'RESOURCE_3001']);
    expect((await stranger.get('organisations/')).body.results).toEqual([]);
  });

  it('takes in administrators by a letter that is for one address and good once', async () => {
    const helper = await signing.signUp('helper@example.org', { first_name: 'Hemi' });
    const token = await invited(owner, 'administrator', 'helper@example.org');
    expect((await signing.letters('helper@example.org')).at(-1)?.subject).toBe(
      'Ora invites you to Harbour Budgeting Service',
    );
    const other = await signing.signUp('other@example.org');
    expect((await accept(other, token)).body.error_code).toBe('AUTH_1010');
    expect((await accept(helper, token)).status).toBe(200);
    expect((await accept(helper, token)).body.error_code).toBe('AUTH_1008');
    expect((await helper.get(`organisations/${organisation}/`)).body.is_owner).toBe(false);
    expect((await helper.patch(`organisations/${organisation}/`, { name: 'x' })).status).toBe(403);
    expect((await helper.post(`organisations/${organisation}/close/`)).status).toBe(403);
    const list = (await owner.get(`organisations/${organisation}/administrators/`)).body.results;
    expect(list.map(({ name, is_owner }: { name: string; is_owner: boolean }) => [name, is_owner])).toEqual([
      ['Ora', true],
      ['Hemi', false],
    ]);
    expect((await helper.post(`organisations/${organisation}/leave/`)).status).toBe(204);
    expect((await helper.get(`organisations/${organisation}/`)).status).toBe(404);
  });

  it('is not left by its owner, who cannot be erased either before handing it over', async () => {
    expect((await owner.post(`organisations/${organisation}/leave/`)).body.error_code).toBe('BUSINESS_4008');
    const refused = await owner.post('privacy/deletion/');
    expect(refused).toMatchObject({ status: 409, body: { error_code: 'BUSINESS_4008' } });
    expect(refused.body.detail).toContain('Hand it over to another administrator, or close it');
    const heir = await signing.signUp('heir@example.org');
    await accept(heir, await invited(owner, 'administrator', 'heir@example.org'));
    const heirId = (await heir.get('users/me/')).body.id;
    await owner.post(`organisations/${organisation}/hand-over/`, { user_id: heirId });
    expect((await heir.post('privacy/deletion/')).status).toBe(409);
    const ownerId = (await owner.get('users/me/')).body.id;
    expect((await owner.post(`organisations/${organisation}/close/`)).status).toBe(403);
    await heir.post(`organisations/${organisation}/hand-over/`, { user_id: ownerId });
    expect((await heir.post(`organisations/${organisation}/leave/`)).status).toBe(204);
  });
});

describe('an invitation of an organisation', () => {
  const open = `/invitations/`;
  const waiting = async (by: Browser) => (await by.get(`organisations/${organisation}${open}`)).body.results;

  it('is seen while it waits, and is taken back where it went to the wrong address', async () => {
    const token = await invited(owner, 'administrator', 'wrong@example.org');
    const wrong = await signing.signUp('wrong@example.org');
    const [one, ...more] = await waiting(owner);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ kind: 'administrator', email: 'wrong@example.org', inviter_name: 'Ora' });
    expect((await wrong.get(`organisations/${organisation}${open}`)).status).toBe(404);
    const at = `organisations/${organisation}${open}${one.id}/`;
    expect((await wrong.delete(at)).status).toBe(404);
    const second = (await owner.post('organisations/', { name: 'Second' })).body.id;
    expect((await owner.delete(`organisations/${second}${open}${one.id}/`)).status).toBe(404);
    await owner.post(`organisations/${second}/close/`);
    expect((await owner.delete(at)).status).toBe(204);
    expect((await owner.delete(at)).status).toBe(404);
    expect((await accept(wrong, token)).body.error_code).toBe('AUTH_1008');
    expect(await waiting(owner)).toEqual([]);
  });

  it('is worth nothing once who sent it administers it no more', async () => {
    const former = await signing.signUp('former@example.org');
    await accept(former, await invited(owner, 'administrator', 'former@example.org'));
    const second = await signing.signUp('second@example.org');
    const token = await invited(former, 'administrator', 'second@example.org');
    const id = (await former.get('users/me/')).body.id;
    await owner.delete(`organisations/${organisation}/administrators/${id}/`);
    expect(await waiting(owner)).toEqual([]);
    expect((await second.get(`organisations/by-token/${token}/`)).body.error_code).toBe('AUTH_1008');
    expect((await accept(second, token)).body.error_code).toBe('AUTH_1008');
    expect((await second.get(`organisations/${organisation}/`)).status).toBe(404);
  });
});

describe('an administrator who has asked to be erased', () => {
  it('is handed nothing: it would fall with them', async () => {
    const heir = await signing.signUp('going@example.org', { first_name: 'Gaia' });
    await accept(heir, await invited(owner, 'administrator', 'going@example.org'));
    const id = (await heir.get('users/me/')).body.id;
    expect((await heir.post('privacy/deletion/')).status).toBe(202);
    const refused = await owner.post(`organisations/${organisation}/hand-over/`, { user_id: id });
    expect(refused).toMatchObject({ status: 409, body: { error_code: 'BUSINESS_4008' } });
    expect(refused.body.detail).toBe('Gaia has asked to be erased. Name somebody who stays.');
    await owner.delete(`organisations/${organisation}/administrators/${id}/`);
  });
});

describe('a household', () => {
  it('joins by its admin alone, shares what it chooses and never an entry, and leaves at any time', async () => {
    const home = await homeWithMoney(signing, 'hinemoa');
    const token = await invited(owner, 'household', home.email);
    const nowhere = { household_id: (await homeWithMoney(signing, 'zoe')).household };
    expect((await accept(home.browser, token, nowhere)).status).toBe(404);
    const joined = await accept(home.browser, token, { household_id: home.household });
    expect(joined, JSON.stringify(joined.body)).toMatchObject({ status: 200 });
    const seen = async () => (await owner.get(`organisations/${organisation}/households/`)).body.results;
    const [one] = await seen();
    expect(one).toMatchObject({
      name: 'Home of hinemoa',
      shares: 'totals',
      totals: {
        currency: 'NZD',
        members: 1,
        net_worth: '-9.00',
        month: '2026-11',
        expense: '-9.00',
        income: '0.00',
      },
      categories: null,
    });
    expect(JSON.stringify(one)).not.toMatch(/Grocer|Surprise|Secret|Everyday|-18/);
    expect((await owner.get('accounts/', { 'x-household-id': home.household })).status).toBe(404);

    expect((await home.browser.patch('organisation/', { shares: 'categories' })).status).toBe(200);
    expect((await seen())[0].categories).toEqual([{ name: '', income: '0.00', expense: '-9.00' }]);
    await home.browser.patch('organisation/', { shares: 'nothing' });
    expect((await seen())[0]).toMatchObject({ totals: null, categories: null });

    const again = await invited(owner, 'household', home.email);
    expect((await accept(home.browser, again, { household_id: home.household })).status).toBe(409);
    expect((await home.browser.post('organisation/leave/')).status).toBe(204);
    expect([await seen(), await seen()]).toEqual([[], []]);
    expect((await home.browser.get('organisation/')).body.organisation).toBeNull();
    const told = (await home.browser.get('audit/?entity=organisation')).body.results;
    expect(told.map(({ action }: { action: string }) => action)).toEqual([
      'organisation.left',
      'organisation.sharing_changed',
      'organisation.sharing_changed',
      'organisation.joined',
    ]);
  });

  it('is not joined by somebody who is no admin of it, nor let go by another organisation', async () => {
    const home = await homeWithMoney(signing, 'tia');
    const token = await invited(owner, 'household', home.email);
    const role = async (now: string) =>
      await signing.world.sql('update memberships set role = $1 where user_id = $2', [now, home.id]);
    await role('parent');
    const refused = await accept(home.browser, token, { household_id: home.household });
    expect([refused.status, refused.body.error_code]).toEqual([403, 'AUTH_1005']);
    await role('admin');
    expect((await accept(home.browser, token, { household_id: home.household })).status).toBe(200);
    const rival = await signing.signUp('rival@example.org');
    const other = (await rival.post('organisations/', { ...SERVICE, name: 'Rival' })).body.id;
    const taken = await rival.delete(`organisations/${other}/households/${home.household}/`);
    expect([taken.status, taken.body.error_code]).toEqual([404, 'RESOURCE_3001']);
    expect((await home.browser.get('organisation/')).body.organisation.id).toBe(organisation);
    await home.browser.post('organisation/leave/');
  });

  it('made under it begins with its currency and budget cycle; more than there is room for are refused with words', async () => {
    const made = await owner.post(`organisations/${organisation}/households/`, { name: 'Flat 7' });
    expect(made.body).toMatchObject({ currency: 'AUD', pay_cycle: { kind: 'weekly' } });
    const both = await Promise.all(
      ['Flat 8', 'Flat 9'].map(
        async (name) => await owner.post(`organisations/${organisation}/households/`, { name }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 403]);
    const refused = both.find(({ status }) => status === 403);
    expect(refused?.body.detail).toContain('has room for 2 households');
    expect(
      (
        await owner.post(`organisations/${organisation}/invitations/`, {
          kind: 'household',
          email: 'x@example.org',
        })
      ).status,
    ).toBe(403);
    const names = await signing.world.sql(`select 1 from households where name in ('Flat 8', 'Flat 9')`);
    expect(names.length).toBe(1);
  });

  it('that is deleted leaves room, and nobody trips over it', async () => {
    const [one] = (await owner.get(`organisations/${organisation}/households/`)).body.results;
    const gone = await owner.delete(`households/${one.id}/?confirm=${encodeURIComponent(one.name)}`);
    expect(gone, JSON.stringify(gone.body)).toMatchObject({ status: 204 });
    const list = await owner.get(`organisations/${organisation}/households/`);
    expect(list.status).toBe(200);
    expect(list.body.results.map(({ id }: { id: string }) => id)).not.toContain(one.id);
    expect((await owner.get(`organisations/${organisation}/`)).body.households_count).toBe(1);
  });

  it('is let go by an administrator, and an empty organisation is closed by its owner', async () => {
    expect((await owner.post(`organisations/${organisation}/close/`)).status).toBe(409);
    const homes = (await owner.get(`organisations/${organisation}/households/`)).body.results;
    for (const { id } of homes)
      expect((await owner.delete(`organisations/${organisation}/households/${id}/`)).status).toBe(204);
    expect((await owner.post(`organisations/${organisation}/close/`)).status).toBe(204);
    expect((await owner.get(`organisations/${organisation}/`)).status).toBe(404);
  });
});
