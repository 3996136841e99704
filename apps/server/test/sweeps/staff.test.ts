import { STAFF_ROLES, reachesStaff } from '@kinwise/core/staff';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/features.ts';
import type { UserRoute } from '../../src/platform/routes.ts';
import { makeSigningWorld } from '../signing-in.ts';
import type { Authenticator, Browser, SigningWorld } from '../signing-in.ts';
import { titleOf } from './requests.ts';

/** Every route of staff × every staff role, and whoever is none, or has not shown a second factor. */

const ours = routes.filter(
  (route): route is UserRoute => route.path.startsWith('admin/') && route.access === 'user',
);

let signing: SigningWorld;
let user: string;
let browser: Browser;
let app: Authenticator;
const EMAIL = 'ana@example.org';

beforeAll(async () => {
  signing = await makeSigningWorld({ nodes: 2 });
  await signing.signUp(EMAIL);
  browser = await signing.logIn(EMAIL);
  user = (await browser.get('users/me/')).body.id;
});
afterAll(async () => {
  await signing.close();
});

async function become(role: string | undefined): Promise<void> {
  await signing.world.sql('delete from staff_members where user_id = $1', [user]);
  if (role !== undefined)
    await signing.world.sql('insert into staff_members (user_id, role, since) values ($1, $2, now())', [
      user,
      role,
    ]);
}

/** What no schema takes, wherever it may stand. */
async function callWrongly(route: UserRoute, at = browser): Promise<[number, string | undefined]> {
  const path = `${route.path.replace(/:\w+/g, 'no-id')}?nonsense=1`;
  const body = { nonsense: true };
  const answer =
    route.method === 'GET'
      ? await at.get(path)
      : route.method === 'DELETE'
        ? await at.delete(path)
        : await (route.method === 'PATCH' ? at.patch : at.post)(path, body);
  return [answer.status, answer.body.error_code];
}

async function call(route: UserRoute, at = browser): Promise<[number, string | undefined]> {
  const path = route.path.replace(/:\w+/g, '01890a5d-ac96-774b-bcce-b302099a8057');
  const body = route.body?.meta()?.['examples'] as unknown[] | undefined;
  const answer = route.method === 'GET' ? await at.get(path) : await at.post(path, body?.[0]);
  return [answer.status, answer.body.error_code];
}

describe('a route of staff', () => {
  it('has a path of its own, and every route there says which role it takes', () => {
    expect(routes.filter((route) => route.path.startsWith('admin/')).length).toBe(ours.length);
    expect(ours.filter(({ staff }) => staff === undefined).map(titleOf)).toEqual([]);
    expect(
      routes.filter((route) => 'staff' in route && !route.path.startsWith('admin/')).map(titleOf),
    ).toEqual([]);
    expect(ours.length).toBeGreaterThan(12);
    const writes = ours.filter(({ method, path }) => method !== 'GET' && path !== 'admin/access/:id/end/');
    expect(writes.filter(({ stepUp }) => stepUp !== true).map(titleOf)).toEqual([]);
  });

  it.each(ours.map((route) => [titleOf(route), route] as const))(
    '%s is not there for whoever is no staff, and closed without a second factor',
    async (_title, route) => {
      await become(undefined);
      expect(await call(route, signing.browser())).toEqual([401, 'AUTH_1001']);
      expect(await call(route)).toEqual([404, 'RESOURCE_3001']);
      expect(await callWrongly(route)).toEqual([404, 'RESOURCE_3001']);
      await become('superadmin');
      expect(await call(route)).toEqual([403, 'AUTH_1050']);
      expect(await callWrongly(route)).toEqual([403, 'AUTH_1050']);
    },
  );

  it('is closed to a session that has not seen the factor, though there is one', async () => {
    const before = await signing.logIn(EMAIL);
    app = await signing.addAuthenticator(browser);
    await become('superadmin');
    for (const route of ours) expect(await call(route, before), titleOf(route)).toEqual([403, 'AUTH_1051']);
  });

  it('opens to its role and those above it, and tells the others which it takes', async () => {
    for (const role of STAFF_ROLES) {
      await become(role);
      browser = await signing.logIn(EMAIL, app.code());
      for (const route of ours) {
        const [, code] = await call(route);
        const isOpen = route.staff !== undefined && reachesStaff(role, route.staff);
        expect(code === 'AUTH_1052', `${role}, ${titleOf(route)}: ${code}`).toBe(!isOpen);
        // The role comes first: what a route takes is no business of who may not call it.
        const [status, refused] = await callWrongly(route);
        if (!isOpen) expect([status, refused], titleOf(route)).toEqual([403, 'AUTH_1052']);
        else if (refused !== undefined) expect(refused, titleOf(route)).not.toBe('AUTH_1052');
      }
    }
  });

  it('closes on every node at once when the role is taken', async () => {
    await become('viewer');
    browser = await signing.logIn(EMAIL, app.code());
    expect([(await browser.get('admin/me/')).status, (await browser.get('admin/me/')).status]).toEqual([
      200, 200,
    ]);
    await become(undefined);
    expect([(await browser.get('admin/me/')).status, (await browser.get('admin/me/')).status]).toEqual([
      404, 404,
    ]);
  });
});
