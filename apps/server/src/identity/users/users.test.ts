import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSigningWorld, registration } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';

describe('what people say about themselves', () => {
  let signing: SigningWorld;
  let browser: Browser;
  beforeAll(async () => {
    signing = await makeSigningWorld();
    browser = await signing.signUp('me@example.org', { last_name: 'Rangi', username: 'hana' });
  });
  afterAll(async () => {
    expect(await signing.world.brokenInvariants()).toEqual([]);
    await signing.close();
  });

  it('is shown without anything secret', async () => {
    const { body } = await browser.get('users/me/');
    expect(body).toEqual({
      id: expect.any(String),
      email: 'me@example.org',
      tier: 'standard',
      guarded: false,
      username: 'hana',
      first_name: 'Hana',
      last_name: 'Rangi',
      display_name: 'Hana Rangi',
      chosen_name: null,
      phone: null,
      phone_formatted: null,
      country: null,
      photo: null,
      onboarding_completed_at: null,
      profile_completeness: { percent: 50, missing: ['phone', 'country', 'photo'] },
      locale: 'en-NZ',
      timezone: 'Pacific/Auckland',
      email_verified: true,
      asked_to_accept: [],
      mail_state: 'reached',
      deletion_due_at: null,
      created_at: expect.any(String),
      version: expect.any(Number),
      households: [],
      preferences: {
        theme: 'system',
        density: 'comfortable',
        language: 'en-NZ',
        idle_timeout: '15',
        mail: { household_alerts: true, invitations: true },
        quiet_hours: null,
      },
    });
  });

  it('is changed field by field, and a stale change is refused with the present state', async () => {
    const before = (await browser.get('users/me/')).body.version;
    const answer = await browser.patch(
      'users/me/',
      { first_name: 'Hanā', timezone: 'Pacific/Chatham', preferences: { theme: 'dark' } },
      { 'if-match': `"v${before}"` },
    );
    expect(answer).toMatchObject({
      status: 200,
      headers: { etag: `"v${before + 1}"` },
      body: {
        first_name: 'Hanā',
        last_name: 'Rangi',
        timezone: 'Pacific/Chatham',
        preferences: { theme: 'dark', density: 'comfortable' },
      },
    });
    const stale = await browser.patch('users/me/', { first_name: 'Old' }, { 'if-match': `"v${before}"` });
    expect(stale).toMatchObject({ status: 412, body: { current: { first_name: 'Hanā' } } });
  });

  it('keeps preferences that a change does not name', async () => {
    await browser.patch('users/me/preferences/', { theme: 'light' });
    await browser.patch('users/me/preferences/', { language: 'mi-NZ' });
    expect((await browser.get('users/me/preferences/')).body).toMatchObject({
      theme: 'light',
      language: 'mi-NZ',
    });
  });

  it('keeps a telephone number as E.164, shows it in groups, and tells the history its last digits alone', async () => {
    const { body } = await browser.patch('users/me/', { phone: '+64 (0)21 123-4567', country: 'NZ' });
    expect(body).toMatchObject({
      phone: '+64211234567',
      phone_formatted: '+64 21 123 4567',
      country: 'NZ',
      profile_completeness: { percent: 83, missing: ['photo'] },
    });
    const [entry] = await signing.world.sql<{ details: unknown }>(
      "select details from security_entries where action = 'account.changed' order by at desc, id desc limit 1",
    );
    expect(entry?.details).toEqual({ fields: 'country,phone', phone: '…567' });
    const gone = await browser.patch('users/me/', { phone: null, country: null });
    expect(gone.body).toMatchObject({ phone: null, phone_formatted: null, country: null });
  });

  it('calls people as they choose, and by their names again when they choose nothing', async () => {
    const { body } = await browser.patch('users/me/', { display_name: '  Nan ' });
    expect(body).toMatchObject({ display_name: 'Nan', chosen_name: 'Nan', first_name: 'Hanā' });
    for (const display_name of ['', null]) {
      await browser.patch('users/me/', { display_name: 'Nan' });
      expect((await browser.patch('users/me/', { display_name })).body).toMatchObject({
        display_name: 'Hanā Rangi',
        chosen_name: null,
      });
    }
  });

  it('notes once when the first steps were done, and forgets it when they are to come again', async () => {
    const done = (await browser.patch('users/me/', { onboarding_completed: true })).body;
    expect(done.onboarding_completed_at).toEqual(expect.any(String));
    signing.world.clock.advance(1000);
    expect((await browser.patch('users/me/', { onboarding_completed: true })).body).toMatchObject({
      onboarding_completed_at: done.onboarding_completed_at,
    });
    expect((await browser.patch('users/me/', { onboarding_completed: false })).body).toMatchObject({
      onboarding_completed_at: null,
    });
  });

  it('keeps quiet hours until they are taken away', async () => {
    const quiet_hours = { from: '21:30', until: '06:45' };
    expect((await browser.patch('users/me/preferences/', { quiet_hours })).body).toMatchObject({
      quiet_hours,
    });
    await browser.patch('users/me/preferences/', { theme: 'light' });
    expect((await browser.get('users/me/')).body.preferences).toMatchObject({ quiet_hours });
    const { body } = await browser.patch('users/me/preferences/', { quiet_hours: null });
    expect(body.quiet_hours).toBeNull();
  });

  it('does not take a username that somebody has', async () => {
    await signing.signUp('first@example.org', { username: 'Tui' });
    expect(await browser.patch('users/me/', { username: 'tui' })).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/username', code: 'taken' }] },
    });
  });

  it('takes a username that somebody registered whose address was never proven', async () => {
    await signing.browser().post('auth/register/', registration('never@example.org', { username: 'Ruru' }));
    expect(await browser.patch('users/me/', { username: 'ruru' })).toMatchObject({
      status: 200,
      body: { username: 'ruru' },
    });
  });

  it.each([
    [{ email: 'other@example.org' }, '/email'],
    [{ email_verified: true }, '/email_verified'],
    [{ is_demo: true }, '/is_demo'],
    [{ version: 99 }, '/version'],
    [{ id: 'x' }, '/id'],
    [{ token_version: 1 }, '/token_version'],
    [{ preferences: { theme: 'pink' } }, '/preferences/theme'],
    [{ preferences: { admin: true } }, '/preferences/admin'],
    [{ timezone: 'Nowhere' }, '/timezone'],
    [{ locale: 'xx' }, '/locale'],
    [{ first_name: '' }, '/first_name'],
    [{ phone: '021 123 4567' }, '/phone'],
    [{ phone: '' }, '/phone'],
    [{ country: 'UK' }, '/country'],
    [{ country: 'nz' }, '/country'],
    [{ display_name: 'a\u0000b' }, '/display_name'],
    [{ onboarding_completed_at: '2026-01-01T00:00:00.000Z' }, '/onboarding_completed_at'],
    [{ preferences: { quiet_hours: { from: '22:00' } } }, '/preferences/quiet_hours/until'],
    [{ preferences: { quiet_hours: { from: '22:00', until: '25:00' } } }, '/preferences/quiet_hours/until'],
    [{ preferences: { quiet_hours: { from: '22:00', until: '22:00' } } }, '/preferences/quiet_hours/until'],
    [{ photo: 'x' }, '/photo'],
    [{ photo_file: 'exports/x' }, '/photo_file'],
  ])('refuses %j and names the field', async (body, pointer) => {
    const answer = await browser.patch('users/me/', body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });
});
