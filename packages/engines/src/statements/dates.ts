import { type Day, day, daysInMonth } from '@kinwise/core/days';
import { isWeekday, monthOfName } from './date-names.ts';
import type { DateOrder } from './types.ts';

/**
 * A date as a file writes it. `order` is set where the writing leaves no choice (`2018-03-01`, `1 Mar 2018`); otherwise
 * `parts` are three numbers whose order only the whole file can tell.
 */
export type DateToken = {
  readonly parts: readonly [number, number, number];
  readonly order?: DateOrder | undefined;
  /** Digits of the year as written: 2 needs a century. */
  readonly yearDigits: number;
  readonly separator: string;
};

const YEAR_FIRST =
  /^(\d{4})\s?([-/.\s年])\s?(\d{1,2})\s?[-/.\s月]\s?(\d{1,2})[日.]?(?:[T\s_,-]+\d{1,2}[:.h].*)?$/;
const YEAR_LAST =
  /^(\d{1,2})\s?([-/.\s])\s?(\d{1,2})\s?[-/.\s'’]\s?(\d{4}|\d{2})\.?(?:[T\s,]+\d{1,2}[:.h].*)?$/;
const NAMED =
  /^(?:\p{L}{2,10}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.|er)?[-/.\s]*(?:de\s+)?(\p{L}{3,12})\.?,?[-/.\s]*(?:de\s+)?(\d{4}|\d{2})(?:[T\s,]+\d{1,2}[:.h].*)?$/u;
const NAMED_FIRST =
  /^(?:\p{L}{2,10}\.?,?\s+)?(\p{L}{3,12})\.?[-/.\s]*(\d{1,2})(?:st|nd|rd|th)?,?[-/.\s]+(\d{4}|\d{2})(?:[T\s,]+\d{1,2}[:.h].*)?$/u;
const NAMED_BETWEEN = /^(\d{4})\.?[-/.\s]*(\p{L}{3,12})\.?[-/.\s]*(\d{1,2})\.?(?:[T\s,]+\d{1,2}[:.h].*)?$/u;
const WEEKDAY = /^(\p{L}{1,14})\.?,?\s+(?=\d{1,4}\s?[-/.\s])/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\d{6}(?:\.\d+)?)?(?:\[.*\])?$/;
const COMPACT_YEAR_LAST = /^(\d{2})(\d{2})(\d{4})$/;

/**
 * The same few days stand in a file again and again, and each is asked for several times. Short texts only: a longer
 * one may be a window onto the whole file, which would be kept with it.
 */
const known = new Map<string, DateToken>();
const KNOWN_MOST = 4_000;
const KNOWN_LENGTH = 12;

/** Takes a cell apart as a date; undefined when it is none. Whether the day exists is asked later, by `dayOf`. */
export function dateToken(cell: string): DateToken | undefined {
  if (cell.length < 6 || cell.length > 45) return undefined;
  if (cell.length > KNOWN_LENGTH) return takenApart(cell);
  const before = known.get(cell);
  if (before !== undefined) return before;
  const token = takenApart(cell);
  if (token === undefined) return undefined;
  if (known.size >= KNOWN_MOST) known.clear();
  known.set(cell, token);
  return token;
}

function takenApart(cell: string): DateToken | undefined {
  const first = cell.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return numericToken(cell) ?? namedToken(cell);
  return /^\p{L}/u.test(cell) ? (namedToken(cell) ?? behindWeekday(cell)) : undefined;
}

/** “Thu 12/11/2026”: only the name of a weekday is no text of its own. */
function behindWeekday(cell: string): DateToken | undefined {
  const [prefix, name] = WEEKDAY.exec(cell) ?? [];
  if (prefix === undefined || name === undefined) return undefined;
  // Many texts end in a number and few in a day, so that the name is looked up last.
  const token = numericToken(cell.slice(prefix.length));
  return token !== undefined && isWeekday(name) ? token : undefined;
}

function numericToken(cell: string): DateToken | undefined {
  const yearFirst = YEAR_FIRST.exec(cell);
  if (yearFirst) return yearFirstToken([yearFirst[1], yearFirst[3], yearFirst[4]], yearFirst[2]);
  const yearLast = YEAR_LAST.exec(cell);
  if (yearLast) return ambiguous(yearLast);
  const compact = COMPACT.exec(cell);
  if (compact && isYear(compact[1])) return yearFirstToken([compact[1], compact[2], compact[3]]);
  const last = COMPACT_YEAR_LAST.exec(cell);
  if (last && isYear(last[3])) {
    return { parts: triple(last[1], last[2], last[3]), yearDigits: 4, separator: '' };
  }
  return undefined;
}

function yearFirstToken(texts: readonly (string | undefined)[], separator = ''): DateToken {
  const parts = triple(texts[0], texts[1], texts[2]);
  return { parts, order: parts[1] > 12 ? 'ydm' : 'ymd', yearDigits: 4, separator };
}

function ambiguous(match: RegExpExecArray): DateToken {
  const [, first, separator = '', second, third = ''] = match;
  return { parts: triple(first, second, third), yearDigits: third.length, separator };
}

function triple(first = '', second = '', third = ''): readonly [number, number, number] {
  return [Number(first), Number(second), Number(third)];
}

function isYear(text = ''): boolean {
  return text >= '1970' && text <= '2200';
}

function namedToken(cell: string): DateToken | undefined {
  const between = cell.charCodeAt(0) <= 0x39 ? NAMED_BETWEEN.exec(cell) : null;
  if (between) return namedBetween(between);
  const dayFirst = NAMED.exec(cell);
  const match = dayFirst ?? NAMED_FIRST.exec(cell);
  if (!match) return undefined;
  const [, left = '', right = '', year = ''] = match;
  const month = monthOfName(dayFirst ? right : left);
  if (month === undefined) return undefined;
  const parts = [Number(dayFirst ? left : right), month, Number(year)] as const;
  return { parts, order: 'dmy', yearDigits: year.length, separator: ' ' };
}

/** “2026. november 12.”, the Hungarian way. */
function namedBetween([, year, name = '', dayOfMonth]: RegExpExecArray): DateToken | undefined {
  const month = monthOfName(name);
  if (month === undefined) return undefined;
  return { parts: [Number(year), month, Number(dayOfMonth)], order: 'ymd', yearDigits: 4, separator: ' ' };
}

/** The day that a token names when its numbers stand in `order`; undefined when there is no such day. */
export function dayOf(token: DateToken, order: DateOrder, today: Day): Day | undefined {
  const [a, b, c] = token.parts;
  const known = token.order ?? order;
  if (known === 'ymd') return day(fullYear(a, token.yearDigits, today), b, c);
  if (known === 'ydm') return day(fullYear(a, token.yearDigits, today), c, b);
  const year = fullYear(c, token.yearDigits, today);
  return known === 'dmy' ? day(year, b, a) : day(year, a, b);
}

/** Two-digit years lie in the past or at most one year ahead; three digits count from 1900, as old programs wrote 2000. */
export function fullYear(year: number, digits: number, today: Day): number {
  if (digits >= 4) return year;
  if (digits === 3) return 1900 + year;
  const century = Number(today.slice(0, 2)) * 100;
  return year <= Number(today.slice(2, 4)) + 1 ? century + year : century - 100 + year;
}

/** The last day of February for the 30th that the 30/360 interest calendar of European banks books; else undefined. */
export function thirtiethOfFebruary(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (month !== 2 || dayOfMonth < 29 || dayOfMonth > 30) return undefined;
  return day(year, 2, daysInMonth(year, 2));
}
