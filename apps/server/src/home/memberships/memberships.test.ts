import type { Id } from '@kinwise/core/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { Person, World } from '../../../test/world.ts';

describe('members', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  async function membership(person: Person, household: Id = world.household): Promise<Id> {
    const [row] = await world.sql<{ id: Id }>(
      "select id from memberships where household_id = $1 and user_id = $2 and status = 'active'",
      [household, world.ids[person]],
    );
    return row?.id ?? '';
  }

  /** A household of Tama's own, in which others take the roles given. */
  async function second(roles: Partial<Record<Person, string>> = {}): Promise<Id> {
    const { body } = await world.as('tama').post('households/', { name: 'Bach' });
    for (const [person, role] of Object.entries(roles)) {
      const { body: invitation } = await world
        .as('tama')
        .post(`households/${body.id}/invitations/`, { role });
      const token = new URL(invitation.link).searchParams.get('token') ?? '';
      const answer = await world.as(person as Person).post(`invitations/by-token/${token}/accept/`);
      expect(answer.status).toBe(200);
    }
    return body.id;
  }

  async function primaryOf(person: Person): Promise<string[]> {
    const rows = await world.sql<{ household_id: Id }>(
      'select household_id from memberships where user_id = $1 and is_primary',
      [world.ids[person]],
    );
    return rows.map((row) => row.household_id);
  }

  it('are listed with their roles; addresses are for those who manage members, and one’s own', async () => {
    const seen = await world.as('mere').get(`households/${world.household}/members/`);
    expect(seen.body.results).toHaveLength(6);
    expect(seen.body.results.find((one: { is_me: boolean }) => one.is_me)).toMatchObject({
      display_name: 'Mere',
      email: 'mere@example.org',
      role: 'admin',
      status: 'active',
      ended_at: null,
    });
    const kiri = await world.as('kiri').get(`households/${world.household}/members/`);
    const withMail = kiri.body.results.filter((one: { email?: string }) => one.email !== undefined);
    expect(withMail.map((one: { display_name: string }) => one.display_name)).toEqual(['Kiri']);
  });

  it('get roles up to those that the giver may give', async () => {
    const sam = `memberships/${await membership('sam')}/`;
    expect(await world.as('tama').patch(sam, { role: 'teen' })).toMatchObject({
      status: 200,
      body: { role: 'teen', version: 2 },
    });
    for (const role of ['admin', 'parent'])
      expect((await world.as('tama').patch(sam, { role })).status).toBe(403);
    const mere = `memberships/${await membership('mere')}/`;
    expect((await world.as('tama').patch(mere, { role: 'child' })).status).toBe(403);
    const tama = `memberships/${await membership('tama')}/`;
    expect((await world.as('tama').patch(tama, { role: 'admin' })).status).toBe(403);
    expect((await world.as('sam').patch(sam, { role: 'admin' })).status).toBe(403);
    expect((await world.as('mere').patch(tama, { role: 'admin' })).status).toBe(200);
    expect((await world.as('mere').patch(sam, { role: 'child' }, { 'if-match': '"v1"' })).status).toBe(412);
  });

  it('have their new role from the next request on', async () => {
    const sam = `memberships/${await membership('sam')}/`;
    expect((await world.as('sam').post('tags/', { name: 'Flat' })).status).toBe(201);
    await world.as('mere').patch(sam, { role: 'observer' });
    expect((await world.as('sam').post('tags/', { name: 'Shared' })).status).toBe(403);
  });

  it('say what may be done with each, as the rules see it', async () => {
    const seen = await world.as('tama').get(`households/${world.household}/members/`);
    const actions = Object.fromEntries(
      seen.body.results.map((one: { display_name: string; available_actions: string[] }) => [
        one.display_name,
        one.available_actions,
      ]),
    );
    expect(actions).toEqual({
      Mere: [],
      Tama: ['leave'],
      Aroha: ['change_role', 'deactivate'],
      Kiri: ['change_role', 'deactivate'],
      Sam: ['change_role', 'deactivate'],
      Olive: ['change_role', 'deactivate'],
    });
    const asked = await world
      .as('tama')
      .get(`permissions/?resource=membership&id=${await membership('sam')}`);
    expect(asked.body.available_actions).toEqual(['change_role', 'deactivate']);
  });

  it('end for good: an ended membership has its day, sees nothing and never changes', async () => {
    const id = await membership('sam');
    const ended = await world.as('mere').post(`memberships/${id}/deactivate/`);
    expect(ended.body).toMatchObject({ status: 'cancelled', is_primary: false, available_actions: [] });
    expect(ended.body.ended_at).toBe('2026-11-22T02:30:00Z');
    expect((await world.as('sam').get('tags/')).status).toBe(404);
    expect((await world.as('sam').get('households/')).body.results).toEqual([]);
    expect((await world.as('mere').post(`memberships/${id}/deactivate/`)).body.error_code).toBe(
      'BUSINESS_4001',
    );
    expect((await world.as('mere').patch(`memberships/${id}/`, { role: 'teen' })).status).toBe(422);
  });

  it('are not deactivated by those of the same rank or below, nor by themselves', async () => {
    const mere = await membership('mere');
    expect((await world.as('tama').post(`memberships/${mere}/deactivate/`)).status).toBe(403);
    expect((await world.as('sam').post(`memberships/${mere}/deactivate/`)).status).toBe(403);
    expect(await world.as('mere').post(`memberships/${mere}/deactivate/`)).toMatchObject({
      status: 422,
      body: { detail: 'This is your own membership. Leave the household instead.' },
    });
  });

  it('are found by who they are, within a household that is shared, and nowhere else', async () => {
    const { ids } = world;
    const tama = await world.as('mere').get(`users/${ids.tama}/`);
    expect(tama).toMatchObject({
      status: 200,
      body: { user_id: ids.tama, role: 'parent', status: 'active' },
    });
    expect((await world.as('kiri').get(`users/${ids.tama}/`)).body).not.toHaveProperty('email');
    expect((await world.as('mere').get(`users/${ids.zed}/`)).status).toBe(404);
    expect((await world.as('zed').get(`users/${ids.tama}/`)).status).toBe(404);
  });

  it('of a stranger’s household do not exist', async () => {
    const zed = await membership('zed', world.foreign);
    expect((await world.as('mere').patch(`memberships/${zed}/`, { role: 'child' })).status).toBe(404);
    expect((await world.as('mere').post(`memberships/${zed}/deactivate/`)).status).toBe(404);
    expect((await world.as('mere').get(`households/${world.foreign}/members/`)).status).toBe(404);
  });

  it('are in charge of nothing any more once they have asked to be erased', async () => {
    const tama = await membership('tama');
    const leave = `households/${world.household}/leave/`;
    await world.as('mere').patch(`memberships/${tama}/`, { role: 'admin' });
    const leaving = async (is: boolean) =>
      await world.sql('update users set deletion_requested_at = $1, deletion_due_at = $1 where id = $2', [
        is ? '2026-12-22T00:00:00Z' : null,
        world.ids.tama,
      ]);
    await leaving(true);
    expect((await world.as('mere').post(leave)).body.error_code).toBe('BUSINESS_4008');
    const to = `households/${world.household}/transfer-ownership/`;
    const refused = await world.as('mere').post(to, { membership_id: tama });
    expect(refused.body.detail).toBe('This member has asked to be erased. Name somebody who stays.');
    expect((await world.as('mere').post('privacy/deletion/')).body.error_code).toBe('BUSINESS_4008');
    await leaving(false);
    expect((await world.as('mere').post(leave)).status).toBe(204);
  });

  it('may leave, but the last admin hands the household over first', async () => {
    const leave = `households/${world.household}/leave/`;
    expect(await world.as('mere').post(leave)).toMatchObject({
      status: 409,
      body: { error_code: 'BUSINESS_4008' },
    });
    const mere = `memberships/${await membership('mere')}/`;
    expect((await world.as('mere').patch(mere, { role: 'parent' })).body.error_code).toBe('BUSINESS_4008');
    const handed = await world
      .as('mere')
      .post(`households/${world.household}/transfer-ownership/`, { membership_id: await membership('tama') });
    expect(handed).toMatchObject({ status: 200, body: { role: 'parent' } });
    expect((await world.as('tama').get(`households/${world.household}/`)).body.role).toBe('admin');
    expect((await world.as('mere').post(leave)).status).toBe(204);
    expect((await world.as('mere').get(`households/${world.household}/`)).status).toBe(404);
    expect((await world.as('mere').get('households/')).body.results).toEqual([]);
  });

  it('who are alone are told to delete the household instead of leaving it', async () => {
    const answer = await world.as('zed').post(`households/${world.foreign}/leave/`);
    expect(answer).toMatchObject({ status: 409 });
    expect(answer.body.detail).toContain('Delete the household');
  });

  it('hand over to an active member of the household and to nobody else', async () => {
    const path = `households/${world.household}/transfer-ownership/`;
    const give = async (membership_id: Id) => await world.as('mere').post(path, { membership_id });
    expect((await give(await membership('zed', world.foreign))).status).toBe(404);
    expect((await give(await membership('mere'))).status).toBe(422);
    const sam = await membership('sam');
    await world.as('mere').post(`memberships/${sam}/deactivate/`);
    expect((await give(sam)).status).toBe(422);
    expect((await world.as('tama').post(path, { membership_id: sam })).status).toBe(403);
    const tama = await membership('tama');
    await world.as('mere').patch(`memberships/${tama}/`, { role: 'admin' });
    await world.as('tama').post(`households/${world.household}/leave/`);
    expect((await give(tama)).status).toBe(422);
    expect((await world.as('mere').get(`households/${world.household}/`)).body.role).toBe('admin');
  });

  it('who are the two admins cannot both leave at once', async () => {
    await world.as('mere').patch(`memberships/${await membership('tama')}/`, { role: 'admin' });
    const leave = `households/${world.household}/leave/`;
    const answers = await Promise.all([world.as('mere').post(leave), world.as('tama').post(leave)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 409]);
  });

  it('who are the two admins cannot both take the other’s role away', async () => {
    const [mere, tama] = [await membership('mere'), await membership('tama')];
    await world.as('mere').patch(`memberships/${tama}/`, { role: 'admin' });
    const answers = await Promise.all([
      world.as('mere').patch(`memberships/${tama}/`, { role: 'child' }),
      world.as('tama').patch(`memberships/${mere}/`, { role: 'child' }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 403]);
  });

  it('choose the household they start in, and both households hear of it', async () => {
    const bach = await second();
    const chosen = await world.as('tama').post(`households/${bach}/set-primary/`);
    expect(chosen).toMatchObject({ status: 200, body: { id: bach, is_primary: true } });
    expect(await primaryOf('tama')).toEqual([bach]);
    for (const home of [bach, world.household]) {
      const [last] = await world.sql<{ event: string }>(
        'select event from changes where household_id = $1 order by seq desc limit 1',
        [home],
      );
      expect(last?.event).toBe('member.changed');
    }
    expect((await world.as('tama').post(`households/${bach}/set-primary/`)).status).toBe(200);
  });

  it('have one primary household however many choices come at once', async () => {
    const homes = [world.household, await second(), await second(), await second()];
    const answers = await Promise.all(
      [...homes, ...homes].map(
        async (home) => await world.as('tama').post(`households/${home}/set-primary/`),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(200));
    expect(await primaryOf('tama')).toHaveLength(1);
  });

  it('who found their first households at once have one primary', async () => {
    await world.as('mere').post(`memberships/${await membership('olive')}/deactivate/`);
    expect(await primaryOf('olive')).toEqual([]);
    const made = await Promise.all(
      [1, 2, 3, 4, 5].map(async (n) => await world.as('olive').post('households/', { name: `Home ${n}` })),
    );
    expect(made.map((answer) => answer.status)).toEqual(Array(5).fill(201));
    expect(made.filter((answer) => answer.body.is_primary)).toHaveLength(1);
  });

  it('who are removed start in their other household from then on, though the admin cannot see it', async () => {
    const bach = await second();
    await world.as('mere').post(`memberships/${await membership('tama')}/deactivate/`);
    expect(await primaryOf('tama')).toEqual([bach]);
    expect((await world.as('tama').get('households/')).body.results).toMatchObject([
      { id: bach, is_primary: true },
    ]);
    const [last] = await world.sql<{ event: string; actor_kind: string }>(
      `select action as event, actor_kind from audit_entries where household_id = $1 order by id desc limit 1`,
      [bach],
    );
    expect(last).toEqual({ event: 'member.changed', actor_kind: 'system' });
  });

  it('of a deleted household end, and start elsewhere', async () => {
    const bach = await second({ sam: 'flatmate', olive: 'observer' });
    for (const person of ['tama', 'sam'] as const)
      await world.as(person).post(`households/${bach}/set-primary/`);
    expect((await world.as('tama').delete(`households/${bach}/?confirm=Bach`)).status).toBe(204);
    for (const person of ['tama', 'sam', 'olive'] as const)
      expect(await primaryOf(person)).toEqual([world.household]);
    const left = await world.sql('select distinct status from memberships where household_id = $1', [bach]);
    expect(left).toEqual([{ status: 'expired' }]);
  });

  it('who leave while they make it primary keep one primary household', async () => {
    const bach = await second({ sam: 'flatmate' });
    await Promise.all([
      world.as('sam').post(`households/${bach}/set-primary/`),
      world.as('sam').post(`households/${bach}/leave/`),
      world.as('sam').post(`households/${world.household}/set-primary/`),
    ]);
    expect(await primaryOf('sam')).toEqual([world.household]);
  });
});
