import { type Day, day } from '@kinwise/core/days';
import { minorOf } from '../amounts.ts';
import { fullYear, thirtiethOfFebruary } from '../dates.ts';
import { nothingMoved } from '../nothing-moved.ts';
import { cleanText } from '../text/clean.ts';
import { withoutPlaceholder } from './placeholder.ts';

export type Entry = {
  on: Day;
  booked_on?: Day | undefined;
  amount_minor: bigint;
  /** The bank only expects it (EC and ED of interim reports). */
  pending: boolean;
  kind: string;
  reference: string;
  bank_reference: string;
  supplement: string;
  rounded: boolean;
  /** The value date does not exist (30 February of the interest calendar); the month's last day stands for it. */
  moved: boolean;
};

export type EntryFailure = { code: string; message: string };

const ENTRY =
  /^(\d{6})\s?(\d{4})?\s*(R?[CDcd]|E[CD])([A-Z])?\s*(\d[\d.]*(?:,\d*)?|,\d+)\s*([A-Z][A-Z0-9]{3})?(.*)$/s;

/** Reads field 61. Reversals turn round: RC takes a credit back, RD gives a debit back. */
export function readEntry(lines: readonly string[], currency: string, today: Day): Entry | EntryFailure {
  const [first = '', ...rest] = lines;
  const match = ENTRY.exec(first.trim());
  if (!match)
    return {
      code: 'unreadable_entry',
      message: 'Its field 61 does not begin with a day, a mark and an amount.',
    };
  const [, value = '', booking, written = '', , amount = '', kind = '', tail = ''] = match;
  const mark = written.toUpperCase();
  const date = valueDay(value, today);
  const booked = booking === undefined ? undefined : bookingDay(booking, value, today);
  const on = date.on ?? booked;
  if (on === undefined) return { code: 'impossible_day', message: `There is no day “${value}” (field 61).` };
  const size = minorOf(amount.replace(/,$/, ''), ',', currency);
  if (size === undefined)
    return { code: 'unreadable_amount', message: `“${amount}” is no amount (field 61).` };
  if (size.minor === 0n) return nothingMoved(amount, { ...size, currency });
  const isIn = mark === 'C' || mark === 'RD' || mark === 'EC';
  const [reference = '', bank = ''] = tail.split('//');
  return {
    on,
    booked_on: booked === on ? undefined : booked,
    amount_minor: isIn ? size.minor : -size.minor,
    pending: mark.startsWith('E'),
    kind,
    reference: withoutPlaceholder(reference),
    bank_reference: withoutPlaceholder(bank),
    supplement: cleanText(rest.join(' ').replace(CODE_OF_BOOKING, '')),
    rounded: size.rounded,
    moved: date.moved,
  };
}

/** A number of the bank for the kind of booking, which says nothing to people. */
const CODE_OF_BOOKING = /^\s*\/TRCD\/\w*\/?\s*$/;

function valueDay(text: string, today: Day): { on: Day | undefined; moved: boolean } {
  const year = fullYear(Number(text.slice(0, 2)), 2, today);
  const month = Number(text.slice(2, 4));
  const dayOfMonth = Number(text.slice(4, 6));
  const on = day(year, month, dayOfMonth);
  if (on !== undefined) return { on, moved: false };
  return { on: thirtiethOfFebruary(year, month, dayOfMonth), moved: true };
}

/** The booking day has no year: it is the one nearest to the value date. */
function bookingDay(text: string, value: string, today: Day): Day | undefined {
  const year = fullYear(Number(value.slice(0, 2)), 2, today);
  const month = Number(text.slice(0, 2));
  const apart = month - Number(value.slice(2, 4));
  return day(apart > 6 ? year - 1 : apart < -6 ? year + 1 : year, month, Number(text.slice(2, 4)));
}
