import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatter } from '@lingui/format-po';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';
import { compiled, shapedIn } from '../../tools/po-plugin.ts';
import { compilePlain } from './plain.ts';
import { compile, shape } from './shaped.ts';

const SOURCE = join(import.meta.dirname, '..');
const format = formatter({ explicitIdAsDefault: true });

type Catalogue = Record<string, { translation?: string }>;

function catalogue(language: string): Catalogue {
  const file = join(SOURCE, `words/${language}.po`);
  return format.parse(readFileSync(file, 'utf8'), {
    locale: language,
    sourceLocale: 'en-NZ',
    filename: file,
  }) as Catalogue;
}

/** Every sentence that a screen says by `i18n._('…')`. */
function said(): Set<string> {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes('.test.'),
  );
  const sentences = new Set<string>();
  for (const file of files) {
    const text = readFileSync(join(SOURCE, file), 'utf8');
    for (const [, quoted = ''] of text.matchAll(/\bi18n\._\(\s*('(?:[^'\\]|\\.)*')/g)) {
      sentences.add(quoted.slice(1, -1).replaceAll("\\'", "'"));
    }
  }
  return sentences;
}

describe('The catalogues', () => {
  const english = catalogue('en-NZ');

  test('know every sentence that has places or plurals; run `npx lingui extract` in apps/web when this fails', () => {
    const shaped = [...said()].filter((sentence) => sentence.includes('{'));
    expect(shaped.length).toBeGreaterThan(5);
    expect(shaped.filter((sentence) => !(sentence in english))).toEqual([]);
  });

  test('are filled from `i18n._` alone: under another name a sentence would not be found', () => {
    const hidden = /\{\s*i18n:\s*\w+\s*\}\s*=\s*useLingui|\b(?!i18n\b)\w+\._\(\s*'/;
    const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?<!\.test)\.tsx?$/.test(file),
    );
    expect(sources.filter((file) => hidden.test(readFileSync(join(SOURCE, file), 'utf8')))).toEqual([]);
  });

  test.each(['en-NZ', 'mi-NZ'])('can be read throughout (%s)', (language) => {
    expect(() => compiled(catalogue(language))).not.toThrow();
  });

  test('in te reo Māori use the same places as the English sentence', () => {
    const places = (text: string) => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1]).sort();
    for (const [id, { translation }] of Object.entries(catalogue('mi-NZ'))) {
      if (translation) expect([id, places(translation)]).toEqual([id, places(id)]);
    }
  });

  test('leave to the app only sentences that it takes apart just as the compiler does', () => {
    const kept = compiled(english);
    const left = Object.keys(english).filter((id) => !(id in kept));
    expect(left.length).toBeGreaterThan(100);
    for (const id of left) expect([id, compilePlain(id)]).toEqual([id, compileMessageOrThrow(id)]);
  });

  test('leave out what says itself, and compile what has plurals', () => {
    const messages = compiled({
      Today: { translation: 'Today' },
      'For {email}.': {},
      '{name} invites you': { translation: 'Nā {name} te pōwhiri' },
      '{n, plural, one {#} other {#}}': {},
    });
    expect(Object.keys(messages)).toEqual(['{name} invites you', '{n, plural, one {#} other {#}}']);
  });

  test('give each module the sentences with plurals that it says, and nothing else', () => {
    const kept = compiled(english);
    const source = "i18n._('{count, plural, one {# part} other {# parts}}', { count }); i18n._('No payee')";
    expect(shapedIn(source, kept).map(([id]) => id)).toEqual([
      '{count, plural, one {# part} other {# parts}}',
    ]);
    const plural = [...said()].filter((sentence) => sentence.includes(', plural,'));
    expect(plural.length).toBeGreaterThan(50);
    expect(plural.filter((sentence) => !(sentence in kept))).toEqual([]);
  });

  test('say by its module what is in no catalogue, and otherwise take it apart', () => {
    const sentence = '{days, plural, one {a day} other {# days}}';
    const [message] = Object.values(compiled({ [sentence]: {} }));
    if (typeof message !== 'object') throw new Error('a plural has to be compiled');
    shape([[sentence, message]]);
    expect(compile(sentence)).toEqual(message);
    expect(compile('Kia ora {name}')).toEqual(['Kia ora ', ['name']]);
  });
});
