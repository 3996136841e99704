/** Who changes who is in charge of a household takes turns, and is asked for their role again when the turn has come. */
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heldUp } from './held-up.ts';
import { makeWorld } from './world.ts';
import type { Answer, World } from './world.ts';

let world: World;
let places: Record<string, string>;
beforeAll(async () => {
  world = await makeWorld();
  const { results } = (await world.as('mere').get(`households/${world.household}/members/`)).body;
  const named = results.map((one: { display_name: string; id: string }) => [one.display_name, one.id]);
  places = Object.fromEntries(named) as Record<string, string>;
});
afterAll(async () => {
  expect(await world.brokenInvariants()).toEqual([]);
  await world.close();
});

/** Calls of which each waits for the household, in this order; nothing is done before all have come so far. */
async function inOrder(...calls: (() => Promise<Answer>)[]): Promise<Answer[]> {
  const keeper = new Client({ connectionString: world.program.ground.database.ownerUrl });
  await keeper.connect();
  await keeper.query('begin');
  await keeper.query('select 1 from households where id = $1 for update', [world.household]);
  const answers: Promise<Answer>[] = [];
  for (const call of calls) {
    answers.push(call());
    await heldUp(world.sql, answers.length);
  }
  await keeper.query('commit');
  await keeper.end();
  return await Promise.all(answers);
}

describe('an admin who lost the role while waiting for their turn', () => {
  const role = async (of: string, to: string) => await world.as('mere').patch(at(of), { role: to });
  const at = (of: string): string => `memberships/${places[of] ?? ''}/`;

  it('changes nobody any more, and hands nothing over', async () => {
    await role('Tama', 'admin');
    const answers = await inOrder(
      async () => await role('Tama', 'parent'),
      async () => await world.as('tama').patch(at('Sam'), { role: 'admin' }),
      async () => await world.as('tama').post(`${at('Olive')}deactivate/`),
      async () =>
        await world
          .as('tama')
          .post(`households/${world.household}/transfer-ownership/`, { membership_id: places['Sam'] }),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 403, 403]);
    expect((await world.as('mere').get(at('Sam'))).body.role).toBe('flatmate');
  });
});
