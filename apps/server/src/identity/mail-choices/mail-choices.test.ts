import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../../../test/world.ts';
import type { World } from '../../../test/world.ts';
import { samples } from '../../adapters/mail/samples.ts';
import { topicOf } from '../letter-natures/letter-natures.ts';
import { sendLetter } from '../letters/letters.ts';
import { addressHash } from '../mail-addresses/mail-addresses.ts';

type Kept = { to: string; subject: string; text: string; links: string[]; unsubscribe?: string };

describe('a letter that can be turned off', () => {
  let world: World;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kinwise-mail-'));
    world = await makeWorld({ settings: { MAIL_URL: `dir:${folder}` } });
  });
  afterEach(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const letters = async (): Promise<Kept[]> => {
    await world.runJobs();
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Kept);
  };
  const beRefused = async (): Promise<void> => {
    for (let index = 0; index < 10; index += 1)
      expect((await world.as('kiri').post('tags/', { name: 'x' })).status).toBe(403);
    await world.runJobs();
    world.clock.advance(61 * 60_000);
  };
  const invite = async (email: string) =>
    await world
      .as('mere')
      .post(`households/${world.household}/invitations/`, { email, role: 'parent', message: '' });
  const pathOf = (kept: Kept | undefined): string => new URL(kept?.unsubscribe ?? 'none:').pathname;
  const tokenOf = (kept: Kept | undefined): string => pathOf(kept).split('/').at(-2) ?? '';
  const oneClick = async (path: string, type: string, payload: string) =>
    await world.http.inject({ method: 'POST', url: path, headers: { 'content-type': type }, payload });

  it('is, by one press in the mail program and without signing in', async () => {
    await beRefused();
    const [letter] = await letters();
    expect(letter).toMatchObject({
      to: 'mere@example.org',
      subject: expect.stringContaining('Refused') as string,
    });
    expect(letter?.text).toContain('/unsubscribe#token=');
    const { statusCode } = await oneClick(
      pathOf(letter),
      'application/x-www-form-urlencoded',
      'List-Unsubscribe=One-Click',
    );
    expect(statusCode).toBe(200);
    await beRefused();
    expect(await letters()).toHaveLength(1);
    const { body } = await world.as('mere').get('users/me/preferences/');
    expect(body.mail).toEqual({ household_alerts: false, invitations: true });
    await world.as('mere').patch('users/me/preferences/', { mail: { household_alerts: true } });
    await beRefused();
    expect(await letters()).toHaveLength(2);
  });

  it('is, by a form in parts as well', async () => {
    await beRefused();
    const [letter] = await letters();
    const { statusCode } = await oneClick(
      pathOf(letter),
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    );
    expect(statusCode).toBe(200);
    const { body } = await world.as('mere').get('users/me/preferences/');
    expect(body.mail.household_alerts).toBe(false);
  });

  it('stays on when somebody only looks at its links', async () => {
    await beRefused();
    const [letter] = await letters();
    const looked = await world.http.inject(pathOf(letter));
    expect(looked.statusCode).toBe(303);
    expect(looked.headers.location).toBe(`http://localhost:8000/unsubscribe#token=${tokenOf(letter)}`);
    const shown = await world.anonymous().get(`mail/unsubscribe/${tokenOf(letter)}/`);
    expect(shown.body).toEqual({ topic: 'household_alerts', is_off: false });
    expect((await oneClick(pathOf(letter), 'application/x-www-form-urlencoded', '')).statusCode).toBe(422);
    await beRefused();
    expect(await letters()).toHaveLength(2);
  });

  it('is not by a link that somebody has changed', async () => {
    await beRefused();
    const [letter] = await letters();
    const token = tokenOf(letter);
    const [body = '', signature = ''] = token.split('.');
    const other = Buffer.from(body, 'base64url').toString().replace('household_alerts', 'invitations');
    for (const forged of [
      `${Buffer.from(other).toString('base64url')}.${signature}`,
      `${body}.`,
      body,
      `${token}A`,
      'x',
    ])
      expect((await world.anonymous().post(`mail/unsubscribe/${forged}/`, {})).status).toBe(400);
    expect((await world.as('mere').get('users/me/preferences/')).body.mail.household_alerts).toBe(true);
    // Each link does one thing.
    expect((await world.anonymous().post('mail/works/', { token })).status).toBe(400);
  });

  it('is never one about the safety of somebody or of their data: those leave whatever was turned off', async () => {
    await world.as('mere').patch('users/me/preferences/', {
      mail: { household_alerts: false, invitations: false },
    });
    const to = 'mere@example.org';
    const { opener, ground } = world.program;
    const hash = addressHash(ground, to);
    await world.sql(
      'insert into mail_addresses (address_hash, undeliverable_at, complained_at, changed_at) values ($1, now(), now(), now())',
      [hash],
    );
    const all = samples(ground.publicUrl()).filter(
      (letter) => !('good_until' in letter) || topicOf(letter) !== undefined,
    );
    await opener.outside({ origin: { requestId: 'test' } }, async (ctx) => {
      for (const letter of all) sendLetter(ctx, { to, locale: 'en-NZ', letter });
      await Promise.resolve();
    });
    const left = await letters();
    const off = ['many_denials', 'invitation', 'organisation_invitation'];
    expect(left).toHaveLength(all.length - off.length);
    for (const letter of left) expect(letter.unsubscribe).toBeUndefined();
    expect(left.map((letter) => letter.subject)).toContain(
      'A lot of Whānau Ngata-Te Rangihīroa was exported',
    );
  });

  it('may be an invitation: who is no user and wants none gets no other, from whichever household', async () => {
    expect((await invite('guest@example.net')).status).toBe(201);
    const [letter] = await letters();
    expect(letter?.text).toContain('No more invitations from here');
    const answer = await world.anonymous().post(`mail/unsubscribe/${tokenOf(letter)}/`, {});
    expect(answer.body).toEqual({ topic: 'invitations', is_off: true });
    await world.as('zed').post(`households/${world.foreign}/invitations/`, {
      email: 'Guest@Example.net',
      role: 'parent',
      message: '',
    });
    world.clock.advance(30 * 86_400_000);
    expect((await invite('guest@example.net')).status).toBe(201);
    expect(await letters()).toHaveLength(1);
    // The address itself is kept nowhere for that.
    const [row] = await world.sql<{ row: string }>('select mail_addresses::text as row from mail_addresses');
    expect(row?.row).not.toMatch(/guest|example/i);
  });

  it('leaves no more to an address that mail came back from, or whose owner complained', async () => {
    expect((await invite('gone@example.net')).status).toBe(201);
    await letters();
    await world.sql(
      `insert into mail_addresses (address_hash, complained_at, changed_at)
       select address_hash, now(), now() from sent_letters where kind = 'invitation'`,
    );
    await world.as('zed').post(`households/${world.foreign}/invitations/`, {
      email: 'gone@example.net',
      role: 'parent',
      message: '',
    });
    expect(await letters()).toHaveLength(1);
  });
});
