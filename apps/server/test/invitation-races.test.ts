/** Invitations when many hands reach for them at once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from './world.ts';
import type { Answer, Person, World } from './world.ts';

describe('invitations', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  async function invite(role = 'observer'): Promise<Answer> {
    return await world.as('mere').post(`households/${world.household}/invitations/`, { role });
  }

  function tokenOf(answer: Answer): string {
    return new URL(answer.body.link).hash.replace('#token=', '');
  }

  async function accept(token: string, by: Person = 'zed'): Promise<Answer> {
    return await world.as(by).post(`invitations/by-token/${token}/accept/`);
  }

  it('let one of many guests in, and the same guest as often as they ask', async () => {
    const token = tokenOf(await invite());
    const people = ['zed', 'zed', 'zed', 'zed'] as const;
    const answers = await Promise.all(people.map(async (person) => await accept(token, person)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    const places = await world.sql('select 1 from memberships where household_id = $1 and user_id = $2', [
      world.household,
      world.ids.zed,
    ]);
    expect(places).toHaveLength(1);
  });

  it('are used up by the fastest of several guests', async () => {
    const made = await world.as('zed').post(`households/${world.foreign}/invitations/`, { role: 'flatmate' });
    const people = ['sam', 'olive', 'aroha', 'kiri'] as const;
    const answers = await Promise.all(people.map(async (person) => await accept(tokenOf(made), person)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400, 400, 400]);
  });

  it('accepted and revoked at once end as one of the two', async () => {
    const made = await invite();
    const [joined, revoked] = await Promise.all([
      accept(tokenOf(made)),
      world.as('mere').post(`invitations/${made.body.id}/revoke/`),
    ]);
    const pair = [joined.status, revoked.status];
    expect([
      [200, 409],
      [200, 422],
      [400, 200],
    ]).toContainEqual(pair);
  });

  it('of several households, accepted at once by a guest without one, make one primary', async () => {
    const members = await world.as('mere').get(`households/${world.household}/members/`);
    const olive = members.body.results.find((one: { display_name: string }) => one.display_name === 'Olive');
    await world.as('mere').post(`memberships/${olive.id}/deactivate/`);
    const links = [
      await invite(),
      await world.as('zed').post(`households/${world.foreign}/invitations/`, { role: 'teen' }),
    ];
    const answers = await Promise.all(links.map(async (made) => await accept(tokenOf(made), 'olive')));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(answers.filter((answer) => answer.body.is_primary)).toHaveLength(1);
  });
});
