/** Days that name no year, as “12 Mar” and “03/12”: the year stands elsewhere in the file, or is the last that fits. */
import { addDays, type Day, day, daysInMonth } from '@kinwise/core/days';
import { amountToken } from '../amounts.ts';
import type { TextRecord } from '../csv/tokenize.ts';
import { monthOfName } from '../date-names.ts';
import { chooseDateOrder } from '../date-order.ts';
import { type DateToken, dateToken, dayOf } from '../dates.ts';
import type { DateOrder, ReadOptions, Warning } from '../types.ts';
import { cellAt, type Grid } from './grid.ts';

/** So many rows with whole days, and the days of the file are whole. */
const ENOUGH = 3;
/** A statement is seldom written later than this after its last day. */
const LATER_DAYS = 31;

/** Two numbers, or a number and the name of a month; the second and third part of a token are filled in later. */
type Yearless = { first: number; second: number; month: number | undefined; separator: string };

const NUMBERS = /^(\d{1,2})(?:([/-])(\d{1,2})|(\.) ?(\d{1,2})\.)$/;
const NAMED = /^(?:\p{L}{2,10}\.?,? )?(\d{1,2})(?:st|nd|rd|th|\.)?[-/ ]?(\p{L}{3,10})\.?$/u;
const NAMED_FIRST = /^(?:\p{L}{2,10}\.?,? )?(\p{L}{3,10})\.?[-/ ](\d{1,2})(?:st|nd|rd|th)?$/u;

/** The grid with a year behind each day that has none, and what to say about it; the grid itself where days are whole. */
export function withYears(grid: Grid, options: ReadOptions): { grid: Grid; warnings: Warning[] } {
  const columns = yearlessColumns(grid);
  if (columns.length === 0) return { grid, warnings: [] };
  const found = grid.records.map((record) => columns.map((column) => yearlessIn(cellAt(record, column))));
  const all = found.flat().filter((one) => one !== undefined);
  const order = orderOf(all, options);
  const top = grid.records.slice(
    0,
    found.findIndex((row) => row.some((one) => one !== undefined)),
  );
  const said = saidIn([...top.map(({ text }) => text), options.fileName ?? ''], options);
  const until =
    said === undefined
      ? options.today
      : lastDay(
          said,
          all.map((one) => placeIn(one, order)),
          options.today,
        );
  const records = grid.records.map((record, row): TextRecord => {
    const cells = [...record.cells];
    for (const [at, column] of columns.entries()) {
      const one = found[row]?.[at];
      if (one !== undefined) cells[column] = written(one, order, until) ?? cells[column] ?? '';
    }
    return { ...record, cells };
  });
  return { grid: { ...grid, records }, warnings: said === undefined ? [assumed(until)] : [] };
}

function assumed(until: Day): Warning {
  const message = `The days name no year, and neither does anything else in the file. Each is taken for the last of its kind up to ${until}. Look at the years before you import.`;
  return { code: 'years_assumed', message };
}

/** The columns of such days, if hardly any row of the file has a whole day. */
function yearlessColumns(grid: Grid): number[] {
  const counts = new Map<number, number>();
  let rows = 0;
  let whole = 0;
  for (const { cells } of grid.records) {
    if (!cells.some((cell) => amountToken(cell) !== undefined)) continue;
    if (cells.some((cell) => dateToken(cell) !== undefined) && ++whole >= ENOUGH) return [];
    const days = cells.flatMap((cell, column) => (yearlessIn(cell) === undefined ? [] : [column]));
    if (days.length > 0) rows += 1;
    for (const column of days) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  if (rows <= whole) return [];
  return [...counts].filter(([, count]) => count >= rows * 0.8).map(([column]) => column);
}

function yearlessIn(cell: string): Yearless | undefined {
  if (cell.length < 3 || cell.length > 20) return undefined;
  const numbers = NUMBERS.exec(cell);
  if (numbers) {
    const [first, second] = [Number(numbers[1]), Number(numbers[3] ?? numbers[5])];
    const isDay = Math.max(first, second) <= 31 && Math.min(first, second) <= 12 && first * second > 0;
    return isDay ? { first, second, month: undefined, separator: numbers[2] ?? numbers[4] ?? '' } : undefined;
  }
  const [, number, name] = NAMED.exec(cell) ?? [];
  const [, nameFirst, numberLast] = number === undefined ? (NAMED_FIRST.exec(cell) ?? []) : [];
  const month = monthOfName(name ?? nameFirst ?? '');
  const first = Number(number ?? numberLast);
  return month === undefined || first < 1 || first > 31
    ? undefined
    : { first, second: month, month, separator: ' ' };
}

/** Whether the day or the month stands first, from all of them; a leap year has every day. */
function orderOf(all: readonly Yearless[], { today, currency, mapping }: ReadOptions): DateOrder {
  const tokens = all.flatMap(({ first, second, month, separator }): DateToken[] =>
    month === undefined ? [{ parts: [first, second, 2024], yearDigits: 4, separator }] : [],
  );
  if (tokens.length === 0) return 'dmy';
  const { order } = chooseDateOrder(tokens, { today, currency });
  return mapping?.date_order ?? order;
}

/** Where a day stands in a year. */
type Place = { month: number; dayOfMonth: number };

function placeIn({ first, second, month }: Yearless, order: DateOrder): Place {
  const isMonthFirst = month === undefined && order === 'mdy';
  return { month: month ?? (isMonthFirst ? first : second), dayOfMonth: isMonthFirst ? second : first };
}

/** The day in the last year in which it is not behind `until`, written so that it can be read in one way. */
function written(one: Yearless, order: DateOrder, until: Day): string | undefined {
  const { month, dayOfMonth } = placeIn(one, order);
  const last = Number(until.slice(0, 4));
  // The 29th of February may be four years back.
  const years = [0, 1, 2, 3, 4].map((back) => last - back);
  return years.map((year) => day(year, month, dayOfMonth)).find((on) => on !== undefined && on <= until);
}

type Said = { days: Day[]; years: number[]; month?: Day | undefined };

const MONTH_OF_YEAR = /(\p{L}{3,10})\.?[- ](20\d{2})(?!\d)/gu;

const WHOLE_DAY =
  /\d{4}-\d{1,2}-\d{1,2}|(?<!\d)20\d{6}(?!\d)|\d{1,2}[-/. ]{1,2}(?:\d{1,2}|\p{L}{3,10}\.?)[-/. ]{1,2}\d{4}|\p{L}{3,10}\.? \d{1,2},? \d{4}/gu;

/** Whole days, and years, in the lines above the rows and in the name of the file. */
function saidIn(texts: readonly string[], { today, currency }: ReadOptions): Said | undefined {
  const text = texts.join('\n').replaceAll('_', ' ');
  const tokens = [...text.matchAll(WHOLE_DAY)].flatMap(([match]) => dateToken(match) ?? []);
  const { order } = chooseDateOrder(tokens, { today, currency });
  const days = tokens.flatMap((token) => dayOf(token, order, today) ?? []);
  const years = [...text.matchAll(/(?<!\d)20\d{2}(?!\d)/g)].map(([match]) => Number(match));
  if (days.length + years.length === 0) return undefined;
  const ends = [...text.matchAll(MONTH_OF_YEAR)].flatMap(([, name = '', year]) => {
    const month = monthOfName(name);
    return month === undefined ? [] : (day(Number(year), month, daysInMonth(Number(year), month)) ?? []);
  });
  return { days: [...new Set(days)].sort(), years, month: ends.sort().at(-1) };
}

/** The last day that a row may have. Of one day alone nobody knows whether the statement begins or ends with it. */
function lastDay({ days, years, month }: Said, places: readonly Place[], today: Day): Day {
  const last = days.at(-1);
  if (last !== undefined && days.length > 1) return last;
  if (last !== undefined) {
    const later = addDays(last, LATER_DAYS);
    return later <= today || last > today ? later : today;
  }
  return month ?? lastInYear(Math.max(...years), places, today);
}

/** A statement over New Year belongs to the year in which it ends, which the order of its rows shows. */
function lastInYear(year: number, places: readonly Place[], today: Day): Day {
  const numbers = places.map(({ month, dayOfMonth }) => month * 31 + dayOfMonth);
  // A leap over half a year is a step over New Year the other way.
  const steps = numbers
    .slice(1)
    .map((number, index) => number - (numbers[index] ?? 0))
    .map((step) => (Math.abs(step) > 186 ? -Math.sign(step) : Math.sign(step)));
  const direction = steps.reduce((sum, step) => sum + step, 0);
  const latest = direction === 0 ? undefined : places.at(direction > 0 ? -1 : 0);
  const on = latest && day(year, latest.month, latest.dayOfMonth);
  if (on !== undefined) return on;
  const inMonths = new Set(places.map(({ month }) => month));
  const isWinter = inMonths.has(12) && inMonths.has(1) && !inMonths.has(6) && !inMonths.has(7);
  const end = day(year, isWinter ? 6 : 12, isWinter ? 30 : 31) ?? today;
  return year === Number(today.slice(0, 4)) && end > today ? today : end;
}
