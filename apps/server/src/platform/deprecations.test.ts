import { addMonths, parseDay } from '@kinwise/core/days';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../test/world.ts';
import type { World } from '../../test/world.ts';
import { routes } from '../features.ts';
import { describeApi } from './openapi.ts';

const OLD_WAY_MONTHS = 12;
const old = routes.filter((route) => route.deprecated !== undefined);

describe('an old way of the API', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld({ nodes: 1, settings: { METRICS_TOKEN: 'a token that only the watcher knows' } });
  });
  afterAll(async () => {
    await world.close();
  });

  it('answers as before, and says since when it is old, until when it stays and what to call instead', async () => {
    const said = await world.as('mere').get('users/me/data-export/');
    expect(said).toMatchObject({ status: 200, body: { results: [] } });
    expect(said.headers).toMatchObject({
      deprecation: '@1796083200',
      sunset: 'Wed, 01 Dec 2027 00:00:00 GMT',
      link: '</api/v1/privacy/export/>; rel="successor-version", </api/v1/docs/>; rel="deprecation"; type="text/html"',
    });
    const now = await world.as('mere').get('privacy/export/');
    expect(now.body).toEqual(said.body);
    for (const header of ['deprecation', 'sunset', 'link']) expect(now.headers).not.toHaveProperty(header);
  });

  it('says so when it refuses, too', async () => {
    const { status, headers } = await world.anonymous().get('users/me/data-export/');
    expect([status, headers['deprecation']]).toEqual([401, '@1796083200']);
  });

  it('is counted by route', async () => {
    const authorization = 'Bearer a token that only the watcher knows';
    const { body } = await world.http.inject({ url: '/metrics', headers: { authorization } });
    expect(body).toMatch(
      /kinwise_deprecated_calls_total\{method="GET",route="\/api\/v1\/users\/me\/data-export\/?"\} 2\n/,
    );
    expect(body).not.toMatch(/kinwise_deprecated_calls_total\{[^}]*privacy/);
  });

  it('is marked in the document, and nothing else is', async () => {
    const { paths } = JSON.parse(await describeApi(routes)) as {
      paths: Record<string, Record<string, { deprecated?: boolean; description?: string }>>;
    };
    const marked = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, operation]) => operation.deprecated === true)
        .map(([method]) => `${method.toUpperCase()} ${path.slice(1)}`),
    );
    const names = old.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(marked.sort()).toEqual(names.sort());
    expect(paths['/users/me/data-export/']?.['get']?.description).toContain('call `GET privacy/export/`');
  });

  it('leads to a way that is there and not old, and stays for as long as the guide promises', () => {
    for (const { method, path, deprecated } of old) {
      const next = routes.find((route) => route.method === method && route.path === deprecated?.instead);
      expect(next?.deprecated, `${method} ${path}`).toBeUndefined();
      expect(next, `${method} ${path}`).toBeDefined();
      const since = parseDay(deprecated?.since ?? '');
      const sunset = parseDay(deprecated?.sunset ?? '');
      expect(since && sunset && sunset >= addMonths(since, OLD_WAY_MONTHS), `${method} ${path}`).toBe(true);
    }
  });
});
