/** A letter as it is sent: subject, plain text and HTML, in the reader's language where there are words for it. */
import type { Letter, Post } from '../../identity/letters/letters.ts';
import { footerOf } from './footers.ts';
import { htmlOf } from './html.ts';
import { textOf } from './text.ts';
import { MI } from './maori-words.ts';
import { EN } from './words.ts';
import type { Words, WordsOf } from './words.ts';

export type Written = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly links: readonly string[];
  /** For the header List-Unsubscribe, where the letter can be turned off. */
  readonly unsubscribe?: string;
};

/** From where letters come. */
export type Office = {
  readonly publicUrl: string;
  readonly operator: string;
  /** The signed text for the link that turns letters of this kind off, for letters that can be. */
  readonly unsubscribe?: string | undefined;
};

/** Everything that a letter shows, in the order in which it is read. */
export type Sheet = Words & {
  readonly language: 'en' | 'mi';
  /** What mail programs show beside the subject. */
  readonly preheader: string;
  /** Why it came and from whom, in English. */
  readonly footer: readonly string[];
  readonly off?: { readonly label: string; readonly url: string } | undefined;
};

/** Te reo Māori that no speaker has read is not passed off as if one had. */
const UNREAD =
  'The words in te reo Māori were written with the help of a machine and wait for a speaker to read them. Corrections are welcome.';

/** Writes a letter; a link that does not begin with the installation's own address is a mistake, and thrown. */
export function written({ letter, locale }: Post, office: Office): Written {
  const own = locale === 'mi-NZ' ? wordsFor(MI, letter) : undefined;
  const words = own ?? wordsFor(EN, letter) ?? unknownLetter(letter);
  if (!words.action.url.startsWith(`${office.publicUrl}/`))
    throw new Error('a letter links to a foreign address');
  const { why, off } = footerOf(letter, office);
  const sheet: Sheet = {
    ...words,
    subject: oneLine(words.subject),
    language: own ? 'mi' : 'en',
    preheader: oneLine(words.paragraphs[0] ?? ''),
    footer: [
      why,
      ...(own ? [UNREAD] : []),
      `Sent by KinWise at ${new URL(office.publicUrl).host}, on behalf of ${office.operator}.`,
    ],
    off,
  };
  return {
    subject: sheet.subject,
    text: textOf(sheet),
    html: htmlOf(sheet),
    links: [words.action.url, ...(off ? [off.url] : [])],
    ...(off ? { unsubscribe: `${office.publicUrl}/api/v1/mail/one-click/${office.unsubscribe ?? ''}/` } : {}),
  };
}

function wordsFor(catalogue: WordsOf, letter: Letter): Words | undefined {
  const words = catalogue[letter.kind] as ((letter: Letter) => Words) | undefined;
  return words?.(letter);
}

/** Names of people and households stand in subjects: they may not begin a header of their own. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

function unknownLetter(letter: Letter): never {
  throw new Error(`there are no words for the letter ${letter.kind}`);
}
