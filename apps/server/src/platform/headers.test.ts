import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../test/world.ts';
import type { World } from '../../test/world.ts';

describe('every answer of an installation with https', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld({ settings: { PUBLIC_URL: 'https://money.example.org' } });
  });
  afterAll(async () => {
    await world.close();
  });

  const PATHS = ['/api/v1/health/', '/api/v1/tags/', '/api/v1/nothing/', '/api/v1/docs/', '/no-file.js'];

  it.each(PATHS)('tells the browser to be strict: %s', async (path) => {
    const { headers } = await world.http.inject(path);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['strict-transport-security']).toMatch(/^max-age=31536000; includeSubDomains/);
    const policy = String(headers['content-security-policy']);
    for (const part of [
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe|\*|http:/);
  });

  it('names neither the program nor its version', async () => {
    for (const path of PATHS) {
      const { headers } = await world.http.inject(path);
      expect(Object.keys(headers)).not.toContain('server');
      expect(Object.keys(headers)).not.toContain('x-powered-by');
    }
  });

  it('is kept in no cache when it comes from the API', async () => {
    for (const path of ['/api/v1/tags/', '/api/v1/users/me/', '/api/v1/nothing/']) {
      const authorization = `Bearer test-${world.ids.mere}`;
      const { headers } = await world.http.inject({ url: path, headers: { authorization } });
      expect(headers['cache-control'], path).toBe('no-store');
    }
  });

  it('lets no other origin read it, and echoes no TRACE', async () => {
    const evil = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    for (const method of ['GET', 'OPTIONS'] as const) {
      const { headers } = await world.http.inject({ method, url: '/api/v1/tags/', headers: evil });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
    const address = await world.http.listen({ port: 0, host: '127.0.0.1' });
    const echo = await new Promise<number | undefined>((resolve, reject) => {
      const call = request(`${address}/api/v1/tags/`, { method: 'TRACE' }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      call.on('error', reject);
      call.end();
    });
    expect([404, 405]).toContain(echo);
  });

  it('sets cookies that only https can set, and believes no others', async () => {
    const { headers } = await world.http.inject('/api/v1/auth/csrf/');
    expect(headers['set-cookie']).toMatch(
      /^__Secure-kw_csrf=[\w-]{43}; Path=\/api\/v1\/auth; Max-Age=\d+; SameSite=Strict; HttpOnly; Secure$/,
    );
    const code = async (cookie: string): Promise<string> => {
      const to = { method: 'POST', url: '/api/v1/auth/token/refresh/', payload: {} } as const;
      const answer = await world.http.inject({ ...to, headers: { cookie } });
      return answer.json<{ error_code: string }>().error_code;
    };
    expect(await code(`kw_refresh=${'x'.repeat(43)}`)).toBe('AUTH_1001');
    expect(await code(`__Secure-kw_refresh=${'x'.repeat(43)}`)).toBe('AUTH_1006');
  });
});
