import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, SigningWorld } from '../../../test/signing-in.ts';
import { mailWith } from '../../cli/mail.ts';

const SECRET = 'f3a91c7702e84d5bb6c1d0a94e72f815';
const auth = { authorization: `Bearer ${SECRET}` };

describe('the mail provider', () => {
  let signing: SigningWorld;
  let hana: Browser;
  let number = 0;
  let email = '';
  let id = '';

  beforeAll(async () => {
    signing = await makeSigningWorld({ settings: { MAIL_WEBHOOK_SECRET: SECRET } });
  });
  afterAll(async () => {
    await signing.close();
  });
  beforeEach(async () => {
    await signing.world.sql('delete from mail_addresses');
    number += 1;
    email = `hana${number}@example.org`;
    hana = await signing.signUp(email);
    await signing.letters();
    const [row] = await signing.world.sql<{ message_id: string }>(
      "select message_id from sent_letters where kind = 'welcome' order by message_id desc limit 1",
    );
    id = row?.message_id ?? '';
  });

  const report = async (event: object, headers: Record<string, string> = auth) =>
    await signing.browser().post('mail/bounces/', { events: [event] }, headers);
  const state = async (): Promise<string> => (await hana.get('users/me/')).body.mail_state as string;
  const dsn = (messageId: string): string =>
    [
      'Content-Type: multipart/report; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.net',
      '',
      `Final-Recipient: rfc822; ${email}`,
      'Action: failed',
      'Status: 5.1.1',
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${messageId}@localhost>`,
      '--b--',
      '',
    ].join('\r\n');

  it('is asked for its secret before anything of its report is looked at, whatever that is', async () => {
    const bodies = [{ events: [] }, { nonsense: 1 }, '{ no json', undefined];
    for (const authorization of [undefined, 'Bearer wrong', `Basic ${btoa('kinwise:wrong')}`])
      for (const payload of bodies) {
        const { statusCode, body } = await signing.world.http.inject({
          method: 'POST',
          url: '/api/v1/mail/bounces/',
          headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
          ...(payload !== undefined && { payload }),
        });
        expect([statusCode, JSON.parse(body).error_code], JSON.stringify(payload)).toEqual([
          401,
          'AUTH_1001',
        ]);
      }
    expect((await signing.browser().post('mail/bounces/', { nonsense: 1 }, auth)).status).toBe(422);
  });

  it('tells that mail came back, and its reader sees that', async () => {
    expect(await state()).toBe('reached');
    expect((await report({ event: 'bounce', message_id: `<${id}@localhost>`, status: '5.1.1' })).status).toBe(
      204,
    );
    expect(await state()).toBe('undeliverable');
  });

  it('tells it by the mail that came back, as it travelled', async () => {
    const { statusCode } = await signing.world.http.inject({
      method: 'POST',
      url: '/api/v1/mail/bounces/',
      headers: { ...auth, 'content-type': 'message/rfc822' },
      payload: dsn(id),
    });
    expect(statusCode).toBe(204);
    expect(await state()).toBe('undeliverable');
  });

  it('may show the secret as the password of the address', async () => {
    const basic = Buffer.from(`kinwise:${SECRET}`).toString('base64');
    const headers = { authorization: `Basic ${basic}` };
    expect((await report({ event: 'bounce', message_id: id }, headers)).status).toBe(204);
    expect(await state()).toBe('undeliverable');
  });

  it('can hand it over by the command line, where a mailbox is fetched', async () => {
    const out = { write: () => undefined };
    await mailWith(signing.world.program, { args: ['bounce'], message: dsn(id) }, out);
    expect(await state()).toBe('undeliverable');
  });

  it('changes nothing by what may work another time', async () => {
    await report({ event: 'bounce', message_id: id, permanent: false, status: '4.4.7' });
    await report({ event: 'bounce', message_id: id, permanent: true, status: '5.2.2' });
    expect(await state()).toBe('reached');
  });

  it('hears the same whatever it names, so that nobody finds out by it who has an account', async () => {
    const known = await report({ event: 'bounce', message_id: id });
    const unknown = await report({ event: 'bounce', message_id: 'nobody@example.org' });
    expect(unknown).toMatchObject({ status: known.status, body: known.body });
  });

  it.each([
    ['without a secret', {}],
    ['with another one', { authorization: 'Bearer f3a91c7702e84d5bb6c1d0a94e72f816' }],
    ['with none of it', { authorization: 'Bearer ' }],
  ])('is not believed %s', async (_how, headers) => {
    expect(
      (await report({ event: 'bounce', message_id: id }, headers as Record<string, string>)).status,
    ).toBe(401);
    expect(await state()).toBe('reached');
  });

  it('silences no letter about somebody’s safety', async () => {
    await report({ event: 'bounce', message_id: id, status: '5.1.1' });
    await report({ event: 'complaint', message_id: id });
    await hana.post('auth/password/reset/', { email });
    const subjects = (await signing.letters(email)).map((letter) => letter.subject);
    expect(subjects.at(-1)).toBe('Set a new password');
  });

  it('is forgotten when a letter has shown that it arrives', async () => {
    await report({ event: 'bounce', message_id: id, status: '5.1.1' });
    expect((await hana.post('users/me/mail/check/')).status).toBe(204);
    const token = await signing.tokenFor(email);
    // Programs look at every link; only the press counts.
    expect(await state()).toBe('undeliverable');
    expect((await signing.browser().post('mail/works/', { token: `${token}x` })).status).toBe(400);
    expect(await state()).toBe('undeliverable');
    expect((await signing.browser().post('mail/works/', { token })).status).toBe(204);
    expect(await state()).toBe('reached');
  });

  it('is forgotten when a new password was set by a link in a mail', async () => {
    await report({ event: 'bounce', message_id: id, status: '5.1.1' });
    await hana.post('auth/password/reset/', { email });
    const password = 'seven tūī in the flax at dusk';
    const body = {
      token: await signing.tokenFor(email),
      new_password: password,
      new_password_confirm: password,
    };
    expect((await hana.post('auth/password/reset/confirm/', body)).status).toBe(200);
    expect(await signing.world.sql('select 1 from mail_addresses')).toEqual([]);
  });

  it('is forgotten after a while', async () => {
    await report({ event: 'complaint', message_id: id });
    expect(await state()).toBe('unwanted');
    signing.world.clock.advance(181 * 86_400_000);
    await signing.world.sql("select kinwise.enqueue('mail_addresses.forget', '{}', null, null)");
    await signing.world.runJobs();
    expect(await signing.world.sql('select 1 from mail_addresses where complained_at is not null')).toEqual(
      [],
    );
  });

  it('a link that shows that mail arrives is good for a day', async () => {
    await report({ event: 'bounce', message_id: id });
    await hana.post('users/me/mail/check/');
    const token = await signing.tokenFor(email);
    signing.world.clock.advance(25 * 3_600_000);
    expect((await signing.browser().post('mail/works/', { token })).status).toBe(400);
  });
});

describe('without a secret', () => {
  it('there is nothing at the address', async () => {
    const signing = await makeSigningWorld();
    const body = { events: [{ event: 'bounce', message_id: 'x' }] };
    expect((await signing.browser().post('mail/bounces/', body)).status).toBe(404);
    expect((await signing.browser().post('mail/bounces/', { nonsense: 1 })).status).toBe(404);
    await signing.close();
  });
});
