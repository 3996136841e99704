import { describe, expect, it, onTestFinished } from 'vitest';
import { makeMailServer } from '../../../test/mail-server.ts';
import type { MailServer } from '../../../test/mail-server.ts';
import { readConfig } from '../../platform/config.ts';
import type { Config } from '../../platform/config.ts';
import { deliver } from './mail.ts';
import { deliveryOf } from './smtp.ts';

const mail = {
  id: 'message-1',
  at: '2026-11-22T02:30:00.000Z',
  to: 'hana@example.org',
  subject: 'Kia ora',
  text: 'Text',
  html: '<p>Text</p>',
  links: [],
};

async function serverWith(options: Parameters<typeof makeMailServer>[0] = {}): Promise<MailServer> {
  const server = await makeMailServer(options);
  onTestFinished(async () => {
    await server.close();
  });
  return server;
}

function configFor(url: string, more: Record<string, string> = {}): Config {
  return readConfig({
    NODE_ENV: 'test',
    MAIL_URL: url,
    MAIL_FROM: 'KinWise <post@money.example.org>',
    MAIL_TIMEOUT_SECONDS: '2',
    ...more,
  });
}

describe('a mail that travels', () => {
  it('says from whom, where answers go, when, and that nobody need answer', async () => {
    const server = await serverWith();
    const config = configFor(server.url, { MAIL_REPLY_TO: 'help@money.example.org' });
    expect(await deliver(config, mail)).toEqual({ kind: 'sent' });
    const [text = ''] = server.received;
    expect(text).toMatch(/^From: KinWise <post@money\.example\.org>$/m);
    expect(text).toMatch(/^Reply-To: help@money\.example\.org$/m);
    expect(text).toMatch(/^Date: Sun, 22 Nov 2026 02:30:00 \+0000$/m);
    expect(text).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(text).not.toMatch(/^(List-Unsubscribe|Bcc)/m);
  });

  it('that can be turned off carries its link in one line, for one press', async () => {
    const server = await serverWith();
    const unsubscribe = `https://money.example.org/api/v1/mail/one-click/${'x'.repeat(180)}/`;
    await deliver(configFor(server.url), { ...mail, unsubscribe });
    const [text = ''] = server.received;
    expect(text).toContain(`\r\nList-Unsubscribe: <${unsubscribe}>\r\n`);
    expect(text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
  });

  it.each([
    'hana@example.org\r\nBcc: all@example.org',
    'hana@example.org, all@example.org',
    'Hana <hana@example.org>',
    'hana',
    '',
  ])('goes to one address and nothing else: %j is none', async (to) => {
    const server = await serverWith();
    expect(await deliver(configFor(server.url), { ...mail, to })).toMatchObject({
      kind: 'bounced',
      code: '5.1.3',
    });
    expect(server.received).toEqual([]);
  });

  it('gets no header of its own by its subject', async () => {
    const server = await serverWith();
    await deliver(configFor(server.url), { ...mail, subject: 'Kia ora\r\nBcc: all@example.org' });
    expect(server.received[0]).not.toMatch(/^Bcc:/m);
  });

  it('does not leave unencrypted where encryption is required, and whoever runs this hears of it', async () => {
    const server = await serverWith();
    const config = configFor(server.url, { MAIL_TLS: 'required' });
    expect(await deliver(config, mail)).toMatchObject({ kind: 'refused' });
    expect(server.received).toEqual([]);
  });

  it('does not trust a certificate that nobody vouches for', async () => {
    const server = await serverWith({ disabledCommands: ['AUTH'] });
    expect((await deliver(configFor(server.url, { MAIL_TLS: 'required' }), mail)).kind).not.toBe('sent');
    expect(server.received).toEqual([]);
  });

  it('is kept for whoever runs this when name and password are wrong', async () => {
    const server = await serverWith({
      disabledCommands: ['STARTTLS'],
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => {
        done(Object.assign(new Error('5.7.8 wrong password'), { responseCode: 535 }));
      },
    });
    const url = server.url.replace('smtp://', 'smtp://kinwise:wrong@');
    expect(await deliver(configFor(url), mail)).toMatchObject({ kind: 'refused' });
  });
});

describe('in production', () => {
  const production = {
    NODE_ENV: 'production',
    SECRET_KEY: 'pK3+vN8yQ2mZ7wL5tR1xB6cJ9hF4dS0g',
    PUBLIC_URL: 'https://money.example.org',
    TRUST_PROXY: '10.0.0.5',
  };

  it('encryption may be off only towards this machine', () => {
    const off = (MAIL_URL: string): Config => readConfig({ ...production, MAIL_URL, MAIL_TLS: 'off' });
    expect(off('smtp://localhost:25').MAIL_TLS).toBe('off');
    expect(off('smtp://[::1]:25').MAIL_TLS).toBe('off');
    for (const url of ['smtp://mail.example.org', 'smtp://10.0.0.5', 'smtp://127.0.0.1.example.org'])
      expect(() => off(url)).toThrow('MAIL_TLS');
  });
});

describe('an answer of the mail server', () => {
  const answer = (responseCode: number | undefined, response: string, more = {}) =>
    deliveryOf(
      Object.assign(new Error(response), { ...(responseCode ? { responseCode } : {}), response, ...more }),
    ).kind;

  it.each([
    ['later', 421, '4.3.2 going down', {}],
    ['later', 450, '4.2.1 busy', { command: 'RCPT TO' }],
    ['later', 454, '4.7.0 temporary authentication failure', { code: 'EAUTH' }],
    ['later', undefined, 'Connection closed', { code: 'ECONNECTION' }],
    ['later', undefined, 'getaddrinfo EAI_AGAIN', { code: 'EDNS' }],
    ['bounced', 550, 'no such user', { command: 'RCPT TO' }],
    ['bounced', 550, '550 5.1.1 unknown', { command: 'DATA' }],
    ['bounced', 552, '552 5.2.2 mailbox full', { command: 'RCPT TO' }],
    ['refused', 550, '550 5.7.1 relaying denied', { command: 'RCPT TO' }],
    ['refused', 550, '550 5.1.8 bad sender', { command: 'RCPT TO' }],
    ['refused', 554, 'no', { command: 'DATA' }],
    ['refused', 553, 'not your address', { command: 'MAIL FROM' }],
    ['refused', 535, '535 5.7.8 wrong password', { code: 'EAUTH', command: 'AUTH PLAIN' }],
  ] as const)('means %s: %s %s', (...[kind, code, text, more]) => {
    expect(answer(code, text, more)).toBe(kind);
  });
});
