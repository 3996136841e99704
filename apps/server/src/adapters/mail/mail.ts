/** How mail leaves: by SMTP, or as files in a folder, for development and for who sends them by other means. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Transporter } from 'nodemailer';
import type { Config } from '../../platform/config.ts';

export type Mail = {
  /** The same for every try, so that the receiver can tell doubles. */
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly links: readonly string[];
};

const PATIENCE_MS = 15_000;

/** Hands the mail over, or throws: the job tries again later. */
export async function deliver(config: Config, mail: Mail): Promise<void> {
  const url = config.MAIL_URL;
  const folder = mailFolder(config);
  if (folder !== undefined) keep(folder, mail);
  else if (url !== undefined && /^smtps?:\/\//.test(url)) await bySmtp(url, config.MAIL_FROM, mail);
  else if (url !== undefined)
    throw new Error('MAIL_URL: smtp://…, smtps://…, dir:PATH or dev: is what can be used');
}

/** The folder that mails are kept in: of `dir:PATH`, or the development mailbox; undefined when they travel. */
export function mailFolder(config: Config): string | undefined {
  const url = config.MAIL_URL ?? (config.NODE_ENV === 'development' ? 'dev:' : '');
  if (url.startsWith('dir:')) return url.slice('dir:'.length);
  return url === 'dev:' ? join(config.DATA_DIR, 'mailbox') : undefined;
}

/** One JSON file a mail; its name sorts by time and is the same when it is written again. */
function keep(folder: string, mail: Mail): void {
  const { id, ...rest } = mail;
  const name = `${mail.at.replace(/[:.]/g, '-')}_${id.replace(/[^\w-]/g, '-')}.json`;
  mkdirSync(folder, { recursive: true });
  // Readers of the folder see a whole mail or none.
  writeFileSync(join(folder, `.${name}`), JSON.stringify(rest, null, 1), { mode: 0o600 });
  renameSync(join(folder, `.${name}`), join(folder, name));
}

const transports = new Map<string, Transporter>();

async function bySmtp(url: string, from: string, mail: Mail): Promise<void> {
  const host = /@([\w.-]+)>?$/.exec(from)?.[1] ?? 'localhost';
  const transport = await transportTo(url);
  await transport.sendMail({
    from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.id.replace(/[^\w.-]/g, '-')}@${host}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** The library is loaded with the first mail that travels: the API sends none. */
async function transportTo(url: string): Promise<Transporter> {
  const known = transports.get(url);
  if (known) return known;
  const { createTransport } = await import('nodemailer');
  const made: Transporter = createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS * 2,
  } as Parameters<typeof createTransport>[0]);
  transports.set(url, made);
  return made;
}
