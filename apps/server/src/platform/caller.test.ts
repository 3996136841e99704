import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { makeSigningWorld } from '../../test/signing-in.ts';
import type { SigningWorld } from '../../test/signing-in.ts';
import { canonicalAddress, readRanges } from './caller.ts';
import { readConfig } from './config.ts';
import { addressKey } from './limits.ts';

const PROXY = '10.0.0.5';
const ROUTE = 'auth/password/strength/';

describe('whose address counts', () => {
  let signing: SigningWorld;
  afterEach(async () => {
    await signing.close();
  });

  /** One call each is answered; the second of the same caller is one too many. */
  async function world(TRUST_PROXY: string): Promise<void> {
    const settings = { TRUST_PROXY, RATE_LIMITS: 'on', LIMIT_STRENGTH: '1' };
    signing = await makeSigningWorld({ settings });
  }

  async function call(peer: string, forwarded?: string | string[]): Promise<number> {
    const answer = await signing.world.http.inject({
      method: 'POST',
      url: `/api/v1/${ROUTE}`,
      remoteAddress: peer,
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      payload: { password: 'three herons over the harbour' },
    });
    return answer.statusCode;
  }

  it('a header is believed from nobody where no proxy is named', async () => {
    await world('');
    expect(await call('203.0.113.7', '192.0.2.1')).toBe(200);
    expect(await call('203.0.113.7', '192.0.2.2')).toBe(429);
    expect(await call('127.0.0.1', '192.0.2.3')).toBe(200);
    expect(await call('127.0.0.1', '192.0.2.4')).toBe(429);
  });

  it('a header from a peer that is no proxy is ignored, a proxy’s is believed', async () => {
    await world(`${PROXY},fd00::/8`);
    expect(await call('203.0.113.7', '192.0.2.1')).toBe(200);
    expect(await call('203.0.113.7', '192.0.2.2')).toBe(429);
    expect(await call(PROXY, '192.0.2.1')).toBe(200);
    expect(await call(PROXY, '192.0.2.2')).toBe(200);
    expect(await call(PROXY, '192.0.2.2')).toBe(429);
    expect(await call('fd12::9', '192.0.2.2')).toBe(429);
    expect(await call(`::ffff:${PROXY}`, '192.0.2.2')).toBe(429);
  });

  it('what the caller put in front of the proxy’s entry changes nothing', async () => {
    await world(PROXY);
    expect(await call(PROXY, '192.0.2.1')).toBe(200);
    for (const lie of [
      '1.1.1.1',
      'unknown',
      '',
      '10.0.0.5',
      '2001:db8::1',
      'x'.repeat(5000),
      '1.1.1.1,'.repeat(100),
    ]) {
      expect(await call(PROXY, `${lie}, 192.0.2.1`), lie).toBe(429);
      expect(await call(PROXY, [lie, '192.0.2.1']), `two headers: ${lie}`).toBe(429);
    }
  });

  it('a caller is the same behind several proxies of ours', async () => {
    await world('10.0.0.0/8');
    expect(await call(PROXY, '192.0.2.1')).toBe(200);
    expect(await call(PROXY, '9.9.9.9, 192.0.2.1, 10.7.7.7')).toBe(429);
  });

  it('no spelling of an address, and no port, makes a caller new', async () => {
    await world(PROXY);
    expect(await call(PROXY, '192.0.2.1')).toBe(200);
    for (const same of ['192.0.2.1:4711', '::ffff:192.0.2.1', '::FFFF:C000:201', '[::ffff:192.0.2.1]:99']) {
      expect(await call(PROXY, same), same).toBe(429);
    }
    expect(await call(PROXY, '2001:db8:0:1::1')).toBe(200);
    for (const same of [
      '2001:DB8::1:0:0:0:7',
      '[2001:db8:0:1::2]:443',
      '2001:0db8:0000:0001:ffff::',
      '2001:db8:0:1::1%eth0',
    ]) {
      expect(await call(PROXY, same), same).toBe(429);
    }
  });

  it('what is no address counts for the proxy that passed it on, and is no failure of ours', async () => {
    await world(PROXY);
    expect(await call(PROXY, 'unknown')).toBe(200);
    for (const odd of ['_hidden', '999.1.1.1', '192.0.2.1/24', "'; drop table users", '0x7f.1', ':::', '']) {
      expect(await call(PROXY, odd), odd).toBe(429);
    }
    const who = { email_or_username: 'nobody@example.org', password: 'a wrong password' };
    const answer = await signing.browser(PROXY).post('auth/login/', who, { 'x-forwarded-for': 'unknown' });
    expect(answer.status).toBe(401);
  });

  it('links are made from PUBLIC_URL, whatever a proxy forwards', async () => {
    await world(PROXY);
    const hana = 'hana@example.org';
    await signing.signUp(hana);
    const lies = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', host: 'evil.example' };
    await signing
      .browser(PROXY)
      .post('auth/password/reset/', { email: hana }, { ...lies, 'x-forwarded-for': '192.0.2.9' });
    const letter = (await signing.letters(hana)).at(-1);
    expect(letter?.links.length).toBeGreaterThan(0);
    for (const link of letter?.links ?? []) expect(link).toMatch(/^http:\/\/localhost:8000\//);
    expect(JSON.stringify(letter)).not.toContain('evil.example');
  });
});

describe('one spelling for each address', () => {
  const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 });

  it('whatever the letters, zeros, brackets, port and zone', () => {
    fc.assert(
      fc.property(groups, fc.nat({ max: 65_535 }), (parts, port) => {
        const plain = parts.map((part) => part.toString(16)).join(':');
        const long = parts.map((part) => part.toString(16).padStart(4, '0').toUpperCase()).join(':');
        const one = canonicalAddress(plain);
        expect(one).toBeDefined();
        for (const same of [
          long,
          `[${plain}]`,
          `[${long}]:${port}`,
          ` ${plain} `,
          `${plain}%eth0`,
          one ?? '',
        ]) {
          expect(canonicalAddress(same)).toBe(one);
        }
      }),
    );
  });

  it('a whole /64 is one caller, and its neighbour is another', () => {
    fc.assert(
      fc.property(groups, groups, (home, other) => {
        const of = (front: number[], back: number[]): string =>
          [...front.slice(0, 4), ...back.slice(4)].map((part) => part.toString(16)).join(':');
        // 2000::/3 is what is given out; mapped IPv4 is another matter.
        const front = [0x2000 + ((home[0] ?? 0) % 0x2000), ...home.slice(1)];
        const neighbour = [...front.slice(0, 3), (front[3] ?? 0) ^ 1];
        expect(addressKey(of(front, home))).toBe(addressKey(of(front, other)));
        expect(addressKey(of(front, home))).not.toBe(addressKey(of(neighbour, home)));
      }),
    );
  });

  it('IPv4 stays IPv4, and what is none of both is nothing', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(canonicalAddress(address)).toBe(address);
        expect(canonicalAddress(`::ffff:${address}`)).toBe(address);
      }),
    );
    for (const odd of [
      '',
      'localhost',
      '1.2.3',
      '01.2.3.4',
      '1.2.3.4.5',
      '::1::',
      'fe80::1%',
      '[::1',
      '::1]',
    ]) {
      expect(canonicalAddress(odd), odd).toBeUndefined();
    }
  });
});

describe('TRUST_PROXY', () => {
  it.each([
    'true',
    '*',
    'proxy.example.org',
    '10.0.0',
    '10.0.0.0/33',
    'fd00::/129',
    '10.0.0.0/8/8',
    '10.0.0.0/x',
  ])('%s is refused with its cure', (text) => {
    expect(() => readConfig({ TRUST_PROXY: `10.0.0.1, ${text}` })).toThrow(
      `TRUST_PROXY: "${text}" is no address; name addresses or ranges`,
    );
  });

  it('takes addresses and ranges of both kinds', () => {
    const { trust, wrong } = readRanges('10.0.0.1, 172.16.0.0/12,fd00::/8 , ::ffff:192.0.2.0/120');
    expect(wrong).toEqual([]);
    for (const ours of ['10.0.0.1', '172.31.255.1', 'fd12::1', '192.0.2.77'])
      expect(trust(ours), ours).toBe(true);
    for (const other of ['10.0.0.2', '172.32.0.1', 'fe80::1', '192.0.3.1'])
      expect(trust(other), other).toBe(false);
  });
});
