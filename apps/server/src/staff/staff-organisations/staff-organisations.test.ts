import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';
import { staffPerson } from '../../../test/staff-people.ts';
import type { StaffPerson } from '../../../test/staff-people.ts';

const REASON = 'Paid by invoice 2026-118';

let signing: SigningWorld;
let owner: Browser;
let manager: StaffPerson;
let viewer: StaffPerson;
let organisation: string;

beforeAll(async () => {
  const settings = { ORGANISATION_SMALL: '1', ORGANISATION_MEDIUM: '2' };
  signing = await makeSigningWorld({ nodes: 2, settings });
  owner = await signing.signUp('owner@example.org', { first_name: 'Ora' });
  organisation = (await owner.post('organisations/', { name: 'Harbour' })).body.id;
  manager = await staffPerson(signing, 'manager', 'manager');
  viewer = await staffPerson(signing, 'viewer', 'viewer');
}, 60_000);
afterAll(async () => {
  expect(await signing.world.brokenInvariants()).toEqual([]);
  await signing.close();
});

const set = async (by: StaffPerson, tier: string, headers?: Record<string, string>) =>
  await by.browser.post(`admin/organisations/${organisation}/tier/`, { tier, reason: REASON }, headers);
const make = async (name: string) => await owner.post(`organisations/${organisation}/households/`, { name });
const shown = async () => (await owner.get(`organisations/${organisation}/`)).body;

describe('the room of an organisation', () => {
  it('begins small and is not its owner’s to set, by no body and not in the database', async () => {
    expect((await owner.post('organisations/', { name: 'Big', tier: 'large' })).status).toBe(422);
    expect((await owner.patch(`organisations/${organisation}/`, { tier: 'large' })).status).toBe(422);
    const body = { tier: 'large', reason: REASON };
    const byOwner = await owner.post(`admin/organisations/${organisation}/tier/`, body);
    expect(byOwner.status).toBe(404);
    expect(await shown()).toMatchObject({ tier: 'small', capacity: 1 });
    const user = (await owner.get('users/me/')).body.id;
    const direct = async (sql: string, by = user) =>
      await signing.world.program.opener.outside({ user: by, origin: { requestId: 'test' } }, async (ctx) =>
        ctx.db.text(sql),
      );
    await expect(direct("update organisations set tier = 'large'")).rejects.toThrow(/only staff/);
    const looker = (await viewer.browser.get('users/me/')).body.id;
    for (const by of [user, looker])
      expect(
        await direct(`select kinwise.staff_set_tier('${organisation}', 'large', now()) as done`, by),
      ).toEqual([{ done: false }]);
    expect(
      await direct('select * from kinwise.staff_organisations(null, null, false, null, null, false, 9)'),
    ).toEqual([]);
  });

  it('is asked for by its owner alone, stands on the list of staff, and may be taken back', async () => {
    const helper = await signing.signUp('helper@example.org');
    const at = `organisations/${organisation}/ask-tier/`;
    expect((await helper.post(at, { tier: 'medium' })).status).toBe(404);
    expect((await owner.post(at, { tier: 'medium' })).body).toMatchObject({
      tier: 'small',
      asked_tier: 'medium',
    });
    const asking = async () =>
      (await viewer.browser.get('admin/organisations/?asking=true')).body.results.map(
        ({ name, asked_tier: asked, owner: by }: Record<string, { name: string }>) => [name, asked, by?.name],
      );
    expect(await asking()).toEqual([['Harbour', 'medium', 'Ora']]);
    expect((await owner.post(at, { tier: 'small' })).body).toMatchObject({
      asked_tier: null,
      asked_at: null,
    });
    expect(await asking()).toEqual([]);
    await owner.post(at, { tier: 'medium' });
  });

  it('is set by a manager, with a reason, in the log of staff and in the owner’s history', async () => {
    expect((await set(viewer, 'medium')).body.error_code).toBe('AUTH_1052');
    expect((await make('Flat 1')).status).toBe(201);
    expect((await make('Flat 2')).body.detail).toContain('Its owner can ask for more room');
    expect((await set(manager, 'medium', { 'if-match': '"v99"' })).status).toBe(412);
    expect((await set(manager, 'medium')).body).toMatchObject({
      tier: 'medium',
      capacity: 2,
      asked_tier: null,
    });
    expect((await make('Flat 2')).status).toBe(201);
    const [act] = (await viewer.browser.get('admin/acts/?action=organisation.tier_set')).body.results;
    expect(act).toMatchObject({
      staff: { name: 'manager' },
      user: { name: 'Ora' },
      reason: REASON,
      details: { organisation, before: 'small', after: 'medium' },
    });
    const history = (await owner.get('users/me/security-history/')).body.results;
    expect(history.map(({ details }: { details: { what?: string } }) => details.what)).toContain(
      'organisation.tier_set',
    );
  });

  it('that becomes smaller keeps the households that are there, and lets no more in', async () => {
    expect((await set(manager, 'small')).body).toMatchObject({ capacity: 1, households_count: 2 });
    expect((await owner.get(`organisations/${organisation}/households/`)).body.results).toHaveLength(2);
    const refused = await make('Flat 3');
    expect(refused.status).toBe(403);
    expect(refused.body.detail).toContain('has room for 1 households, and 2 belong to it');
  });
});
