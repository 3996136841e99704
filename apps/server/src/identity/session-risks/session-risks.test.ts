import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';
import type { Answer } from '../../../test/world.ts';
import { scoreOf } from './session-risks.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const NEWER = FIREFOX.replaceAll('140.0', '141.0');
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';

let signing: SigningWorld;
beforeAll(async () => {
  signing = await makeSigningWorld();
});
afterAll(async () => {
  expect(await signing.world.brokenInvariants()).toEqual([]);
  await signing.close();
});

/** The same session in another browser, or from another address: cookies and token went along. */
function elsewhere(from: Browser, token: string, ip: string): Browser {
  const other = signing.browser(ip);
  for (const [name, value] of from.cookies) other.cookies.set(name, value);
  other.bear(token);
  return other;
}

let people = 0;
async function somebody(): Promise<{ own: Browser; token: string; email: string }> {
  people += 1;
  const email = `risk${people}@example.org`;
  const own = await signing.signUp(email);
  const token = (await own.refresh()).body.access as string;
  own.bear(token);
  await own.get('users/me/');
  return { own, token, email };
}

const danger = async (at: Browser, agent: string): Promise<Answer> =>
  await at.post('auth/passkeys/register/options/', {}, { 'user-agent': agent });
const ordinary = async (at: Browser, agent: string): Promise<Answer> =>
  await at.get('users/me/preferences/', { 'user-agent': agent });
const refreshed = async (at: Browser, agent: string): Promise<Answer> => {
  const { body } = await at.get('auth/csrf/');
  const headers = { 'x-csrf-token': body.csrf_token, 'user-agent': agent };
  const answer = await at.post('auth/token/refresh/', {}, headers);
  at.bear(answer.body.access);
  return answer;
};

describe('a session that goes on', () => {
  it('from another network alone is as good as before, however often', async () => {
    const { own, token, email } = await somebody();
    for (const ip of ['198.51.100.4', '192.0.2.9', '2001:db8:1::7'])
      expect((await danger(elsewhere(own, token, ip), FIREFOX)).status).toBe(200);
    const roaming = await refreshed(elsewhere(own, token, '198.18.0.1'), FIREFOX);
    expect(roaming.body.step_up_required).toBeUndefined();
    const told = await signing.world.sql(
      `select 1 from security_entries e join users u on u.id = e.user_id where u.email = $1 and e.action = 'session.risky'`,
      [email],
    );
    expect(told).toEqual([]);
  });

  it('in a newer version of the same browser is as good as before', async () => {
    const { own } = await somebody();
    expect((await danger(own, NEWER)).status).toBe(200);
  });

  it('in another browser asks for a proof before what is dangerous, and its owner reads of it', async () => {
    const { own, email } = await somebody();
    expect((await ordinary(own, SAFARI)).status).toBe(200);
    expect((await danger(own, SAFARI)).body.error_code).toBe('AUTH_1020');
    // The owner's own browser as well: nobody can tell which of the two is the thief's.
    expect((await danger(own, FIREFOX)).body.error_code).toBe('AUTH_1020');
    const history = (await own.get('users/me/security-history/')).body.results;
    expect(history).toContainEqual(
      expect.objectContaining({
        action: 'session.risky',
        risk: 'medium',
        details: { score: 60, reason: 'device' },
      }),
    );
    expect((await signing.letters(email)).filter(({ subject }) => /suddenly/.test(subject))).toEqual([]);
    const proof = await own.post('auth/step-up/', { password: PASSWORD }, { 'user-agent': SAFARI });
    own.bear(proof.body.access_token);
    expect((await danger(own, SAFARI)).status).toBe(200);
  });

  it('in another browser and from another network is told by mail, once', async () => {
    const { own, token, email } = await somebody();
    const thief = elsewhere(own, token, '192.0.2.200');
    for (let index = 0; index < 3; index += 1) await ordinary(thief, SAFARI);
    expect((await danger(thief, SAFARI)).body.error_code).toBe('AUTH_1020');
    const mails = (await signing.letters(email)).filter(({ subject }) =>
      /suddenly looks different/.test(subject),
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('192.0.2.200');
  });

  it('and is renewed there goes on with a proof alone, and is never ended for it', async () => {
    const { own, token } = await somebody();
    const thief = elsewhere(own, token, '192.0.2.201');
    expect((await refreshed(thief, SAFARI)).body).toMatchObject({ step_up_required: true });
    signing.world.clock.advance(2000);
    expect(await ordinary(thief, SAFARI)).toMatchObject({
      status: 403,
      body: { error_code: 'AUTH_1020', reason: 'session_risk' },
    });
    expect((await thief.get('users/me/', { 'user-agent': SAFARI })).status).toBe(200);
    const wrong = await thief.post(
      'auth/step-up/',
      { password: 'not the one it is' },
      { 'user-agent': SAFARI },
    );
    expect(wrong.status).toBeGreaterThanOrEqual(400);
    expect((await ordinary(thief, SAFARI)).status).toBe(403);
    const proof = await thief.post('auth/step-up/', { password: PASSWORD }, { 'user-agent': SAFARI });
    thief.bear(proof.body.access_token);
    signing.world.clock.advance(2000);
    expect((await ordinary(thief, SAFARI)).status).toBe(200);
    expect((await refreshed(thief, SAFARI)).body.step_up_required).toBeUndefined();
  });
});

describe('the score', () => {
  const at = (agent: string, ip: string) => ({ agent, ip });
  it('counts the device, and the network only together with it', () => {
    const home = at(FIREFOX, '203.0.113.7');
    expect(scoreOf(home, at(FIREFOX, '192.0.2.1'))).toBe(0);
    expect(scoreOf(home, at(NEWER, '192.0.2.1'))).toBe(0);
    expect(scoreOf(home, at(SAFARI, '203.0.113.99'))).toBe(60);
    expect(scoreOf(home, at(SAFARI, '192.0.2.1'))).toBe(90);
    expect(scoreOf(at(FIREFOX, '2001:db8:1:2::1'), at(SAFARI, '2001:db8:1:ffff::1'))).toBe(60);
    expect(scoreOf(at(FIREFOX, '2001:db8:1::1'), at(SAFARI, '2001:db8:2::1'))).toBe(90);
    expect(scoreOf(at('', '203.0.113.7'), at(SAFARI, '192.0.2.1'))).toBe(0);
  });
});
