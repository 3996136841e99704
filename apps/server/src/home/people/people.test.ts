import type { Id } from '@kinwise/core/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { World } from '../../../test/world.ts';

const tokenOf = (link: string): string => new URL(link).searchParams.get('token') ?? '';

describe('members, to each other,', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  it('are called as they choose wherever others read of them, and every household of theirs hears of it', async () => {
    const { body: bach } = await world.as('tama').post('households/', { name: 'Bach' });
    const asked = await world.as('tama').post(`households/${bach.id}/invitations/`, { role: 'parent' });
    await world.as('mere').post(`invitations/by-token/${tokenOf(asked.body.link)}/accept/`);
    await world.as('mere').patch('users/me/', { display_name: 'Nan', phone: '+64 21 123 4567' });
    await world.runJobs();
    for (const home of [world.household, bach.id]) {
      const there = { 'x-household-id': home };
      const [{ id } = { id: '' }] = await world.sql<{ id: Id }>(
        'select id from memberships where household_id = $1 and user_id = $2',
        [home, world.ids.mere],
      );
      const [told] = await world.sql(
        "select event, op, ids from changes where household_id = $1 and event = 'member.profile_changed'",
        [home],
      );
      expect(told).toMatchObject({ op: 'put', ids: [id] });
      const [trace] = await world.sql(
        "select actor_id, after from audit_entries where household_id = $1 and action = 'member.profile_changed'",
        [home],
      );
      // What somebody was called before is nobody's business: the log says that it changed, and no names.
      expect(trace).toMatchObject({ actor_id: world.ids.mere, after: { what: 'name' } });
      const seen = await world.as('tama').get(`users/${world.ids.mere}/`, there);
      expect(seen.body.display_name).toBe('Nan');
      const all = await world.as('tama').get(`households/${home}/members/`);
      // Nobody but the person is shown the number, whatever their role.
      for (const answer of [seen, all])
        expect(JSON.stringify(answer.body)).not.toMatch(/phone|211234567|123 4567/);
    }
    const invited = await world
      .as('mere')
      .post(`households/${world.household}/invitations/`, { role: 'parent' });
    const card = await world.anonymous().get(`invitations/by-token/${tokenOf(invited.body.link)}/`);
    expect(card.body.inviter_name).toBe('Nan');
    const activity = await world.as('mere').get('audit/');
    expect(JSON.stringify(activity.body)).toContain('Nan');
  });

  it('do not hear of what concerns a member alone', async () => {
    await world
      .as('mere')
      .patch('users/me/', { country: 'NZ', first_name: 'Mere', preferences: { theme: 'dark' } });
    await world.runJobs();
    expect(await world.sql("select 1 from changes where event = 'member.profile_changed'")).toEqual([]);
  });

  it('who have gone are known by name alone: where they can be reached is theirs', async () => {
    const [{ id: sam } = { id: '' }] = await world.sql<{ id: Id }>(
      'select id from memberships where household_id = $1 and user_id = $2',
      [world.household, world.ids.sam],
    );
    const seen = async () =>
      (await world.as('mere').get(`households/${world.household}/members/`)).body.results.find(
        ({ id }: { id: string }) => id === sam,
      );
    expect(await seen()).toMatchObject({ display_name: 'Sam', email: 'sam@example.org' });
    expect((await world.as('sam').post(`households/${world.household}/leave/`)).status).toBe(204);
    await world.sql("update users set email = 'new@example.org' where id = $1", [world.ids.sam]);
    const gone = await seen();
    expect(gone).toMatchObject({ display_name: 'Sam', status: 'cancelled', photo: null });
    expect(gone).not.toHaveProperty('email');
    expect((await world.as('mere').get(`users/${world.ids.sam}/`)).body).not.toHaveProperty('email');
    expect(JSON.stringify((await world.as('mere').get('sync/')).body)).not.toContain('new@example.org');
  });
});
