import { analyse } from 'chardet';

export type Decoded = { text: string; encoding: string; confidence: number; reason: string };

type Hints = {
  /** What the person chose. */
  forced?: string | undefined;
  /** What the file says of itself. */
  declared?: string | undefined;
  /** Evidence for the alphabet where bytes alone leave a doubt. */
  currency?: string | undefined;
};

/** Bytes to text. The bytes decide before any declaration does, because exports often declare what they are not. */
export function decodeText(bytes: Uint8Array, hints: Hints = {}): Decoded {
  const forced = hints.forced === undefined ? undefined : decodeAs(bytes, hints.forced, false);
  if (forced !== undefined) return said(forced, hints.forced ?? '', [1, 'You chose it.']);
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return said(decode(bytes, marked), marked, [1, 'The file begins with its mark.']);
  const wide = wideWithoutMark(bytes);
  if (wide !== undefined) return said(decode(bytes, wide), wide, [0.9, 'Every second byte is empty.']);
  const unicode = decodeAs(bytes, 'utf-8', true);
  if (unicode !== undefined) return said(unicode, 'utf-8', [1, 'All bytes are valid UTF-8.']);
  if (isMostlyUnicode(bytes)) {
    return said(decode(bytes, 'utf-8'), 'utf-8', [
      0.7,
      'Nearly all bytes are valid UTF-8; a few are damaged.',
    ]);
  }
  const declared = hints.declared === undefined ? undefined : decodeAs(bytes, hints.declared, true);
  if (declared !== undefined && !/^(?:us-?)?ascii$/i.test(hints.declared ?? '')) {
    return said(declared, canonical(hints.declared ?? ''), [0.8, 'The file names it.']);
  }
  return likeliest(bytes, hints.currency);
}

function said(text: string, encoding: string, [confidence, reason]: readonly [number, string]): Decoded {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return { text: start === 1 ? clean.slice(1) : clean, encoding, confidence, reason };
}

function decodeAs(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return decode(bytes, encoding, fatal);
  } catch {
    return undefined;
  }
}

/** What stands at 0x80 to 0x9f in Windows-1252; five places are empty. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Some versions of Node take Windows-1252 for Latin-1, and so make control characters of €, dashes and quotes. */
function decode(bytes: Uint8Array, encoding: string, fatal = false): string {
  const decoder = new TextDecoder(encoding, { fatal, ignoreBOM: true });
  const text: string = decoder.decode(bytes);
  if (decoder.encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (letter) => WESTERN[letter.charCodeAt(0) - 0x80] ?? letter);
}

function canonical(encoding: string): string {
  return new TextDecoder(encoding).encoding;
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 16) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const half = length / 2;
  if (odd > half * 0.4 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.1) return 'utf-16be';
  return undefined;
}

/** A file cut inside a character, or with one damaged byte among many good ones, is still UTF-8. */
function isMostlyUnicode(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    let tail = 1;
    while (tail < length && ((bytes[index + tail] ?? 0) & 0xc0) === 0x80) tail += 1;
    if (length > 0 && tail === length) {
      good += 1;
      index += length - 1;
    } else if (index + tail < bytes.length || length === 0) {
      bad += 1;
    }
  }
  return good > 0 && bad * 10 <= good;
}

const EAST_ASIAN = new Set(['shift_jis', 'euc-jp', 'euc-kr', 'gb18030', 'big5']);
const SINGLE_BYTE = [
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1257',
];

/** How common each is among bank files, so that a tie does not fall to a rare one. */
const PRIOR: Readonly<Record<string, number>> = {
  'windows-1252': 0.3,
  'windows-1250': 0,
  'iso-8859-2': 0,
  'windows-1251': 0,
  'windows-1253': -0.1,
};

/** Which alphabet a currency makes likely where the bytes leave a choice. */
const ALPHABETS: Readonly<Record<string, string>> = {
  CZK: 'windows-1250',
  PLN: 'windows-1250',
  HUF: 'windows-1250',
  RON: 'windows-1250',
  HRK: 'windows-1250',
  RSD: 'windows-1250',
  RUB: 'windows-1251',
  UAH: 'windows-1251',
  BGN: 'windows-1251',
  BYN: 'windows-1251',
  TRY: 'windows-1254',
};

function likeliest(bytes: Uint8Array, currency: string | undefined): Decoded {
  const sample = bytes.length > 65_536 ? bytes.subarray(0, 65_536) : bytes;
  const opinions = new Map<string, number>();
  for (const match of analyse(sample)) {
    const name = labelOf(match.name);
    if (name !== undefined) opinions.set(name, Math.max(opinions.get(name) ?? 0, match.confidence));
  }
  const east = eastAsian(bytes, sample, opinions);
  if (east !== undefined) return east;
  const hinted = alphabetOf(sample, currency);
  const ranked = SINGLE_BYTE.map((encoding) => ({
    encoding,
    score:
      plausibility(decode(sample, encoding)) +
      (opinions.get(encoding) ?? 0) / 200 +
      (alphabetFamily(encoding) === hinted ? 0.8 : 0) +
      (PRIOR[encoding] ?? -0.3),
  })).sort((a, b) => b.score - a.score);
  const best = ranked[0]?.encoding ?? 'windows-1252';
  const lead = (ranked[0]?.score ?? 0) - (ranked[1]?.score ?? 0);
  const reason = 'Not UTF-8; its accented letters make the most sense this way.';
  return said(decode(bytes, best), best, [Math.min(0.9, 0.5 + lead), reason]);
}

/** Two tables of one alphabet: most of its letters stand in the same places, and the others tell which of them it is. */
function alphabetFamily(encoding: string): string {
  return encoding === 'iso-8859-2' ? 'windows-1250' : encoding;
}

function labelOf(name: string): string | undefined {
  try {
    return canonical(name === 'ISO-8859-2' ? 'windows-1250' : name);
  } catch {
    return undefined;
  }
}

/** East Asian letters come as pairs of high bytes; accented Latin letters stand alone between plain ones. */
function eastAsian(
  bytes: Uint8Array,
  sample: Uint8Array,
  opinions: Map<string, number>,
): Decoded | undefined {
  let high = 0;
  let paired = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if ((sample[index] ?? 0) < 0x80) continue;
    high += 1;
    if ((sample[index - 1] ?? 0) >= 0x80 || (sample[index + 1] ?? 0) >= 0x80) paired += 1;
  }
  if (high === 0 || paired < high * 0.85) return undefined;
  const best = [...opinions].filter(([name]) => EAST_ASIAN.has(name)).sort((a, b) => b[1] - a[1])[0];
  const rival = Math.max(
    0,
    ...[...opinions].filter(([name]) => !EAST_ASIAN.has(name)).map(([, score]) => score),
  );
  if (best === undefined || best[1] < rival) return undefined;
  const text = decodeAs(bytes, best[0], true);
  return text === undefined
    ? undefined
    : said(text, best[0], [best[1] / 100, 'Its byte pairs are letters this way.']);
}

/** The alphabet of the money that the file is in. A payment abroad that one row tells of says nothing of the others. */
function alphabetOf(sample: Uint8Array, currency: string | undefined): string | undefined {
  const text = decode(sample, 'windows-1252');
  const own = /CURDEF>\s*([A-Z]{3})/i.exec(text)?.[1]?.toUpperCase();
  if (own !== undefined) return ALPHABETS[own];
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  for (const [code, encoding] of Object.entries(ALPHABETS)) {
    const named = new RegExp(`\\b${code}\\b`);
    const isInTop = lines.slice(0, TOP_LINES).some((line) => named.test(line) && !/\d[.,]\d\d/.test(line));
    if (isInTop || lines.filter((line) => named.test(line)).length >= lines.length * 0.4) return encoding;
  }
  return currency === undefined ? undefined : ALPHABETS[currency];
}

/** So far reaches what stands above the rows; it has no amounts. */
const TOP_LINES = 20;

/** Up to 1: how much the letters beyond ASCII look like words in this reading. Two or three of them prove little. */
function plausibility(text: string): number {
  let beyond = 0;
  let good = 0;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index] ?? '';
    if (letter < '\u0080') continue;
    beyond += 1;
    good += fits(letter, text[index - 1] ?? ' ', text[index + 1] ?? ' ');
  }
  return good / (beyond + 2);
}

function fits(letter: string, before: string, after: string): number {
  if (letter === '\ufffd' || (letter >= '\u0080' && letter < '\u00a0')) return -3;
  // Signs such as a caron that stands alone count as letters, but make no words.
  const isLetter = /\p{L}/u.test(letter) && !/\p{Lm}/u.test(letter);
  const inside = /\p{L}/u.test(before) || /\p{L}/u.test(after);
  if (!isLetter) return inside && !/[\s€£–—‘’“”…°§«»¡¿·®©™]/u.test(letter) ? -2 : 0.8;
  const strange = isUpper(letter) && isLower(before) ? -1 : 1;
  const isLatin = /\p{Script=Latin}/u.test(letter);
  // No word mixes two scripts, whichever of its letters is looked at.
  const isMixed = [before, after].some((other) => areForeign(letter, other));
  const crowded = isLatin && before > '\u007f' && after > '\u007f' ? -1.2 : 0;
  return strange + (isMixed ? -3 : 0) + crowded;
}

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** Letters of two different scripts; signs and digits are at home in each. */
function areForeign(letter: string, other: string): boolean {
  const [own, its] = [letter, other].map((one) => SCRIPTS.findIndex((script) => script.test(one)));
  return own !== -1 && its !== -1 && own !== its;
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

function isLower(letter: string): boolean {
  return letter !== letter.toUpperCase();
}
