import { newId } from '@kinwise/core/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/features.ts';
import { requireConfirmed } from '../../src/identity/step-up/step-up.ts';
import { keyNeedsOf } from '../../src/platform/key-scopes.ts';
import { makeWorld } from '../world.ts';
import type { Person, World } from '../world.ts';
import { goodRequest, send, titleOf } from './requests.ts';

/** What is dangerous is asked of a session that has confirmed; where somebody may not do it at all, they hear that first. */
describe('a session that has not confirmed', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld({ requireConfirmed, staff: true });
  });
  afterAll(async () => {
    await world.close();
  });

  const asking = routes.filter((route) => route.access !== 'public' && route.stepUp === true);
  const ours = asking.filter((route) => route.access === 'household');

  it.each(asking.map((route) => [titleOf(route), route] as const))(
    'is refused by %s',
    async (title, route) => {
      const where = { world, person: 'mere', household: world.household } as const;
      // A copy of one's data cannot be made without confirming; that is asked for before the copy is looked up.
      const request = route.path.startsWith('privacy/export/:id')
        ? { path: route.path.replace(':id', newId()) }
        : undefined;
      const answer = await send(route, where, request ?? (await goodRequest(route, where)));
      expect([title, answer.status, answer.body.error_code]).toEqual([title, 403, 'AUTH_1020']);
    },
  );

  it.each(ours.map((route) => [titleOf(route), route] as const))(
    'hears first of %s that it may not, or that there is nothing',
    async (_title, route) => {
      const where = { world, person: 'mere', household: world.household } as const;
      const request = await goodRequest(route, where);
      const path = request.path.replace(/^households\/[^/]+/, `households/${world.household}`);
      const as = async (person: Person) => await send(route, { ...where, person }, { ...request, path });
      expect((await as('olive')).body.error_code).toBe('AUTH_1005');
      expect((await as('zed')).body.error_code).toBe('RESOURCE_3001');
    },
  );
});

/** To some calls the same goes: those that make somebody an admin, who may then do everything. */
describe('making somebody an admin', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld({ requireConfirmed });
  });
  afterAll(async () => {
    await world.close();
  });

  const invitations = () => `households/${world.household}/invitations/`;
  const memberOf = async (person: Person): Promise<string> => {
    const [row] = await world.sql<{ id: string }>(
      'select id from memberships where household_id = $1 and user_id = $2',
      [world.household, world.ids[person]],
    );
    return `memberships/${row?.id}/`;
  };
  const invite = async (person: Person, role: string) => await world.as(person).post(invitations(), { role });
  const give = async (person: Person, role: string) =>
    await world.as(person).patch(await memberOf('tama'), { role });

  it('is dangerous, as a change of role and as an invitation; other roles are not', async () => {
    for (const refused of [await give('mere', 'admin'), await invite('mere', 'admin')])
      expect(refused).toMatchObject({ status: 403, body: { error_code: 'AUTH_1020' } });
    expect((await give('mere', 'parent')).status).toBe(200);
    expect((await invite('mere', 'observer')).status).toBe(201);
    const waiting = await world.sql("select 1 from invitations where role = 'admin'");
    expect(waiting).toEqual([]);
  });

  it('asks again for the new link of such an invitation, and for no other', async () => {
    const ordinary = (await invite('mere', 'teen')).body;
    expect((await world.as('mere').post(`invitations/${ordinary.id}/resend/`, {})).status).toBe(200);
    await world.sql("update invitations set role = 'admin' where id = $1", [ordinary.id]);
    expect(await world.as('mere').post(`invitations/${ordinary.id}/resend/`, {})).toMatchObject({
      status: 403,
      body: { error_code: 'AUTH_1020' },
    });
  });

  it('is refused first for those who may not do it at all', async () => {
    for (const refused of [
      await give('tama', 'admin'),
      await invite('tama', 'admin'),
      await invite('sam', 'admin'),
    ])
      expect(refused).toMatchObject({ status: 403, body: { error_code: 'AUTH_1005' } });
  });

  it('is never done by an API key, whatever it confirms, nor is the audit taken out', () => {
    const closed = ['PATCH memberships/:id/', 'POST households/:id/invitations/', 'GET audit/export/'];
    const needs = routes.filter((route) => closed.includes(titleOf(route))).map(keyNeedsOf);
    expect(needs).toEqual(['never', 'never', 'never']);
  });
});
