import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSigningWorld } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';
import { staffPerson } from '../../../test/staff-people.ts';
import type { StaffPerson } from '../../../test/staff-people.ts';
import { lookForPatterns } from '../../identity/patterns/patterns.ts';

const HOUR_MS = 3_600_000;
const AT = 'admin/sign-ins/';

let signing: SigningWorld;
let viewer: StaffPerson;

beforeAll(async () => {
  signing = await makeSigningWorld({ nodes: 1 });
  const hana = await signing.signUp('hana@example.org', { first_name: 'Hana' });
  await signing.addAuthenticator(hana);
  signing.world.clock.advance(2 * HOUR_MS);
  viewer = await staffPerson(signing, 'viewer', 'viewer');
}, 60_000);
afterAll(async () => {
  expect(await signing.world.brokenInvariants()).toEqual([]);
  await signing.close();
});

const fail = async (name: string, ip: string) =>
  await signing.browser(ip).post('auth/login/', { email_or_username: name, password: 'not it' });
const figures = async (query = '') => {
  const answer = await viewer.browser.get(`${AT}${query}`);
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
  return answer.body;
};

describe('the figures of signing in', () => {
  it('are for staff alone', async () => {
    const stranger = await signing.signUp('stranger@example.org');
    expect((await stranger.get(AT)).status).toBe(404);
  });

  it('count by hour who came in and how, who failed and why, locks, and whence failures came', async () => {
    const before = (await figures('?by=hour&days=1')).totals;
    for (let at = 0; at < 6; at += 1) await fail('hana@example.org', '192.0.2.9');
    await fail('nobody@example.org', '2001:db8:1:2::1');
    await fail('nobody@example.org', '2001:db8:1:2::2');
    const { results, totals, networks } = await figures('?by=hour&days=1');
    expect(results).toHaveLength(25);
    expect(totals).toMatchObject({ wrong_password: 7, locked: 1, locks: 1 });
    expect(totals.succeeded).toBe(before.succeeded);
    expect(totals.with_second_factor).toBe(1);
    expect(totals.with_passkey).toBe(0);
    expect(results.at(-1)).toMatchObject({ wrong_password: 7, locked: 1, locks: 1, with_second_factor: 1 });
    expect(results.at(-3).succeeded).toBe(1);
    expect(networks).toMatchObject([
      { network: '192.0.2.9', failures: 6, accounts: 1 },
      { network: '2001:db8:1:2::/64', failures: 2, accounts: 0 },
    ]);
  });

  it('begin days where the zone does, also over a change of the clock, and leave out what is older', async () => {
    const days = async (zone: string, more = '') =>
      (await figures(`?time_zone=${encodeURIComponent(zone)}${more}`)).results.map(
        ({ at }: { at: string }) => at,
      );
    const here = await days('Pacific/Auckland', '&days=92');
    expect(here.at(-1)).toMatch(/T11:00:00/);
    // Before the end of September clocks there were an hour behind.
    expect(here[0]).toMatch(/T12:00:00/);
    expect((await days('UTC')).every((at: string) => at.includes('T00:00:00'))).toBe(true);
    signing.world.clock.advance(8 * 24 * HOUR_MS);
    viewer.browser.bear((await viewer.browser.refresh()).body.access ?? undefined);
    viewer = { ...viewer, browser: await signing.logIn(viewer.email, viewer.app.code()) };
    expect((await figures()).totals).toMatchObject({ wrong_password: 0, locks: 0 });
    expect((await figures('?days=10')).totals).toMatchObject({ wrong_password: 7 });
    expect((await viewer.browser.get(`${AT}?by=hour&days=8`)).status).toBe(422);
  });

  it('show alerts with whom they are about', async () => {
    for (let at = 1; at <= 5; at += 1) await fail('hana@example.org', `198.51.${at}.7`);
    await signing.world.program.opener.outside({ origin: { requestId: 'job' } }, lookForPatterns);
    expect((await figures()).alerts).toMatchObject([
      {
        action: 'alert.distributed_guessing',
        risk: 'high',
        user: { name: 'Hana' },
        details: { networks: 5 },
      },
    ]);
  });
});
