import { afterEach, describe, expect, it } from 'vitest';
import { redisHere, startRedis } from '../../test/redis.ts';
import type { TestRedis } from '../../test/redis.ts';
import { makeWorld } from '../../test/world.ts';
import type { World } from '../../test/world.ts';
import { countShared } from './limits.ts';
import { Problem } from './problems.ts';

const redisName = redisHere();
if (redisName === undefined)
  process.stderr.write('There is no Redis on this machine: limits are tried in PostgreSQL alone.\n');

const STORES = ['PostgreSQL', ...(redisName === undefined ? [] : ['Redis'])] as const;

describe.each(STORES)('limits counted in %s', (store) => {
  let world: World | undefined;
  let redis: TestRedis | undefined;

  const start = async (settings: Record<string, string>): Promise<World> => {
    redis = store === 'Redis' ? await startRedis(redisName ?? '') : undefined;
    const where = redis ? { REDIS_URL: redis.url } : {};
    world = await makeWorld({ nodes: 2, settings: { RATE_LIMITS: 'on', ...where, ...settings } });
    return world;
  };
  afterEach(async () => {
    await world?.close();
    await redis?.stop();
  });

  const ask = async (at: World, node: number, method: 'GET' | 'POST' = 'GET'): Promise<number> => {
    const answer = await at.nodes[node]?.http.inject({
      method,
      url: method === 'GET' ? '/api/v1/accounts/' : '/api/v1/tags/',
      headers: { authorization: `Bearer test-${at.ids.mere}`, 'content-type': 'application/json' },
      ...(method === 'POST' ? { payload: { name: `tag ${Math.trunc(performance.now() * 1000)}` } } : {}),
    });
    return answer?.statusCode ?? 0;
  };

  it('are one number for all nodes, at once', async () => {
    const at = await start({ LIMIT_STRENGTH: '6' });
    const tries = Array.from({ length: 20 }, async (_none, index) => {
      const ground = at.nodes[index % 2]?.program.ground;
      if (!ground) throw new Error('a node is missing');
      return await countShared(ground, 'strength', '192.0.2.1').then(
        () => true,
        (refusal: unknown) => !(refusal instanceof Problem),
      );
    });
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(6);
  });

  it('slide: what was counted before the window still counts by what is left of it', async () => {
    const at = await start({ LIMIT_STRENGTH: '10' });
    const { ground } = at.program;
    const windowMs = 3_600_000;
    at.clock.moveTo(Math.ceil(at.clock.nowMs() / windowMs) * windowMs);
    for (let tries = 0; tries < 10; tries += 1) await countShared(ground, 'strength', 'x');
    at.clock.advance(windowMs + windowMs / 2);
    for (let tries = 0; tries < 5; tries += 1) await countShared(ground, 'strength', 'x');
    await expect(countShared(ground, 'strength', 'x')).rejects.toThrow(/Wait 30 minutes/);
  });

  it('of a signed-in user hold over all nodes, told once a second', async () => {
    const at = await start({ LIMIT_API: '10', LIMITS_TOLD_MS: '1000' });
    for (let call = 0; call < 10; call += 1) {
      expect(await ask(at, call % 2)).toBe(200);
      at.clock.advance(1000);
    }
    expect(await ask(at, 0)).toBe(429);
    expect(await ask(at, 1)).toBe(429);
    at.clock.advance(120_000);
    expect(await ask(at, 1)).toBe(200);
  });

  it('of writing are fewer than of reading', async () => {
    const at = await start({ LIMIT_WRITE: '3' });
    for (let call = 0; call < 3; call += 1) {
      expect(await ask(at, call % 2, 'POST')).toBe(201);
      at.clock.advance(1000);
    }
    expect(await ask(at, 1, 'POST')).toBe(429);
    expect(await ask(at, 1)).toBe(200);
  });

  it('of making households are a person’s own, whatever address they share', async () => {
    const at = await start({ LIMIT_HOUSEHOLD: '1' });
    const body = { name: 'Bach', type: 'family', currency: 'NZD', time_zone: 'Pacific/Auckland' };
    expect((await at.as('mere').post('households/', body)).status).toBe(201);
    const refused = await at.as('mere').post('households/', body);
    expect(refused.status).toBe(429);
    const { 'retry-after': after, 'ratelimit-reset': reset } = refused.headers;
    expect(refused.headers).toMatchObject({ 'ratelimit-limit': '1', 'ratelimit-remaining': '0' });
    expect(after).toBe(reset);
    expect((await at.as('tama').post('households/', body)).status).toBe(201);
  });
});

describe.skipIf(redisName === undefined)('a Redis that goes away', () => {
  it('leaves the limits standing: the database counts until it is back', async () => {
    const redis = await startRedis(redisName ?? '');
    const port = Number(new URL(redis.url).port);
    const settings = { RATE_LIMITS: 'on', REDIS_URL: redis.url, LIMIT_STRENGTH: '3' };
    const world = await makeWorld({ settings });
    const { ground } = world.program;
    const tries = async (count: number): Promise<boolean[]> => {
      const taken: boolean[] = [];
      for (let call = 0; call < count; call += 1) {
        taken.push(
          await countShared(ground, 'strength', 'x').then(
            () => true,
            () => false,
          ),
        );
      }
      return taken;
    };
    expect(await tries(4)).toEqual([true, true, true, false]);
    expect(await ground.limits.broken()).toBeUndefined();
    redis.pause();
    expect(await tries(4)).toEqual([true, true, true, false]);
    expect(await ground.limits.broken()).toMatch(/^REDIS_URL: it does not answer/);
    redis.resume();
    await redis.stop();
    expect(await tries(1)).toEqual([false]);
    const again = await startRedis(redisName ?? '', port);
    await expect.poll(async () => await ground.limits.broken(), { timeout: 15_000 }).toBeUndefined();
    expect(await tries(4)).toEqual([true, true, true, false]);
    await world.close();
    await again.stop();
  });
});
