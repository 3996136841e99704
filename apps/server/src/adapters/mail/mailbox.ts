/** The development mailbox at /dev/mail: what would have been sent, newest first, and what every kind of letter looks like. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { topicOf } from '../../identity/letter-natures/letter-natures.ts';
import type { Config } from '../../platform/config.ts';
import type { Page } from '../../platform/pages.ts';
import { PAGE_POLICY, detailOf, kindsOf, listOf } from './dev-pages.ts';
import { LETTER_POLICY } from './html.ts';
import { written } from './letters.ts';
import { mailFolder } from './mail.ts';
import type { Mail } from './mail.ts';
import { samples } from './samples.ts';

const SHOWN = 100;
const LOCALES = ['en-NZ', 'mi-NZ'];

type Params = Readonly<Record<string, string>>;

/** Its pages; none outside of development, or where mail really leaves. */
export function mailboxPages(config: Config): Page[] {
  const folder = mailFolder(config);
  if (config.NODE_ENV !== 'development' || folder === undefined) return [];
  const kept = ({ name = '' }: Params): Mail | undefined => readMail(folder, `${name}.json`);
  const sample = ({ kind = '', locale = '' }: Params): Mail | undefined => sampleOf(config, kind, locale);
  return [
    page('/dev/mail', () => listOf(newest(folder))),
    page('/dev/mail/kinds', () => kindsOf(kindsAndLocales(config))),
    ...pagesOf('/dev/mail/kinds/:kind/:locale', sample),
    ...pagesOf('/dev/mail/:name', kept),
  ];

  /** A mail with its headers, text and links, and beside it the HTML as it is. */
  function pagesOf(path: string, find: (params: Params) => Mail | undefined): Page[] {
    return [
      page(path, (params) => {
        const mail = find(params);
        return mail && detailOf(config, mail, pathWith(path, params));
      }),
      {
        path: `${path}/html`,
        answer: async (params) => {
          const mail = find(params);
          return await Promise.resolve(mail && { html: mail.html, policy: LETTER_POLICY });
        },
      },
    ];
  }
}

function page(path: string, html: (params: Params) => string | undefined): Page {
  return {
    path,
    answer: async (params) => {
      const made = html(params);
      return await Promise.resolve(made === undefined ? undefined : { html: made, policy: PAGE_POLICY });
    },
  };
}

/** Only names that were found are put in. */
function pathWith(path: string, params: Params): string {
  return path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''));
}

export type Kept = { readonly name: string; readonly mail: Mail };

function newest(folder: string): Kept[] {
  const names = existsSync(folder) ? readdirSync(folder).filter(isMail).sort().reverse() : [];
  return names.slice(0, SHOWN).flatMap((file) => {
    const mail = readMail(folder, file);
    return mail ? [{ name: file.slice(0, -'.json'.length), mail }] : [];
  });
}

function kindsAndLocales(config: Config): { kind: string; locale: string; subject: string }[] {
  return samples(urlOf(config)).flatMap(({ kind }) =>
    LOCALES.flatMap((locale) => {
      const mail = sampleOf(config, kind, locale);
      return mail ? [{ kind, locale, subject: mail.subject }] : [];
    }),
  );
}

function sampleOf(config: Config, kind: string, locale: string): Mail | undefined {
  const letter = samples(urlOf(config)).find((one) => one.kind === kind);
  if (!letter || !LOCALES.includes(locale)) return undefined;
  const to = 'mere@example.org';
  const office = {
    publicUrl: urlOf(config),
    operator: config.OPERATOR_NAME,
    ...(topicOf(letter) === undefined ? {} : { unsubscribe: 'a-sample-that-turns-nothing-off' }),
  };
  const at = '2026-11-22T02:30:00.000Z';
  return { id: `sample-${kind}`, at, to, ...written({ to, locale, letter }, office) };
}

function urlOf(config: Config): string {
  return (config.PUBLIC_URL ?? `http://localhost:${config.PORT}`).replace(/\/$/, '');
}

function isMail(name: string): boolean {
  return /^[\w-]{1,200}\.json$/.test(name);
}

/** Only names that this program gives are read: nothing of the address can lead out of the folder. */
function readMail(folder: string, name: string): Mail | undefined {
  const path = join(folder, name);
  if (!isMail(name) || !existsSync(path)) return undefined;
  const id = name.slice(name.indexOf('_') + 1, -'.json'.length);
  return { id, ...(JSON.parse(readFileSync(path, 'utf8')) as Omit<Mail, 'id'>) };
}
