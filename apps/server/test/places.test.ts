/** Where people sign in from, with a list of places: shown, told in letters, and a reason to ask who it is. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mmdbOf, place } from './mmdb.ts';
import { PASSWORD, makeSigningWorld } from './signing-in.ts';
import type { Browser, SigningWorld } from './signing-in.ts';

const WELLINGTON = { city: 'Wellington', country: 'New Zealand', country_code: 'NZ' };
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

let folder: string;
let signing: SigningWorld;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kinwise-places-'));
  const path = join(folder, 'places.mmdb');
  const list = {
    '203.0.113.0/24': place('Wellington', 'New Zealand', 'NZ'),
    '198.51.100.0/24': place('Auckland', 'New Zealand', 'NZ'),
    '192.0.2.0/24': place('Sydney', 'Australia', 'AU'),
  };
  writeFileSync(path, mmdbOf(list));
  signing = await makeSigningWorld({ settings: { GEOIP_DATABASE: path } });
});
afterAll(async () => {
  expect(await signing.world.brokenInvariants()).toEqual([]);
  await signing.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The same session from another address: cookies and token went along. */
function elsewhere(from: Browser, token: string, ip: string): Browser {
  const other = signing.browser(ip);
  for (const [name, value] of from.cookies) other.cookies.set(name, value);
  other.bear(token);
  return other;
}

async function somebody(name: string): Promise<{ own: Browser; token: string; email: string }> {
  const email = `${name}@example.org`;
  const own = await signing.signUp(email);
  const token = (await own.refresh()).body.access as string;
  own.bear(token);
  await own.get('users/me/');
  return { own, token, email };
}

const danger = async (at: Browser) => await at.post('auth/passkeys/register/options/');

describe('with a list of places', () => {
  it('sessions and the history of an account say where they were, private addresses nothing', async () => {
    const { own, email } = await somebody('shown');
    expect((await own.get('auth/sessions/')).body.results).toMatchObject([{ place: WELLINGTON }]);
    const login = { email_or_username: email, password: PASSWORD };
    await signing.browser('192.168.1.9').post('auth/login/', login);
    await signing.browser('192.0.2.7').post('auth/login/', { ...login, password: 'wrong' });
    const history = (await own.get('users/me/security-history/')).body.results;
    expect(history[0]).toMatchObject({ action: 'login.failed', place: { city: 'Sydney' } });
    expect(history[1]).toMatchObject({ action: 'login.succeeded', ip: '192.168.1.9', place: null });
    expect((await own.get('auth/security-status/')).body.last_sign_ins.at(-1)).toMatchObject({
      place: WELLINGTON,
    });
    expect((await own.get('session/')).body.device.place).toEqual(WELLINGTON);
  });

  it('the mail about a new device names the place', async () => {
    const { email } = await somebody('told');
    const login = { email_or_username: email, password: PASSWORD };
    await signing.browser('192.0.2.8').post('auth/login/', login, { 'user-agent': CHROME });
    const letter = (await signing.letters(email)).at(-1);
    expect(letter?.text).toContain('192.0.2.8 (Sydney, Australia)');
  });

  it('a session that goes on in another country asks for a proof and lives; another city asks for nothing', async () => {
    const { own, token, email } = await somebody('moved');
    expect((await danger(elsewhere(own, token, '198.51.100.4'))).status).toBe(200);
    const abroad = elsewhere(own, token, '192.0.2.9');
    expect((await danger(abroad)).body.error_code).toBe('AUTH_1020');
    expect((await abroad.get('users/me/')).status).toBe(200);
    const [risk] = await signing.world.sql<{ score: number; reason: string }>(
      `select r.score, r.reason from session_risks r join sessions s on s.id = r.session_id
       join users u on u.id = s.user_id where u.email = $1`,
      [email],
    );
    expect(risk).toEqual({ score: 55, reason: 'country' });
    expect((await abroad.post('auth/step-up/', { password: PASSWORD })).status).toBe(200);
    expect((await danger(abroad)).status).toBe(200);
    expect((await signing.letters(email)).map(({ subject }) => subject)).not.toContain(
      'One of your sessions looks different',
    );
  });

  it('to an address that the list does not know, nothing has moved', async () => {
    const { own, token } = await somebody('unknown');
    expect((await danger(elsewhere(own, token, '8.8.8.8'))).status).toBe(200);
  });
});
