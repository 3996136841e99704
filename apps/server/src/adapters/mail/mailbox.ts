/** The development mailbox at /dev/mail: what would have been sent, newest first. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../platform/config.ts';
import type { Page } from '../../platform/pages.ts';
import { LETTER_POLICY, escaped, pageOf } from './html.ts';
import { mailFolder } from './mail.ts';
import type { Mail } from './mail.ts';

const SHOWN = 100;

/** Its pages; none outside of development, or where mail really leaves. */
export function mailboxPages(config: Config): Page[] {
  const folder = mailFolder(config);
  if (config.NODE_ENV !== 'development' || folder === undefined) return [];
  return [
    { path: '/dev/mail', answer: async () => await Promise.resolve(shown(listPage(folder))) },
    {
      path: '/dev/mail/:name',
      answer: async ({ name = '' }) => {
        const mail = readMail(folder, `${name}.json`);
        return await Promise.resolve(mail && shown(mail.html));
      },
    },
  ];
}

function listPage(folder: string): string {
  const names = existsSync(folder) ? readdirSync(folder).filter(isMail).sort().reverse() : [];
  const items = names.slice(0, SHOWN).flatMap((name) => {
    const mail = readMail(folder, name);
    return mail ? [itemOf(name, mail)] : [];
  });
  const body = items.length === 0 ? '<p>No mail yet.</p>' : items.join('\n');
  return pageOf({ title: 'Mailbox', language: 'en', body: `<h1>Mailbox</h1>\n${body}` });
}

function itemOf(name: string, mail: Mail): string {
  const links = mail.links.map((link) => `<p><a href="${escaped(link)}">${escaped(link)}</a></p>`).join('');
  return `<article><p><strong>${escaped(mail.subject)}</strong><br>
<span class="small">to ${escaped(mail.to)} at ${escaped(mail.at)} · <a href="/dev/mail/${name.slice(0, -'.json'.length)}">as HTML</a></span></p>
<p>${escaped(mail.text)}</p>${links}<hr></article>`;
}

function isMail(name: string): boolean {
  return /^[\w-]{1,200}\.json$/.test(name);
}

/** Only names that this program gives are read: nothing of the address can lead out of the folder. */
function readMail(folder: string, name: string): Mail | undefined {
  const path = join(folder, name);
  if (!isMail(name) || !existsSync(path)) return undefined;
  return JSON.parse(readFileSync(path, 'utf8')) as Mail;
}

function shown(html: string): { html: string; policy: string } {
  return { html, policy: LETTER_POLICY };
}
