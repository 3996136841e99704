import { AREAS, SCOPES } from '@kinwise/core/scopes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/features.ts';
import { NAMED, isAnswered, keyNeedsOf } from '../../src/platform/key-scopes.ts';
import type { Route } from '../../src/platform/routes.ts';
import { caller, makeWorld } from '../world.ts';
import type { Answer, World } from '../world.ts';
import { goodRequest, send, titleOf } from './requests.ts';
import type { Request } from './scenes.ts';

/** Every route × an API key: with what it asks for, with everything else, and where keys have no way in. */

const asking = routes.filter((route) => route.access !== 'public');
const open = asking.filter((route) => keyNeedsOf(route) !== 'never');
const closed = asking.filter((route) => keyNeedsOf(route) === 'never');
const named = (some: readonly Route[]): [string, Route][] => some.map((route) => [titleOf(route), route]);

let world: World;
beforeAll(async () => {
  world = await makeWorld({ settings: { API_KEYS_MOST: '1000' }, staff: true });
});
afterAll(async () => {
  await world.close();
});

async function keyFor(scopes: readonly string[]): Promise<string> {
  const made = await world.as('mere').post('auth/api-keys/', { name: 'Sweep', scopes });
  expect(made, JSON.stringify(made.body)).toMatchObject({ status: 201 });
  return made.body.key;
}

/** Sends Mere's good request by a key of hers. */
async function sendBy(key: string, route: Route, request: Request): Promise<Answer> {
  const byKey = { ...world, as: () => caller(world.http, { authorization: `Bearer ${key}` }) };
  return await send(route, { world: byKey, person: 'mere', household: world.household }, request);
}

const where = () => ({ world, person: 'mere', household: world.household }) as const;

describe('every route', () => {
  it('says which scopes it asks a key for, or that keys have no way in', () => {
    expect(asking.filter((route) => !isAnswered(route)).map(titleOf), 'name them in key-scopes.ts').toEqual(
      [],
    );
    const titles = new Set(routes.map(titleOf));
    expect(
      NAMED.filter((title) => !titles.has(title)),
      'key-scopes.ts names what is not there',
    ).toEqual([]);
  });

  it('asks for scopes that can be chosen, and each of them opens something', () => {
    const asked = new Set(open.flatMap((route) => keyNeedsOf(route)));
    expect([...asked].sort()).toEqual([...SCOPES].sort());
    for (const scope of SCOPES) expect(AREAS).toContain(scope.split(':')[1]);
  });

  it('about signing in, security, privacy, deletion or keys is closed to keys, and so is all that asks to confirm', () => {
    const never = asking.filter(
      ({ path, ...route }) =>
        /^(auth|session|privacy)\//.test(path) ||
        /deletion|delete-account|security/.test(path) ||
        ('stepUp' in route && route.stepUp === true),
    );
    expect(never.length).toBeGreaterThan(35);
    expect(never.filter((route) => keyNeedsOf(route) !== 'never').map(titleOf)).toEqual([]);
    for (const family of [/^audit\//, /^invitations\//, /^memberships\/.*consents/, /^sync\//])
      expect(closed.filter(({ path }) => family.test(path)).length).toBeGreaterThan(0);
  });
});

describe('a key with every scope', () => {
  it.each(named(closed))('is refused by %s', async (_title, route) => {
    const key = await keyFor(SCOPES);
    const path = route.path.replace(/:\w+/g, world.household);
    const file = route.upload ? { file: { name: 'a', text: 'a' } } : {};
    const answer = await sendBy(key, route, { path, ...file });
    expect([answer.status, answer.body.error_code]).toEqual([403, 'AUTH_1042']);
  });
});

describe('a key with the scopes of a route', () => {
  it.each(named(open))(
    'is let in by %s, and without one of them hears which is missing',
    async (title, route) => {
      const needs = keyNeedsOf(route) as readonly string[];
      const request = await goodRequest(route, where());
      for (const missing of needs) {
        const key = await keyFor(SCOPES.filter((scope) => scope !== missing));
        const answer = await sendBy(key, route, request);
        expect([answer.status, answer.body.error_code, answer.body.missing_scopes], title).toEqual([
          403,
          'AUTH_1041',
          [missing],
        ]);
      }
      const answer = await sendBy(await keyFor(needs), route, request);
      expect(answer.status, `${title}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
    },
  );
});
