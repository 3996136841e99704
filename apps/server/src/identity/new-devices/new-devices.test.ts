import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';

const PHONE =
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36';
const NEWER_PHONE = PHONE.replace('142', '143');
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 15.1; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('a sign-in', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld();
  });
  afterAll(async () => {
    await signing.close();
  });

  const logIn = async (email: string, agent?: string): Promise<void> => {
    const body = { email_or_username: email, password: PASSWORD };
    const answer = await signing
      .browser('198.51.100.7')
      .post('auth/login/', body, agent === undefined ? {} : { 'user-agent': agent });
    expect(answer.status).toBe(200);
  };
  const told = async (email: string) =>
    (await signing.letters(email)).filter(({ subject }) => subject === 'New device');

  it('is told by mail when its device is new, and by no other mail', async () => {
    await signing.signUp('marama@example.org');
    await logIn('marama@example.org');
    expect(await told('marama@example.org')).toEqual([]);
    await logIn('marama@example.org', PHONE);
    const [letter, ...more] = await told('marama@example.org');
    expect(more).toEqual([]);
    expect(letter?.text).toContain('Chrome on Android, Sunday 22 November');
    expect(letter?.text.replace(/\s+/g, ' ')).toContain('from the address 198.51.100.7');
    expect(letter?.links).toEqual(['http://localhost:8000/settings/security']);
    await logIn('marama@example.org', NEWER_PHONE);
    await logIn('marama@example.org');
    expect(await told('marama@example.org')).toHaveLength(1);
  });

  it('is told once when many come from the new device at the same moment', async () => {
    await signing.signUp('many@example.org');
    await Promise.all(Array.from({ length: 5 }, async () => await logIn('many@example.org', MAC)));
    expect(await told('many@example.org')).toHaveLength(1);
  });

  it('is an alert in the own history, with the session that it began', async () => {
    const alerts = await signing.world.sql<{ session_id: string | null; risk: string; details: unknown }>(
      `select e.session_id, e.risk, e.details from security_entries e join users u on u.id = e.user_id
       where e.action = 'alert.new_device' and u.email = 'marama@example.org'`,
    );
    expect(alerts).toEqual([
      { session_id: expect.any(String), risk: 'medium', details: { device: 'Chrome on Android' } },
    ]);
  });
});
