import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../test/world.ts';
import type { World } from '../../test/world.ts';

describe('a method that an address does not know', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  const call = async (method: 'GET' | 'PUT' | 'DELETE' | 'PATCH', path: string) => {
    const answer = await world.http.inject({ method, url: `/api/v1/${path}` });
    const { error_code: code, detail } = answer.json<{ error_code: string; detail: string }>();
    return { status: answer.statusCode, code, detail, allow: answer.headers.allow };
  };

  it.each([
    ['PUT', 'session/ping/', 'GET, HEAD, POST'],
    ['PUT', 'session/ping', 'GET, HEAD, POST'],
    ['DELETE', 'session/ping/?now=1', 'GET, HEAD, POST'],
    ['PATCH', 'session/', 'GET, HEAD'],
    ['PUT', 'tags/01890a5d-ac96-774b-bcce-b302099a8057/', 'DELETE, GET, HEAD, PATCH'],
  ] as const)('%s %s is told which it knows', async (method, path, allow) => {
    expect(await call(method, path)).toMatchObject({
      status: 405,
      code: 'RESOURCE_3004',
      allow,
      detail: `${method} does nothing here. Call it by ${allow.split(', ').join(' or ')}.`,
    });
  });

  it.each(['session/pings/', 'tags/a/b/c/', 'nowhere/', ''])('%s is no address at all', async (path) => {
    expect(await call('GET', path)).toMatchObject({ status: 404, code: 'RESOURCE_3001', allow: undefined });
  });
});
