/** Marks without width that exports carry inside cells: byte order marks, direction marks, zero-width spaces. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** Control bytes, tabs and line ends: all of them spaces to a reader. */
const CONTROL = /\p{Cc}/gu;

/** Text without invisible marks and outer spaces: for reading values, not for people. */
export function bare(text: string): string {
  return text.search(INVISIBLE) === -1 ? text.trim() : text.replace(INVISIBLE, '').trim();
}

/** Most cells are clean already. */
const CLEAN = /^(?:[!-:<-~]+(?: [!-:<-~]+)*)?$/;

/** A text as a person would write it: single spaces, no control bytes, no lone semicolon at the end. */
export function cleanText(text: string): string {
  if (CLEAN.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(CONTROL, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?:\s*;)+\s*$/, '')
    .trim();
}

/** Texts joined for a memo: empty ones and those already said within another are left out. */
export function joinTexts(texts: readonly string[], separator = ' '): string {
  const kept: string[] = [];
  for (const text of texts) {
    const clean = cleanText(text);
    if (clean !== '' && !kept.some((other) => other.includes(clean))) kept.push(clean);
  }
  return kept.join(separator);
}

/** Lower case letters and digits without accents, words apart by one space: for comparing, never for showing. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}+/-]+/gu, ' ')
    .trim();
}

/** A line for a message: cleaned and cut so that it never floods a page. */
export function excerpt(text: string, length = 80): string {
  const clean = cleanText(text);
  return clean.length > length ? `${cut(clean, length - 1)}…` : clean;
}

/** The beginning of a text. A character that takes two places is left out rather than torn: half of one is no text. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const isTorn = /[\ud800-\udbff]/.test(text.charAt(length - 1));
  return text.slice(0, isTorn ? length - 1 : length);
}

const UNSTORABLE = /[\0\ud800-\udfff]/;

/** A text that a database stores: a NUL is left out, and half a character is shown as what it is. */
export function storable(text: string): string {
  if (!UNSTORABLE.test(text)) return text;
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');
}
