import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';

const DAY_MS = 24 * 3_600_000;
const HOME = { type: 'family', currency: 'NZD', time_zone: 'Pacific/Auckland' };

describe('asking to be erased', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld();
  });
  afterAll(async () => {
    expect(await signing.world.brokenInvariants()).toEqual([]);
    await signing.close();
  });

  async function signIn(email: string): Promise<{ browser: Browser; user: Record<string, unknown> }> {
    const browser = signing.browser();
    const { status, body } = await browser.post('auth/login/', {
      email_or_username: email,
      password: PASSWORD,
    });
    expect(status).toBe(200);
    browser.bear(body.access_token);
    return { browser, user: body.user };
  }

  it('signs out everywhere, tells what goes, and can be taken back by signing in again', async () => {
    const hana = await signing.signUp('hana@example.org');
    const { browser: other } = await signIn('hana@example.org');
    await hana.post('households/', { ...HOME, name: 'Only mine' });
    expect((await hana.get('privacy/deletion/')).body).toMatchObject({
      status: 'none',
      due_at: null,
      grace_days: 30,
      households: { erased: [{ name: 'Only mine' }], shared: [], blocking: [] },
    });
    const asked = await hana.post('privacy/deletion/');
    expect(asked).toMatchObject({
      status: 202,
      body: {
        status: 'pending',
        requested_at: '2026-11-22T02:30:00Z',
        due_at: '2026-12-22T02:30:00Z',
      },
    });
    signing.world.clock.advance(2000);
    expect((await hana.get('users/me/')).status).toBe(401);
    expect((await other.get('users/me/')).status).toBe(401);
    expect((await other.refresh()).status).toBe(401);
    const letter = (await signing.letters('hana@example.org')).at(-1);
    expect(letter?.subject).toBe('Your account will be erased');
    expect(letter?.text).toMatch(/in 30 days[\s\S]*“Only mine”/);

    signing.world.clock.advance(29 * DAY_MS);
    const { browser, user } = await signIn('hana@example.org');
    expect(user['deletion_due_at']).toBe('2026-12-22T02:30:00Z');
    expect((await browser.get('users/me/deletion/')).body.status).toBe('pending');
    expect(await browser.post('users/me/deletion/cancel/')).toMatchObject({
      status: 200,
      body: { status: 'none' },
    });
    expect((await browser.get('users/me/')).body.deletion_due_at).toBeNull();
    expect((await signing.letters('hana@example.org')).at(-1)?.subject).toBe('Your account stays');
    expect((await browser.post('users/me/deletion/cancel/')).status).toBe(409);
    const told = await signing.world.sql<{ action: string }>(
      `select action from security_entries where action like 'deletion.%' order by at, id`,
    );
    expect(told.map((row) => row.action)).toEqual(['deletion.asked', 'deletion.cancelled']);
  });

  it('is refused to the last admin while others belong to the household, and names it', async () => {
    const rewi = await signing.signUp('rewi@example.org');
    const tui = await signing.signUp('tui@example.org');
    const home = (await rewi.post('households/', { ...HOME, name: 'Kererū Street' })).body;
    const invited = await rewi.post(`households/${home.id}/invitations/`, { role: 'flatmate' });
    const token = new URL(invited.body.link).searchParams.get('token');
    await tui.post(`invitations/by-token/${token}/accept/`);
    for (const ask of [
      async () => await rewi.post('privacy/deletion/'),
      async () => await rewi.delete('users/me/'),
      async () => await rewi.delete('users/me/delete-account/'),
    ])
      expect(await ask()).toMatchObject({
        status: 409,
        body: { error_code: 'BUSINESS_4008', households: [{ id: home.id, name: 'Kererū Street' }] },
      });
    expect((await rewi.get('privacy/deletion/')).body.households.blocking).toMatchObject([
      { name: 'Kererū Street' },
    ]);
    expect((await rewi.get('users/me/')).status).toBe(200);
    const [tuis] = (await rewi.get(`households/${home.id}/members/`)).body.results.filter(
      (one: { is_me: boolean }) => !one.is_me,
    );
    await rewi.post(`households/${home.id}/transfer-ownership/`, {
      membership_id: tuis.id,
      my_role: 'parent',
    });
    expect(await rewi.delete('users/me/')).toMatchObject({
      status: 202,
      body: { status: 'pending', households: { shared: [{ name: 'Kererū Street' }] } },
    });
  });

  it('counts no household that was left or deleted, and nobody who has left', async () => {
    const ana = await signing.signUp('ana@example.org');
    const pita = await signing.signUp('pita@example.org');
    const home = (await ana.post('households/', { ...HOME, name: 'Rātā Road' })).body.id;
    const invited = await ana.post(`households/${home}/invitations/`, { role: 'flatmate' });
    const token = new URL(invited.body.link).searchParams.get('token');
    await pita.post(`invitations/by-token/${token}/accept/`);
    const seen = async (by: Browser) => (await by.get('privacy/deletion/')).body.households;
    expect(await seen(ana)).toMatchObject({ erased: [], blocking: [{ name: 'Rātā Road' }] });
    expect(await seen(pita)).toMatchObject({ erased: [], shared: [{ name: 'Rātā Road' }] });
    expect((await pita.post(`households/${home}/leave/`)).status).toBe(204);
    const gone = (await ana.post('households/', { ...HOME, name: 'Bach' })).body.id;
    expect((await ana.delete(`households/${gone}/?confirm=Bach`)).status).toBe(204);
    expect(await seen(ana)).toEqual({ erased: [{ id: home, name: 'Rātā Road' }], shared: [], blocking: [] });
    expect(await seen(pita)).toEqual({ erased: [], shared: [], blocking: [] });
  });

  it('counts once: asking again moves nothing and sends no second letter', async () => {
    await signing.signUp('manu@example.org');
    const first = await signIn('manu@example.org');
    const due = (await first.browser.post('privacy/deletion/')).body.due_at;
    signing.world.clock.advance(DAY_MS);
    const again = await signIn('manu@example.org');
    expect((await again.browser.post('privacy/deletion/')).body.due_at).toBe(due);
    const letters = await signing.letters('manu@example.org');
    expect(letters.filter((letter) => letter.subject === 'Your account will be erased')).toHaveLength(1);
  });
});
