import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../test/world.ts';
import type { World } from '../../test/world.ts';
import { readConfig } from './config.ts';

const PROXY = '10.0.0.5';
const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://money.example.org',
  SECRET_KEY: 'Zq8r0vY3m1n5c7x9b2k4j6h8g0f1d3s5',
  ENCRYPTION_KEYS: `first:${randomBytes(32).toString('base64')}`,
  MAIL_URL: 'smtp://mail.example.org',
  MAIL_FROM: 'KinWise <money@example.org>',
  RATE_LIMITS: 'on',
  PASSWORD_MEMORY_KIB: '19456',
  BREACH_CHECK: 'on',
  TRUST_PROXY: PROXY,
};

describe('a production', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld({ settings: PRODUCTION });
  });
  afterAll(async () => {
    await world.close();
  });

  const ask = async (url: string, from: string, headers: Record<string, string> = {}) =>
    await world.http.inject({ url, remoteAddress: from, headers });
  const API = '/api/v1/auth/csrf/';

  it('answers what its proxy says came by https', async () => {
    expect((await ask(API, PROXY, { 'x-forwarded-proto': 'https' })).statusCode).toBe(200);
    expect((await ask(API, PROXY, { 'x-forwarded-proto': 'http, https' })).statusCode).toBe(200);
  });

  it.each([
    ['went past the proxy', '203.0.113.9', {}],
    ['went past it and says otherwise', '203.0.113.9', { 'x-forwarded-proto': 'https' }],
    ['came to the proxy in the clear', PROXY, { 'x-forwarded-proto': 'http' }],
    ['came in the clear and said otherwise', PROXY, { 'x-forwarded-proto': 'https, http' }],
    ['came by a proxy that does not say', PROXY, {}],
    ['a proxy on this machine passes on unasked', '127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }],
    ['another proxy there passes on', '::1', { via: '1.1 somewhere' }],
  ] as const)(
    'refuses a call of the API that %s, and leads to no other address',
    async (_what, from, headers) => {
      const answer = await ask(API, from, headers);
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ error_code: 'AUTH_1011' });
      expect(answer.headers['location']).toBeUndefined();
      expect(answer.headers['set-cookie']).toBeUndefined();
    },
  );

  it('leads who opens a page to its own address, whatever host they named', async () => {
    const answer = await ask('/settings?tab=1', PROXY, { 'x-forwarded-proto': 'http', host: 'evil.example' });
    expect(answer.statusCode).toBe(308);
    expect(answer.headers['location']).toBe('https://money.example.org/settings?tab=1');
    const post = await world.http.inject({ method: 'POST', url: '/settings', remoteAddress: PROXY });
    expect(post.statusCode).toBe(403);
  });

  it('answers a program on its own machine, whose words have been on no line', async () => {
    expect((await ask(API, '127.0.0.1')).statusCode).toBe(200);
    expect((await ask(API, '::1')).statusCode).toBe(200);
  });

  it('tells those who run it how it is, wherever in their network they ask', async () => {
    for (const url of ['/api/v1/health', '/api/v1/health/ready/'])
      for (const from of ['127.0.0.1', '10.1.2.3']) expect((await ask(url, from)).statusCode).toBe(200);
    expect((await ask('/metrics', '10.1.2.3')).statusCode).not.toBe(200);
  });

  it('answers plain http where somebody says so', () => {
    expect(readConfig({ ...PRODUCTION, PLAIN_HTTP: 'answered' }).PLAIN_HTTP).toBe('answered');
  });
});
