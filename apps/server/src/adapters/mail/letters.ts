/** A letter as it is sent: subject, plain text and HTML, in the reader's language where there are words for it. */
import type { Letter, Post } from '../../identity/letters/letters.ts';
import { htmlOf } from './html.ts';
import { EN, MI } from './words.ts';
import type { Words, WordsOf } from './words.ts';

export type Written = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly links: readonly string[];
};

/** Writes a letter; a link that does not begin with the installation's own address is a mistake, and thrown. */
export function written(post: Post, publicUrl: string): Written {
  const { letter, locale } = post;
  const own = locale === 'mi-NZ' ? wordsFor(MI, letter) : undefined;
  const words = own ?? wordsFor(EN, letter) ?? unknownLetter(letter);
  if (!words.action.url.startsWith(`${publicUrl}/`)) throw new Error('a letter links to a foreign address');
  return {
    subject: oneLine(words.subject),
    text: textOf(words),
    html: htmlOf(words, own ? 'mi' : 'en'),
    links: [words.action.url],
  };
}

function wordsFor(catalogue: WordsOf, letter: Letter): Words | undefined {
  const words = catalogue[letter.kind] as ((letter: Letter) => Words) | undefined;
  return words?.(letter);
}

function textOf({ greeting, paragraphs, code, action, closing }: Words): string {
  const [first = '', ...others] = paragraphs;
  const shown = code === undefined ? [] : [code];
  return [greeting, first, ...shown, ...others, `${action.label}:\n${action.url}`, closing, 'KinWise'].join(
    '\n\n',
  );
}

/** Names of people and households stand in subjects: they may not begin a header of their own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 200);
}

function unknownLetter(letter: Letter): never {
  throw new Error(`there are no words for the letter ${letter.kind}`);
}
