import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSigningWorld, registration } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';
import { lookForPatterns } from './patterns.ts';

const MINUTE_MS = 60_000;

describe('patterns over many calls', () => {
  let signing: SigningWorld;
  beforeEach(async () => {
    signing = await makeSigningWorld({ nodes: 1, settings: { METRICS_TOKEN: 'watching' } });
  });
  afterEach(async () => {
    expect(await signing.world.brokenInvariants()).toEqual([]);
    await signing.close();
  });

  const fail = async (name: string, ip: string) =>
    await signing.browser(ip).post('auth/login/', { email_or_username: name, password: 'not it at all' });
  const look = async () =>
    await signing.world.program.opener.outside({ origin: { requestId: 'job' } }, lookForPatterns);
  const raised = async (action: string) =>
    await signing.world.sql<{ details: object; user_id: string | null; risk: string }>(
      'select details, user_id, risk from security_entries where action = $1 order by id',
      [`alert.${action}`],
    );
  const idOf = async (email: string) =>
    (await signing.world.sql<{ id: string }>('select id from users where email = $1', [email]))[0]?.id;

  it('many names from one network are told once for as long as it goes on, and anew after an hour of quiet', async () => {
    const spray = async (from: number, to: number) => {
      for (let at = from; at < to; at += 1) await fail(`name${at}@example.org`, '192.0.2.9');
    };
    await spray(0, 9);
    await look();
    expect(await raised('password_spraying')).toEqual([]);
    await spray(9, 12);
    await look();
    const [alert] = await raised('password_spraying');
    expect(alert).toEqual({ details: { network: '192.0.2.9', names: 12 }, user_id: null, risk: 'high' });
    // It goes on for two hours: still the same one.
    for (let round = 0; round < 4; round += 1) {
      signing.world.clock.advance(31 * MINUTE_MS);
      await spray(20 + 12 * round, 32 + 12 * round);
      await look();
    }
    expect(await raised('password_spraying')).toHaveLength(1);
    signing.world.clock.advance(61 * MINUTE_MS);
    await look();
    await spray(200, 212);
    await look();
    expect(await raised('password_spraying')).toHaveLength(2);
    const metrics = await signing.world.http.inject({
      url: '/metrics',
      headers: { authorization: 'Bearer watching' },
    });
    expect(metrics.body).toContain('kinwise_alerts_total{alert="password_spraying"} 2');
  });

  it('one home that mistypes, or that signs in, is none of it', async () => {
    for (let round = 0; round < 30; round += 1) await fail(`name${round % 5}@example.org`, '192.0.2.9');
    await look();
    expect(await raised('password_spraying')).toEqual([]);
    expect(await raised('distributed_guessing')).toEqual([]);
  });

  it('one name from many networks, by address and username together, is told with whose it is', async () => {
    await signing.signUp('hana@example.org', { username: 'hana-k' });
    for (let at = 1; at <= 4; at += 1) await fail(at % 2 ? 'hana@example.org' : 'hana-k', `198.51.${at}.7`);
    await look();
    expect(await raised('distributed_guessing')).toEqual([]);
    await fail('hana-k', '198.51.5.7');
    for (let at = 1; at <= 5; at += 1) await fail('nobody@example.org', `198.51.${at}.8`);
    await look();
    await look();
    const told = await raised('distributed_guessing');
    expect(told).toHaveLength(2);
    expect(told.map(({ user_id: user }) => user)).toEqual(
      expect.arrayContaining([await idOf('hana@example.org'), null]),
    );
  });

  it('a burst of registrations from one neighbourhood is told; few, or from everywhere, are not', async () => {
    const register = async (at: number, ip: string) =>
      await signing.browser(ip).post('auth/register/', registration(`new${at}@example.org`));
    for (let at = 0; at < 12; at += 1) await register(at, `203.0.${at}.9`);
    for (let at = 12; at < 21; at += 1) await register(at, `198.51.100.${at}`);
    await look();
    expect(await raised('registration_burst')).toEqual([]);
    await register(21, '198.51.100.21');
    await look();
    await look();
    expect(await raised('registration_burst')).toMatchObject([
      { details: { network: '198.51.100.0/24', accounts: 10 } },
    ]);
  });

  it('a third lock of one name within a day is told once, of a person and of a name that nobody has', async () => {
    await signing.signUp('tia@example.org');
    const lock = async (name: string) => {
      for (let at = 0; at < 5; at += 1) await fail(name, '192.0.2.30');
    };
    for (const round of [1, 2, 3]) {
      await look();
      expect(await raised('repeated_locks')).toEqual([]);
      await lock('tia@example.org');
      await lock('nobody@example.org');
      // Locks grow longer: half an hour, one hour, two.
      signing.world.clock.advance((2 ** round * 15 + 1) * MINUTE_MS);
    }
    await look();
    await look();
    const told = await raised('repeated_locks');
    expect(told.map(({ user_id: user, details }) => [user, details]).sort()).toEqual(
      [
        [await idOf('tia@example.org'), { locks: 3 }],
        [null, { locks: expect.any(Number) }],
      ].sort(),
    );
  });

  it('three locks over more than a day are none', async () => {
    await signing.signUp('tui@example.org');
    for (let round = 0; round < 3; round += 1) {
      for (let at = 0; at < 5; at += 1) await fail('tui@example.org', '192.0.2.31');
      signing.world.clock.advance(13 * 60 * MINUTE_MS);
      await look();
    }
    expect(await raised('repeated_locks')).toEqual([]);
  });
});
