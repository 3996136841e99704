/** Mail by SMTP: encrypted where it has to be, over connections that are kept, with an answer that says what to do next. */
import type { Transporter } from 'nodemailer';
import { mailDate } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import { isNearby } from '../../platform/mail-settings.ts';
import type { Delivery, Mail } from './mail.ts';

/** One for each server; the library is loaded with the first mail that travels: the API sends none. */
const transports = new Map<string, Transporter>();

export async function bySmtp(config: Config, mail: Mail): Promise<Delivery> {
  try {
    const transport = await transportTo(config);
    await transport.sendMail({
      from: config.MAIL_FROM,
      ...(config.MAIL_REPLY_TO === undefined ? {} : { replyTo: config.MAIL_REPLY_TO }),
      // As an object it is one address, however it reads.
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      date: mailDate(mail.at),
      messageId: messageIdOf(config, mail.id),
      headers: headersOf(mail),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { kind: 'sent' };
  } catch (error) {
    return deliveryOf(error as SmtpError);
  }
}

/** The header by which receivers tell doubles, and reports name the mail that they are about. */
export function messageIdOf(config: Config, id: string): string {
  const host = /@([\w.-]+)>?$/.exec(config.MAIL_FROM)?.[1] ?? 'localhost';
  return `<${id.replace(/[^\w.-]/g, '-')}@${host}>`;
}

/** What stands above the mail, for looking at. */
export function headersShown(config: Config, mail: Mail): [string, string][] {
  const { unsubscribe } = mail;
  return [
    ['From', config.MAIL_FROM],
    ...(config.MAIL_REPLY_TO === undefined ? [] : [['Reply-To', config.MAIL_REPLY_TO] as [string, string]]),
    ['To', mail.to],
    ['Subject', mail.subject],
    ['Date', mailDate(mail.at)],
    ['Message-ID', messageIdOf(config, mail.id)],
    ...Object.entries(automatic),
    ...(unsubscribe === undefined ? [] : Object.entries(oneClick(unsubscribe))),
  ];
}

/** Ends the connections that were kept. */
export function closeTransports(): void {
  for (const transport of transports.values()) transport.close();
  transports.clear();
}

/** No answering machine shall answer. */
const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

function oneClick(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

function headersOf({ unsubscribe }: Mail): Record<string, string | { prepared: boolean; value: string }> {
  if (unsubscribe === undefined) return automatic;
  // Folded by nobody: a link that is broken over two lines is none (RFC 8058).
  const prepared = Object.entries(oneClick(unsubscribe)).map(([name, value]) => [
    name,
    { prepared: true, value },
  ]);
  return {
    ...automatic,
    ...(Object.fromEntries(prepared) as Record<string, { prepared: boolean; value: string }>),
  };
}

async function transportTo(config: Config): Promise<Transporter> {
  const url = config.MAIL_URL ?? '';
  const known = transports.get(keyOf(config));
  if (known) return known;
  const { createTransport } = await import('nodemailer');
  const patienceMs = config.MAIL_TIMEOUT_SECONDS * 1000;
  const made: Transporter = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    maxMessages: 100,
    // The queue decides what is tried again, and when.
    maxRequeues: 0,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    requireTLS: requiresTls(config),
    ignoreTLS: config.MAIL_TLS === 'off',
    tls: { minVersion: 'TLSv1.2' },
  } as Parameters<typeof createTransport>[0]);
  transports.set(keyOf(config), made);
  return made;
}

function keyOf({ MAIL_URL, MAIL_TLS, NODE_ENV, MAIL_TIMEOUT_SECONDS }: Config): string {
  return [MAIL_URL, MAIL_TLS, NODE_ENV, MAIL_TIMEOUT_SECONDS].join(' ');
}

/** Links in mails open accounts: in production nobody on the way may read them. */
function requiresTls({ MAIL_TLS, MAIL_URL, NODE_ENV }: Config): boolean {
  if (MAIL_TLS === 'auto') return NODE_ENV === 'production' && !isNearby(MAIL_URL);
  return MAIL_TLS === 'required';
}

export type SmtpError = Error & {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
};

/** Whether it is worth trying again, and whose fault it is. */
export function deliveryOf(error: SmtpError): Delivery {
  const answer = error.response ?? error.message;
  const { responseCode = 0, command = '' } = error;
  if (responseCode < 500) return isOurs(error) ? { kind: 'refused', answer } : { kind: 'later', answer };
  const code = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(answer)?.[0] ?? '';
  // The status of RFC 3463: 5.1 and 5.2 speak of the address and its mailbox, 5.7 of what we are allowed.
  const isAboutAddress =
    code === '' ? /RCPT/i.test(command) : /^5\.[12]\./.test(code) && !isAboutSender(code);
  return isAboutAddress ? { kind: 'bounced', answer, code } : { kind: 'refused', answer };
}

/** 5.1.7 and 5.1.8 are about the address that the mail comes from. */
function isAboutSender(code: string): boolean {
  return code === '5.1.7' || code === '5.1.8';
}

/** A name and password, or an encryption, that do not fit will not fit in an hour either. */
function isOurs({ code, responseCode = 0 }: SmtpError): boolean {
  return (code === 'EAUTH' && responseCode === 0) || code === 'ENOAUTH' || code === 'ETLS';
}
