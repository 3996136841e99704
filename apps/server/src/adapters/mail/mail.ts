/** How mail leaves: by SMTP, or as files in a folder, for development and for who sends them by other means. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../platform/config.ts';
import { bySmtp } from './smtp.ts';

export type Mail = {
  /** The same for every try, so that the receiver can tell doubles. */
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly links: readonly string[];
  /** Where one press, of a mail program too, turns mails like this off. */
  readonly unsubscribe?: string | undefined;
};

/** What came of a try, as far as it says what to do next. */
export type Delivery =
  | { readonly kind: 'sent' }
  /** Nobody answered, or asked to come again. */
  | { readonly kind: 'later'; readonly answer: string }
  /** This address takes no mail. */
  | { readonly kind: 'bounced'; readonly answer: string; readonly code: string }
  /** The server takes nothing of ours, until whoever runs this changes something. */
  | { readonly kind: 'refused'; readonly answer: string };

const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()\\,;:"]+$/u;

/** Hands the mail over. What goes wrong outside is an answer and nothing that is thrown. */
export async function deliver(config: Config, mail: Mail): Promise<Delivery> {
  const url = config.MAIL_URL;
  const folder = mailFolder(config);
  if (folder !== undefined) return keep(folder, mail);
  if (url === undefined) return { kind: 'sent' };
  if (!/^smtps?:\/\//.test(url))
    return { kind: 'refused', answer: 'MAIL_URL: smtp://…, smtps://…, dir:PATH or dev: is what can be used' };
  // One address and nothing else: no list, no name, no second line.
  if (!ADDRESS.test(mail.to)) return { kind: 'bounced', answer: 'is no address', code: '5.1.3' };
  const delivery = await bySmtp(config, mail);
  return delivery.kind === 'sent' ? delivery : { ...delivery, answer: masked(delivery.answer, mail.to) };
}

/** The folder that mails are kept in: of `dir:PATH`, or the development mailbox; undefined when they travel. */
export function mailFolder(config: Config): string | undefined {
  const url = config.MAIL_URL ?? (config.NODE_ENV === 'development' ? 'dev:' : '');
  if (url.startsWith('dir:')) return url.slice('dir:'.length);
  return url === 'dev:' ? join(config.DATA_DIR, 'mailbox') : undefined;
}

/** One JSON file a mail; its name sorts by time and is the same when it is written again. */
function keep(folder: string, mail: Mail): Delivery {
  const { id, ...rest } = mail;
  const name = `${mail.at.replace(/[:.]/g, '-')}_${id.replace(/[^\w-]/g, '-')}.json`;
  mkdirSync(folder, { recursive: true });
  // Readers of the folder see a whole mail or none.
  writeFileSync(join(folder, `.${name}`), JSON.stringify(rest, null, 1), { mode: 0o600 });
  renameSync(join(folder, `.${name}`), join(folder, name));
  return { kind: 'sent' };
}

/** Servers like to repeat the address, and this is kept where nobody has to know it. */
function masked(answer: string, address: string): string {
  return answer
    .replaceAll(address, '…')
    .replace(/[^\s<>]+@[^\s<>]+/g, '…')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .slice(0, 300);
}
