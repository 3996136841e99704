import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../test/world.ts';
import type { World } from '../../test/world.ts';

const COUNT =
  /kinwise_http_request_seconds_count\{method="GET",route="\/api\/v1\/tags\/?",status="200"\} (\d+)/;

describe('metrics', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld({ settings: { METRICS_TOKEN: 'a token that only the watcher knows' } });
  });
  afterAll(async () => {
    await world.close();
  });

  it('count answers by route for who has the token, and are not there for others', async () => {
    await world.as('mere').get('tags/');
    const authorization = 'Bearer a token that only the watcher knows';
    const counted: (string | undefined)[] = [];
    // Each node tells what it has answered itself; whoever collects the figures asks all of them.
    for (const { http } of world.nodes) {
      const answer = await http.inject({ url: '/metrics', headers: { authorization } });
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('kinwise_jobs_waiting');
      counted.push(COUNT.exec(answer.body)?.[1]);
    }
    expect(counted.filter((count) => count !== undefined)).toEqual(['1']);
    expect((await world.http.inject('/metrics')).statusCode).toBe(404);
    expect(
      (await world.http.inject({ url: '/metrics', headers: { authorization: 'Bearer no' } })).statusCode,
    ).toBe(404);
  });
});
