import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSigningWorld, registration } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';
import { readConfig } from '../../platform/config.ts';
import { NATURES } from '../../identity/letter-natures/letter-natures.ts';
import { written } from './letters.ts';
import { deliver } from './mail.ts';
import { closeTransports } from './smtp.ts';
import { MI } from './maori-words.ts';
import { EN } from './words.ts';

const HOME = 'https://money.example.org';
const OFFICE = { publicUrl: HOME, operator: 'the Ngata whānau' };

describe('mail', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kinwise-mail-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const mail = {
    id: 'message-1',
    at: '2026-11-22T02:30:00.000Z',
    to: 'hana@example.org',
    subject: 'Kia ora',
    text: 'Text with macrons: whānau',
    html: '<p>whānau</p>',
    links: [`${HOME}/x`],
  };

  it('leaves by SMTP, with the id that every try shares', async () => {
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, _session, done) => {
        let text = '';
        stream.on('data', (chunk: Buffer) => {
          text += chunk.toString('utf8');
        });
        stream.on('end', () => {
          received.push(text);
          done();
        });
      },
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    const config = readConfig({
      NODE_ENV: 'test',
      MAIL_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'KinWise <post@money.example.org>',
    });
    await deliver(config, mail);
    await deliver(config, mail);
    closeTransports();
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
    expect(received).toHaveLength(2);
    for (const text of received) {
      expect(text).toContain('Message-ID: <message-1@money.example.org>');
      expect(text).toContain('To: hana@example.org');
      expect(text).toContain('Auto-Submitted: auto-generated');
      expect(text).toContain('Content-Type: multipart/alternative');
    }
  });

  it('is tried again when the server does not answer', async () => {
    const config = readConfig({ NODE_ENV: 'test', MAIL_URL: 'smtp://127.0.0.1:1' });
    expect(await deliver(config, mail)).toMatchObject({
      kind: 'later',
      answer: expect.stringContaining('ECONNREFUSED') as string,
    });
  });

  it('is one file a mail in a folder, the same file when it is tried twice', async () => {
    const config = readConfig({ NODE_ENV: 'test', MAIL_URL: `dir:${folder}` });
    await deliver(config, mail);
    await deliver(config, mail);
    const names = readdirSync(folder);
    expect(names).toHaveLength(1);
    const { id: _id, ...kept } = mail;
    expect(JSON.parse(readFileSync(join(folder, names[0] ?? ''), 'utf8'))).toEqual(kept);
  });

  it('is not silently lost when MAIL_URL is no address', async () => {
    const config = readConfig({ NODE_ENV: 'test', MAIL_URL: 'pigeon:post' });
    expect(await deliver(config, mail)).toMatchObject({
      kind: 'refused',
      answer: expect.stringContaining('MAIL_URL') as string,
    });
  });
});

describe('a letter', () => {
  const letter = {
    kind: 'invitation',
    inviter_name: 'Mere <b>\r\nBcc: all@example.org',
    household_name: '<script>alert(1)</script>',
    message: 'Come & see "us"',
    link: `${HOME}/invitations/abc`,
    days: 7,
    good_until: '2026-11-29T02:30:00.000Z',
  } as const;

  it('cannot be made to carry HTML or headers by the names in it', () => {
    const { subject, html, links } = written({ to: 'x@example.org', locale: 'en-NZ', letter }, OFFICE);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toMatch(/<script|<b>/);
    expect(html).toContain('Come &amp; see &quot;us&quot;');
    expect(links).toEqual([letter.link]);
  });

  it('links to this installation only', () => {
    const foreign = { ...letter, link: 'https://money.example.org.evil.example/x' };
    expect(() => written({ to: 'x@example.org', locale: 'en-NZ', letter: foreign }, OFFICE)).toThrow(
      /foreign/,
    );
  });

  it('comes in the language of its reader where there are words, and in English where not', () => {
    const reset = {
      kind: 'password_reset',
      name: 'Hana',
      link: `${HOME}/reset-password?token=x`,
      minutes: 60,
      good_until: '2026-11-22T03:30:00.000Z',
    } as const;
    const māori = written({ to: 'x@example.org', locale: 'mi-NZ', letter: reset }, OFFICE);
    expect(māori.subject).toBe('Tautuhi anō i tō kupuhipa');
    expect(māori.html).toContain('<html lang="mi" dir="ltr">');
    // Words that no speaker has read say so; English ones have nothing to say.
    expect(māori.html).toContain('wait for a speaker');
    const alarm = { kind: 'session_copied', name: 'Hana', link: `${HOME}/settings/security` } as const;
    const english = written({ to: 'x@example.org', locale: 'mi-NZ', letter: alarm }, OFFICE);
    expect(english.html).not.toContain('wait for a speaker');
    expect(english.html).toContain('<html lang="en" dir="ltr">');
    expect(Object.keys(MI).every((kind) => kind in EN)).toBe(true);
  });

  it('that an ordinary account gets has words in te reo Māori', () => {
    expect(Object.keys(MI)).toEqual(
      expect.arrayContaining([
        ...['verify_email', 'welcome', 'mail_code', 'password_reset', 'password_changed', 'email_changed'],
        ...['account_locked', 'new_device', 'invitation', 'export_ready', 'deletion_asked'],
      ]),
    );
  });
});

describe('the development mailbox', () => {
  let signing: SigningWorld;
  let dir: string;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'kinwise-data-'));
    signing = await makeSigningWorld({
      settings: { NODE_ENV: 'development', MAIL_URL: 'dev:', DATA_DIR: dir },
    });
  });
  afterAll(async () => {
    await signing.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const page = async (path: string) => await signing.world.http.inject(path);

  it('shows what would have been sent, newest first, under a policy without exceptions', async () => {
    expect((await page('/dev/mail')).body).toContain('No mail yet');
    for (const name of ['first', 'second']) {
      await signing.browser().post('auth/register/', registration(`${name}@example.org`));
      await signing.world.runJobs();
      signing.world.clock.advance(1000);
    }
    const { body, headers, statusCode } = await page('/dev/mail');
    expect(statusCode).toBe(200);
    expect(body.indexOf('second@example.org')).toBeLessThan(body.indexOf('first@example.org'));
    expect(body).toMatch(/<a href="http:\/\/localhost:8000\/verify-email\?token=[\w-]{43}">/);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(String(headers['content-security-policy'])).not.toContain('unsafe');
    const [, path = ''] = /href="(\/dev\/mail\/\d[\w-]+)"/.exec(body) ?? [];
    const letter = await page(path);
    expect(letter.body).toContain('Confirm my address');
    expect(letter.body).toContain('Message-ID: ');
    expect(letter.headers['content-security-policy']).toBe(headers['content-security-policy']);
    const html = await page(`${path}/html`);
    expect(html.body).toContain('Confirm my address');
    // What stands on the elements of a letter has to show; nothing may run or come from elsewhere.
    expect(html.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src-elem 'sha256-/);
  });

  it('shows what every kind of letter looks like, in each language', async () => {
    const { body } = await page('/dev/mail/kinds');
    const paths = [...body.matchAll(/href="(\/dev\/mail\/kinds\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(paths).toHaveLength(Object.keys(NATURES).length * 2);
    for (const path of paths) {
      expect((await page(path)).statusCode, path).toBe(200);
      expect((await page(`${path}/html`)).body, path).toContain('role="main"');
    }
    expect((await page('/dev/mail/kinds/nothing/en-NZ')).statusCode).toBe(404);
  });

  it('reads nothing but mails', async () => {
    for (const path of [
      '/dev/mail/..%2Fsecret',
      '/dev/mail/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
      '/dev/mail/nothing',
    ]) {
      expect((await page(path)).statusCode).toBe(404);
    }
  });
});
