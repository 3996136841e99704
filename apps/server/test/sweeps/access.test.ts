import { newId } from '@kinwise/core/ids';
import { ROLES, reachOf } from '@kinwise/core/capabilities';
import type { Role } from '@kinwise/core/capabilities';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/features.ts';
import type { HouseholdRoute, Route } from '../../src/platform/routes.ts';
import { caller, makeWorld } from '../world.ts';
import type { Answer, Person, World } from '../world.ts';
import { SECRET, goodRequest, keyTo, send, titleOf } from './requests.ts';
import { KEEPS_NOTHING } from './scenes.ts';
import type { Request } from './scenes.ts';

/** Every route × every role × the foreign household, and input that nobody means well with. */

const PERSON_OF: Record<Role, Person> = {
  admin: 'mere',
  parent: 'tama',
  teen: 'aroha',
  child: 'kiri',
  flatmate: 'sam',
  observer: 'olive',
};

const named = <R extends Route>(some: readonly R[]): [string, R][] =>
  some.map((route) => [titleOf(route), route]);
const ours = routes.filter((route): route is HouseholdRoute => route.access === 'household');
const signedIn = routes.filter((route) => route.access !== 'public');
const withBody = routes.filter((route) => route.body !== undefined && route.upload === undefined);
const withParams = routes.filter((route) => route.path.includes(':'));

let world: World;
beforeAll(async () => {
  world = await makeWorld({ staff: true, settings: { MAIL_WEBHOOK_SECRET: SECRET } });
});
afterAll(async () => {
  expect(await world.brokenInvariants()).toEqual([]);
  await world.close();
});

/** A request whose every part is well formed; its objects are in Mere's household, or in Zed's. */
const requests = new Map<string, Request>();

async function requestFor(route: Route, whose: 'ours' | 'theirs' = 'ours'): Promise<Request> {
  const key = `${whose} ${titleOf(route)}`;
  const known = requests.get(key);
  if (known) return known;
  const where =
    whose === 'ours'
      ? ({ world, person: 'mere', household: world.household } as const)
      : ({ world, person: 'zed', household: world.foreign } as const);
  const request = await goodRequest(route, where);
  requests.set(key, request);
  return request;
}

/** In the household of the others, whoever asks. */
async function sendAs(person: Person, route: Route, request: Request): Promise<Answer> {
  return await send(route, { world, person, household: world.household }, request);
}

function brief(answer: Answer): string {
  return `${answer.status} ${JSON.stringify(answer.body)}`.slice(0, 300);
}

describe('without signing in', () => {
  it.each(named(signedIn))('%s answers 401', async (_title, route) => {
    const { path, body, file } = await requestFor(route);
    const stranger = caller(world.http, {});
    const answer = file
      ? await stranger.upload(path, { ...file, bytes: new TextEncoder().encode('x') }, {})
      : await stranger[verb(route)](path, body as never);
    expect([answer.status, answer.body.error_code]).toEqual([401, 'AUTH_1001']);
  });
});

describe('a role without the capability', () => {
  it.each(named(ours))('is refused by %s with 403', async (title, route) => {
    const request = await requestFor(route);
    for (const role of ROLES.filter((one) => reachOf(one, route.requires) === 'none')) {
      if (leavesOurs(request)) continue;
      const answer = await sendAs(PERSON_OF[role], route, request);
      expect(answer.status, `${role}, ${title}: ${brief(answer)}`).toBe(403);
      expect(answer.body).toMatchObject({ error_code: 'AUTH_1005' });
    }
  });
});

describe('a role with the capability', () => {
  const lists = ours.filter((route) => route.method === 'GET' && !route.path.includes(':'));

  it.each(named(lists))('is let in by %s', async (title, route) => {
    const request = await requestFor(route);
    for (const role of ROLES.filter((one) => reachOf(one, route.requires) !== 'none')) {
      const answer = await sendAs(PERSON_OF[role], route, request);
      expect(answer.status, `${role}, ${title}: ${brief(answer)}`).toBe(200);
    }
  });
});

describe('a stranger', () => {
  it.each(named(ours))('finds nothing by %s in a household that is not theirs', async (title, route) => {
    const request = await requestFor(route);
    const answer = await sendAs('zed', route, request);
    expect(answer.status, `${title}: ${brief(answer)}`).toBe(404);
    expect(answer.body).toMatchObject({ error_code: 'RESOURCE_3001' });
  });

  it.each(named(withParams.filter((route) => route.access === 'household')))(
    'gets 404 from %s for an object of another household',
    async (title, route) => {
      const theirs = await requestFor(route, 'theirs');
      const answer = await sendAs('mere', route, theirs);
      expect(answer.status, `${title}: ${brief(answer)}`).toBe(404);
      expect(JSON.stringify(answer.body)).not.toMatch(/Zed alone/);
    },
  );

  it.each(named(ours.filter((route) => refersTo(route))))(
    'gets nothing done by %s with a reference into another household',
    async (title, route) => {
      const [mine, theirs] = [await requestFor(route), await requestFor(route, 'theirs')];
      const answer = await sendAs('mere', route, { ...mine, body: theirs.body });
      expect([404, 422], `${title}: ${brief(answer)}`).toContain(answer.status);
    },
  );
});

describe('what is no object', () => {
  const strange = ['x', newId(), '%00', '..%2f..', 'a'.repeat(150), '1%27--', '%F0%9F%90%91', '-1', '9e99'];

  it.each(named(withParams))('is 4xx for %s, whatever its id looks like', async (title, route) => {
    const { body } = await requestFor(route);
    for (const id of strange) {
      const path = route.path.replace(/:\w+/g, id);
      const answer = await sendAs('mere', route, { path, body });
      expect(answer.status, `${title} with ${id}: ${brief(answer)}`).toBeGreaterThanOrEqual(400);
      expect(answer.status, `${title} with ${id}: ${brief(answer)}`).toBeLessThan(500);
    }
  });
});

describe('bodies', () => {
  const garbage: unknown[] = [
    null,
    [],
    'text',
    7,
    true,
    { a: { b: { c: {} } } },
    [[[[[]]]]],
    { __proto__: null, toString: 1 },
  ];

  it.each(named(withBody))('of %s may hold no field that it does not know', async (title, route) => {
    const request = await requestFor(route);
    const body = { ...(request.body as object | undefined), surprise: 1 };
    const answer = await sendRaw(route, request, JSON.stringify(body));
    expect(answer.status, `${title}: ${brief(answer)}`).toBe(422);
    expect(JSON.parse(answer.body).errors).toContainEqual(
      expect.objectContaining({ pointer: '/surprise', code: 'unknown_field' }),
    );
  });

  it.each(named(withBody))('of %s that make no sense never bring a 5xx', async (title, route) => {
    const request = await requestFor(route);
    for (const body of [...garbage, ...spoilt(request.body)]) {
      const answer = await sendRaw(route, request, JSON.stringify(body));
      expect(
        answer.status,
        `${title} with ${JSON.stringify(body).slice(0, 200)}: ${brief(answer)}`,
      ).toBeLessThan(500);
    }
  });

  it.each(named(withBody))('of %s with a NUL in any text are refused', async (title, route) => {
    const request = await requestFor(route);
    for (const body of nulled(request.body)) {
      const answer = await sendRaw(route, request, JSON.stringify(body));
      const least = title in KEEPS_NOTHING ? 200 : 400;
      expect(answer.status, `${title} with ${JSON.stringify(body)}: ${brief(answer)}`).toBeGreaterThanOrEqual(
        least,
      );
      expect(answer.status, `${title} with ${JSON.stringify(body)}: ${brief(answer)}`).toBeLessThan(500);
    }
  });

  it.each(named(withBody))('of %s that are no JSON are refused', async (title, route) => {
    const request = await requestFor(route);
    for (const text of ['{', '{"a":', '\u0000', '{"a":1}}', 'null null']) {
      const answer = await sendRaw(route, request, text);
      expect(answer.status, `${title} with ${text}: ${brief(answer)}`).toBe(400);
    }
    expect((await sendAsType(route, request, { payload: '{}', type: 'text/plain' })).status).toBe(415);
  });
});

describe('queries', () => {
  it.each(named(routes.filter((route) => route.query !== undefined && route.method === 'GET')))(
    'of %s may hold no filter that it does not know',
    async (title, route) => {
      const { path } = await requestFor(route);
      const at = path.includes('?') ? '&' : '?';
      for (const query of ['surprise=1', 'household=x', 'q=%00', 'page_size=-1', 'cursor=x.y', 'sort=%27']) {
        const answer = await sendAs('mere', route, { path: `${path}${at}${query}` });
        expect(answer.status, `${title}?${query}: ${brief(answer)}`).toBeLessThan(500);
        if (query === 'surprise=1') expect(answer.status, `${title}: ${brief(answer)}`).toBe(400);
      }
    },
  );
});

describe('the table of routes', () => {
  it('names every route once', () => {
    const titles = routes.map((route) => titleOf(route).replace(/:\w+/g, ':'));
    expect(titles).toEqual([...new Set(titles)]);
  });
});

function verb(route: Route): 'get' | 'post' | 'patch' | 'delete' {
  return route.method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete';
}

/** A scene in a household of its own says nothing about the roles of this one. */
function leavesOurs(request: Request): boolean {
  const home = /^households\/([0-9a-f-]{36})\//.exec(request.path)?.[1];
  return home !== undefined && home !== world.household;
}

function refersTo(route: Route): boolean {
  const example = JSON.stringify(route.body?.meta()?.['examples'] ?? '');
  return /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/.test(example);
}

async function sendRaw(route: Route, request: Request, payload: string): Promise<Answer> {
  return await sendAsType(route, request, { payload, type: 'application/json' });
}

async function sendAsType(
  route: Route,
  request: Request,
  { payload, type }: { payload: string; type: string },
): Promise<Answer> {
  const answer = await world.http.inject({
    method: route.method as 'POST',
    url: `/api/v1/${request.path}`,
    headers: { authorization: `Bearer ${keyTo(route, world)}`, 'content-type': type },
    payload,
  });
  return { status: answer.statusCode, body: answer.body, headers: answer.headers };
}

/** The body with one field after the other turned into something else. */
function* spoilt(body: unknown): Generator<unknown> {
  if (typeof body !== 'object' || body === null) return;
  const others = [null, -1, 1e308, '', 'x'.repeat(5000), '\ud800', '٣', [], {}, true, '1e3', '9'.repeat(40)];
  for (const key of Object.keys(body)) for (const other of others) yield { ...body, [key]: other };
}

function* nulled(body: unknown): Generator<unknown> {
  if (typeof body !== 'object' || body === null) return;
  for (const [key, value] of Object.entries(body)) {
    if (typeof value === 'string') yield { ...body, [key]: `${value}\u0000` };
  }
}
