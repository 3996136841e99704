import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { routes } from '../../src/features.ts';
import type { Route } from '../../src/platform/routes.ts';
import { makeWorld } from '../world.ts';
import type { Answer, World } from '../world.ts';
import { SECRET, keyTo, exampleOf, titleOf } from './requests.ts';

/** Every route × what frameworks were fooled with: content types, shapes, sizes, spellings of paths, other methods. */

const named = (some: readonly Route[]): [string, Route][] => some.map((route) => [titleOf(route), route]);
const writes = routes.filter((route) => route.method !== 'GET');
const withBody = writes.filter((route) => route.body !== undefined && route.upload === undefined);
const signedIn = routes.filter((route) => route.access !== 'public');

let world: World;
beforeAll(async () => {
  world = await makeWorld({ settings: { MAIL_WEBHOOK_SECRET: SECRET } });
});
afterAll(async () => {
  expect(await world.brokenInvariants()).toEqual([]);
  await world.close();
});

const NO_ID = '00000000-0000-7000-8000-000000000000';

function addressOf(route: Route): string {
  return `/api/v1/${route.path.replace(/:\w+/g, NO_ID)}`;
}

type Sent = {
  url?: string;
  method?: string;
  payload?: string;
  headers?: Record<string, string>;
  anonymous?: boolean;
};

async function send(route: Route, sent: Sent): Promise<Answer> {
  const answer = await world.http.inject({
    method: (sent.method ?? route.method) as 'POST',
    url: sent.url ?? addressOf(route),
    headers: {
      ...(sent.anonymous ? {} : { authorization: `Bearer ${keyTo(route, world)}` }),
      ...sent.headers,
    },
    ...(sent.payload === undefined ? {} : { payload: sent.payload }),
  });
  return { status: answer.statusCode, body: answer.body, headers: answer.headers };
}

describe('content types', () => {
  const body = (route: Route): string => JSON.stringify(exampleOf(route.body) ?? {});
  const odd = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'application/jsonx',
    'application/json\t',
    'application/json;x=y',
    'application/json, text/plain',
    'application/vnd.api+json',
    'text/json',
    'json',
    '',
  ];

  it.each(named(writes.filter((route) => !route.upload && route.alsoTakes === undefined)))(
    '%s takes JSON and nothing else',
    async (_title, route) => {
      for (const type of odd) {
        const answer = await send(route, { payload: body(route), headers: { 'content-type': type } });
        expect(answer.status, `"${type}": ${String(answer.body)}`).toBe(415);
      }
      for (const type of [
        'application/json',
        'application/json; charset=utf-8',
        'Application/JSON;charset=UTF-8',
      ]) {
        const answer = await send(route, { payload: '[7]', headers: { 'content-type': type } });
        expect(answer.status, type).not.toBe(415);
      }
    },
  );

  it.each(named(writes.filter((route) => route.upload)))(
    '%s takes a form and nothing else',
    async (_title, route) => {
      for (const type of [
        'application/json',
        'text/csv',
        'multipart/form-data',
        'multipart/mixed; boundary=x',
      ]) {
        const answer = await send(route, { payload: '{}', headers: { 'content-type': type } });
        expect(answer.status, type).toBe(415);
      }
    },
  );
});

describe('shapes and sizes', () => {
  const json = { 'content-type': 'application/json' };
  const deep = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

  it.each(named(withBody))(
    '%s refuses depth, keys without end and prototypes with 400',
    async (_title, route) => {
      for (const payload of [
        deep(40),
        deep(100_000),
        `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
        '{"__proto__":{"role":"admin"}}',
        '{"a":{"constructor":{"prototype":{"role":"admin"}}}}',
      ]) {
        const answer = await send(route, { payload, headers: json });
        expect(answer.status, `${payload.slice(0, 40)}: ${String(answer.body)}`).toBe(400);
      }
    },
  );

  it('too many values are refused, and too many bytes', async () => {
    const [route] = withBody;
    if (!route) throw new Error('no route takes a body');
    const many = JSON.stringify(
      Object.fromEntries(Array.from({ length: 200_001 }, (_none, key) => [key, 0])),
    );
    expect(await send(route, { payload: many, headers: json })).toMatchObject({ status: 400 });
    const large = JSON.stringify({ a: 'x'.repeat(11 * 1024 * 1024) });
    expect(await send(route, { payload: large, headers: json })).toMatchObject({ status: 413 });
  });
});

describe('spellings of a path', () => {
  it.each(named(signedIn))('%s is reached by none that goes around signing in', async (_title, route) => {
    const plain = addressOf(route);
    for (const url of [
      plain.replace('/api/', '//api/'),
      plain.replace('/v1/', '/v1//'),
      plain.replace('/v1/', '/v1;x=y/'),
      `${plain};x=y`,
      plain.replace('/v1/', '%2Fv1%2F'),
      plain.replace('/v1/', '/v1/./'),
      plain.replace('/v1/', '/v1/auth/csrf/../../'),
      plain.replace('/api/', '/%61pi/'),
      plain.toUpperCase(),
      plain.replace('/v1/', '/v1\\'),
      `${plain}%00`,
    ]) {
      const answer = await send(route, { url, anonymous: true });
      // 405: it is spelt as something else, which does not know the method.
      expect([400, 401, 404, 405], `${url}: ${answer.status}`).toContain(answer.status);
    }
  });

  it.each(named(signedIn.filter((route) => route.method === 'GET')))(
    '%s stays what it is, whatever method a header claims',
    async (_title, route) => {
      const plain = await send(route, {});
      for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
        const answer = await send(route, { headers: { [name]: 'DELETE' } });
        expect(answer.status, name).toBe(plain.status);
        const posted = await send(route, { method: 'TRACE', headers: { [name]: 'GET' } });
        expect([400, 404, 405], `${name} with TRACE`).toContain(posted.status);
      }
    },
  );
});

describe('anything at all', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '\u0000',
      '\ud800',
      "'; --",
      '-0',
      '1e999',
      '9'.repeat(40),
      '%00',
      '../..',
      '{{7*7}}',
      '=1+1',
    ),
  );
  const anything = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });

  it.each(named(routes))('%s answers no 5xx', async (_title, route) => {
    const example = exampleOf(route.body);
    const known = typeof example === 'object' && example !== null ? Object.keys(example) : [];
    const body = fc.oneof(
      anything,
      known.length === 0
        ? fc.dictionary(text, anything)
        : fc
            .dictionary(fc.constantFrom(...known), fc.oneof(anything, text))
            .map((changed) => ({ ...(example as object), ...changed })),
    );
    await fc.assert(
      fc.asyncProperty(body, text, text, async (value, part, query) => {
        const path = route.path.replace(/:\w+/g, () => encodeURIComponent(wellFormed(part)) || 'x');
        const answer = await send(route, {
          url: `/api/v1/${path}?q=${encodeURIComponent(wellFormed(query))}`,
          headers: { 'content-type': 'application/json' },
          ...(route.method === 'GET' || route.upload ? {} : { payload: JSON.stringify(value) }),
        });
        expect(answer.status, `${path} ${JSON.stringify(value)}: ${String(answer.body)}`).toBeLessThan(500);
      }),
      { numRuns: 12, seed: 20_261_122 },
    );
  });
});

/** Half a character has no place in an address: clients put the sign for a lost one there. */
function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

describe('a parameter of the query that is given twice', () => {
  const reading = routes.filter(
    ({ method, path, query }) =>
      method === 'GET' && query !== undefined && !path.includes(':') && !path.startsWith('admin/'),
  );

  it.each(named(reading))('%s names it, and says what to send instead', async (_title, route) => {
    for (const name of Object.keys((route.query as z.ZodObject).shape)) {
      const answer = await send(route, { url: `${addressOf(route)}?${name}=a&${name}=b` });
      const { error_code, errors } = JSON.parse(String(answer.body)) as {
        error_code: string;
        errors: object[];
      };
      expect({ status: answer.status, error_code, errors }, name).toMatchObject({
        status: 400,
        error_code: 'VALIDATION_2003',
        errors: [
          { pointer: name, code: 'repeated', message: expect.stringContaining('is given twice. Give') },
        ],
      });
    }
  });
});
