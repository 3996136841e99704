import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { Person, World } from '../../../test/world.ts';
import { PURPOSES } from './consents.schema.ts';
import type { Purpose } from './consents.schema.ts';
import { consented } from './consents.ts';

describe('consents', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  const may = async (person: Person, purpose: Purpose): Promise<boolean> =>
    await world.program.opener.outside(
      { origin: { requestId: 'test' } },
      async (ctx) => await consented(ctx, world.ids[person], purpose),
    );
  const say = async (person: Person, purpose: Purpose, granted: boolean) => {
    world.clock.advance(1000);
    return await world.as(person).post('privacy/consents/', { purpose, granted });
  };

  it('are all off until somebody says yes, each by itself', async () => {
    const { body } = await world.as('mere').get('privacy/consents/');
    expect(
      body.results.map((one: { purpose: string; granted: boolean }) => [one.purpose, one.granted]),
    ).toEqual(Object.keys(PURPOSES).map((purpose) => [purpose, false]));
    for (const purpose of Object.keys(PURPOSES) as Purpose[]) expect(await may('mere', purpose)).toBe(false);
    expect((await say('mere', 'ai', true)).status).toBe(200);
    expect(await may('mere', 'ai')).toBe(true);
    expect(await may('mere', 'analytics')).toBe(false);
    expect(await may('tama', 'ai')).toBe(false);
  });

  it('can be taken back at any time, are obeyed at once, and keep their history', async () => {
    await say('tama', 'marketing', true);
    await say('tama', 'marketing', false);
    expect(await may('tama', 'marketing')).toBe(false);
    const { body } = await world.as('tama').get('privacy/consents/');
    expect(body.history).toMatchObject([
      {
        purpose: 'marketing',
        granted: false,
        version: '1',
        by: 'you',
        at: expect.stringMatching(/^2026-11-22T/),
      },
      { purpose: 'marketing', granted: true, version: '1', by: 'you' },
    ]);
    const told = await world.sql(
      `select action, details->>'purpose' as purpose from security_entries where user_id = $1 order by at, id`,
      [world.ids.tama],
    );
    expect(told).toEqual([
      { action: 'consent.given', purpose: 'marketing' },
      { action: 'consent.withdrawn', purpose: 'marketing' },
    ]);
  });

  it('do not cover more than what was agreed to: other words ask anew', async () => {
    await say('sam', 'analytics', true);
    await world.sql("update consents set purpose_version = '0' where user_id = $1", [world.ids.sam]);
    expect(await may('sam', 'analytics')).toBe(false);
    const { results } = (await world.as('sam').get('privacy/consents/')).body;
    expect(results[0]).toMatchObject({
      purpose: 'analytics',
      granted: false,
      version: '1',
      last: { version: '0' },
    });
  });

  it('of a child are given by a guardian; what the child says counts only when it is no', async () => {
    const kiri = await membershipOf(world, 'kiri');
    expect(await say('kiri', 'ai', true)).toMatchObject({ status: 403, body: { error_code: 'AUTH_1030' } });
    expect(await may('kiri', 'ai')).toBe(false);
    const given = await world
      .as('tama')
      .post(`memberships/${kiri}/consents/`, { purpose: 'ai', granted: true });
    expect(given.body.results.find((one: { purpose: string }) => one.purpose === 'ai')).toMatchObject({
      granted: true,
      by_guardian: true,
      last: { by: 'guardian' },
    });
    expect(await may('kiri', 'ai')).toBe(true);
    expect((await world.as('kiri').get('privacy/consents/')).body.history).toMatchObject([
      { by: 'guardian' },
    ]);
    await say('kiri', 'ai', false);
    expect(await may('kiri', 'ai')).toBe(false);
    const audit = await world.sql(
      `select after->>'consent' as consent from audit_entries where action = 'member.changed' and actor_id = $1`,
      [world.ids.tama],
    );
    expect(audit).toEqual([{ consent: 'ai' }]);
  });

  it('given as a grown-up do not count once somebody is a child in a household', async () => {
    await say('aroha', 'ai', true);
    expect(await may('aroha', 'ai')).toBe(true);
    const aroha = await membershipOf(world, 'aroha');
    await world.as('mere').patch(`memberships/${aroha}/`, { role: 'child' });
    expect(await may('aroha', 'ai')).toBe(false);
  });

  it('of a grown-up are nobody else’s to give', async () => {
    const sam = await membershipOf(world, 'sam');
    expect(
      await world.as('mere').post(`memberships/${sam}/consents/`, { purpose: 'ai', granted: true }),
    ).toMatchObject({
      status: 403,
      body: { error_code: 'AUTH_1030' },
    });
    expect((await world.as('zed').get(`memberships/${sam}/consents/`)).status).toBe(404);
    expect((await world.as('sam').get(`memberships/${sam}/consents/`)).status).toBe(403);
  });
});

async function membershipOf(world: World, person: Person): Promise<string> {
  const [row] = await world.sql<{ id: string }>('select id from memberships where user_id = $1', [
    world.ids[person],
  ]);
  return row?.id ?? '';
}
