import { newId } from '@kinwise/core/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/features.ts';
import { requireConfirmed } from '../../src/identity/step-up/step-up.ts';
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
