import { plainWords } from '../statements/text/clean.ts';

/**
 * A payee as one text for comparing: small letters, no accents, single spaces. Payees come again and again, and each
 * text is cleaned once.
 */
export function payeeKeys(): (row: { payee: string; memo?: string | undefined }) => string {
  const cleaned = new Map<string, string>();
  const clean = (text: string): string => {
    const known = cleaned.get(text);
    if (known !== undefined) return known;
    const made = plainWords(text);
    cleaned.set(text, made);
    return made;
  };
  return (row) => clean(row.payee) || clean(row.memo ?? '');
}

/** Whether one text is the other cut off, as banks cut names at 18, 20 or 32 letters. */
export function isCutOff(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  return short.length >= 8 && long.startsWith(short);
}

/** From 0 to 1: how many of the shorter text's words the other one has, counting beginnings of words. */
export function likeness(left: string, right: string): number {
  if (left === right) return 1;
  const [few, many] = [wordsOf(left), wordsOf(right)].sort((a, b) => a.length - b.length);
  if (few === undefined || many === undefined || few.length === 0) return 0;
  const found = few.filter((word) => many.some((other) => other === word || startsAlike(word, other)));
  return found.length / few.length;
}

function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => word.length >= 3 && !/^\d+$/.test(word));
}

function startsAlike(left: string, right: string): boolean {
  return left.length >= 5 && right.length >= 5 && (left.startsWith(right) || right.startsWith(left));
}

/** The pattern of an id: two ids of one pattern come from one source, and then different ids are different rows. */
export function idPattern(id: string): string {
  if (/^[0-9a-f-]{32,36}$/i.test(id)) return 'uuid';
  return id.replace(/\d+/g, '9').replace(/[A-Za-z]+/g, 'A');
}
