import { exponentOf } from './currencies.ts';
import { type Day, daysBetween, type Month, weekdayOf } from './days.ts';
import { dayNamesOf, relativeWords } from './format-names.ts';
import { formatWire, type Money } from './money.ts';

/**
 * How amounts, days and counts are written for people, the same in mails of the server and on the phone.
 * Browsers carry no data for te reo Māori and would silently write American English, so 'mi' is never handed to Intl:
 * numbers come from English rules, names from our own tables.
 */
export type FormatLocale = {
  /** A BCP 47 tag such as `en-NZ`, `en-AU` or `mi-NZ`. */
  readonly tag: string;
  /** Which set of te reo Māori names of months and days: the maramataka's (default) or the transliterated ones. */
  readonly names?: 'maramataka' | 'loan';
};

export const EN_NZ: FormatLocale = { tag: 'en-NZ' };

const MINUS = '−';

/** An amount: minor units with currency, or the wire's decimal string with its currency beside it. */
export type Amount = Money | { readonly amount: string; readonly currency: string };

export type MoneyStyle = {
  /** `auto` writes only the minus; `always` also the plus; `never` leaves both to the words beside it. */
  readonly sign?: 'auto' | 'always' | 'never';
  /** `never` rounds to whole units, half away from zero. */
  readonly cents?: 'always' | 'never';
};

/** The pieces of a written amount, for screens that set cents smaller than dollars. */
export type MoneyParts = {
  readonly sign: '' | '+' | typeof MINUS;
  /** Symbol with any space that belongs to it (`$`, `NZD `). */
  readonly symbol: string;
  readonly whole: string;
  /** Decimal point with decimals, or empty (`.20`). */
  readonly cents: string;
};

/** Writes an amount exactly, without a float on the way: `−$1,234.50`. */
export function formatMoney(amount: Amount, locale: FormatLocale = EN_NZ, style: MoneyStyle = {}): string {
  const parts = moneyParts(amount, locale, style);
  return parts.sign + parts.symbol + parts.whole + parts.cents;
}

export function moneyParts(amount: Amount, locale: FormatLocale = EN_NZ, style: MoneyStyle = {}): MoneyParts {
  const wire = 'amount' in amount ? amount.amount : formatWire(amount);
  const negative = wire.startsWith('-') && /[1-9]/.test(wire);
  const formatter = currencyFormat(numberTag(locale.tag), amount.currency, style.cents === 'never');
  let symbol = '';
  let whole = '';
  let cents = '';
  for (const part of formatter.formatToParts(wire.replace('-', '') as Intl.StringNumericLiteral)) {
    if (part.type === 'currency' || part.type === 'literal') symbol += part.value.replace(/\s/u, '\u00a0');
    else if (part.type === 'decimal' || part.type === 'fraction') cents += part.value;
    else whole += part.value;
  }
  return { sign: signOf(negative, /[1-9]/.test(wire), style.sign ?? 'auto'), symbol, whole, cents };
}

/** The currency's symbol as the locale writes it: `$` for NZD in New Zealand, `US$` for USD. */
export function currencySymbol(currency: string, locale: FormatLocale = EN_NZ): string {
  return moneyParts({ amount: '0', currency }, locale).symbol.trim();
}

export type DayStyle =
  /** 22 Nov */
  | 'short'
  /** Sun 22 Nov */
  | 'medium'
  /** Sunday 22 November */
  | 'long'
  /** Sunday 22 November 2026 */
  | 'full'
  /** 22 November 2026 */
  | 'date'
  /** 22/11/2026 */
  | 'numeric';

/** A locale that also knows what today is: a day of another year then carries its year in every style. */
export type DayLocale = FormatLocale & { readonly today?: Day | undefined };

/** Writes a day. */
export function formatDay(on: Day, style: DayStyle, locale: DayLocale = EN_NZ): string {
  const [year = '', month = '', dayOfMonth = ''] = on.split('-');
  if (style === 'numeric') return `${dayOfMonth}/${month}/${year}`;
  const names = dayNamesOf(locale);
  const weekday = weekdayOf(on) - 1;
  const long = style === 'long' || style === 'full' || style === 'date';
  const months = long ? names.months : names.shortMonths;
  const written = `${Number(dayOfMonth)} ${months[Number(month) - 1] ?? ''}`;
  const otherYear = locale.today !== undefined && locale.today.slice(0, 4) !== year;
  const withYear = style === 'full' || style === 'date' || otherYear ? `${written} ${year}` : written;
  if (style === 'short' || style === 'date') return withYear;
  return `${(long ? names.weekdays : names.shortWeekdays)[weekday] ?? ''} ${withYear}`;
}

/** Today, yesterday, tomorrow in words; any other day as `Fri 20 Nov`, or in the style that is asked for. */
export function formatNearDay(
  on: Day,
  today: Day,
  locale: FormatLocale & { readonly style?: DayStyle } = EN_NZ,
): string {
  const words = relativeWords(locale);
  const away = daysBetween(today, on);
  if (away === 0) return words.today;
  if (away === -1) return words.yesterday;
  if (away === 1) return words.tomorrow;
  return formatDay(on, locale.style ?? 'medium', { ...locale, today });
}

/** `November 2026`, or `Nov` when short. */
export function formatMonth(
  month: Month,
  locale: FormatLocale = EN_NZ,
  style: 'long' | 'name' | 'short' = 'long',
): string {
  const names = dayNamesOf(locale);
  const index = Number(month.slice(5, 7)) - 1;
  if (style === 'short') return names.shortMonths[index] ?? month;
  const name = names.months[index] ?? month;
  return style === 'name' ? name : `${name} ${month.slice(0, 4)}`;
}

/** The seven names of weekdays, Monday first. */
export function weekdayNames(
  locale: FormatLocale = EN_NZ,
  style: 'long' | 'short' = 'short',
): readonly string[] {
  const names = dayNamesOf(locale);
  return style === 'long' ? names.weekdays : names.shortWeekdays;
}

/** The time of day of an instant (milliseconds since 1970) in a time zone: `9:41 am`. */
export function formatTime(instantMs: number, timeZone: string, locale: FormatLocale = EN_NZ): string {
  const key = `${locale.tag} ${timeZone}`;
  let formatter = times.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(numberTag(locale.tag), {
      hour: 'numeric',
      minute: '2-digit',
      timeZone,
    });
    times.set(key, formatter);
  }
  return formatter.format(instantMs).replace(/\s/gu, '\u00a0');
}

/** A whole number with separators of thousands. */
export function formatCount(count: number | bigint, locale: FormatLocale = EN_NZ): string {
  return plainFormat(numberTag(locale.tag)).format(count).replace('-', MINUS);
}

/** A share of one as whole per cent: 0.256 is `26%`. */
export function formatShare(share: number): string {
  return `${Math.round(share * 100)}%`.replace('-', MINUS);
}

/**
 * Reads what a person typed as an amount (`$1,234.5`, `12`, `−3.20`) into the wire form, or undefined when it is none.
 * Separators of thousands must stand where they belong: `1,23` is refused, not guessed, and so is another currency.
 */
export function readTypedAmount(typed: string, currency: string): string | undefined {
  const text = withoutCurrency(typed, currency);
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', grouped = '', decimals = ''] = match;
  if (grouped === '' && decimals === '') return undefined;
  const exponent = exponentOf(currency);
  if (decimals.length > exponent) return undefined;
  const whole = grouped.replaceAll(',', '').replace(/^0+(?=\d)/, '') || '0';
  return sign + whole + (exponent > 0 ? `.${decimals.padEnd(exponent, '0')}` : '');
}

/** The text without spaces, without the currency before or behind it, and without a plus; a minus is a plain one. */
export function withoutCurrency(typed: string, currency: string): string {
  const text = typed.replace(/\s/gu, '').replace(/[−–]/gu, '-').replace(/^\+/, '').toUpperCase();
  const minus = text.startsWith('-') ? '-' : '';
  const rest = text.slice(minus.length);
  for (const sign of signsOf(currency)) {
    if (rest.startsWith(sign)) return minus + rest.slice(sign.length);
    if (rest.endsWith(sign)) return minus + rest.slice(0, -sign.length);
  }
  return text;
}

/** As the currency is written at home (`$`), abroad (`NZ$`), and by its code. */
function signsOf(currency: string): readonly string[] {
  let found = signs.get(currency);
  if (!found) {
    const symbol = currencySymbol(currency);
    const home = /\p{Sc}$/u.exec(symbol)?.[0] ?? symbol;
    found = [symbol, home, `${currency.slice(0, 2)}${home}`, currency].map((sign) => sign.toUpperCase());
    signs.set(currency, found);
  }
  return found;
}

const signs = new Map<string, readonly string[]>();
const currencies = new Map<string, Intl.NumberFormat>();
const plains = new Map<string, Intl.NumberFormat>();
const times = new Map<string, Intl.DateTimeFormat>();

function signOf(negative: boolean, nonZero: boolean, sign: 'auto' | 'always' | 'never'): MoneyParts['sign'] {
  if (sign === 'never' || !nonZero) return '';
  if (negative) return MINUS;
  return sign === 'always' ? '+' : '';
}

/** Numbers in te reo Māori are written as in New Zealand English. */
function numberTag(tag: string): string {
  return tag.startsWith('mi') ? 'en-NZ' : tag;
}

function currencyFormat(tag: string, currency: string, whole: boolean): Intl.NumberFormat {
  const key = `${tag} ${currency} ${whole}`;
  let formatter = currencies.get(key);
  if (!formatter) {
    const digits = whole ? 0 : exponentOf(currency);
    formatter = new Intl.NumberFormat(tag, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    currencies.set(key, formatter);
  }
  return formatter;
}

function plainFormat(tag: string): Intl.NumberFormat {
  let formatter = plains.get(tag);
  if (!formatter) {
    formatter = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
    plains.set(tag, formatter);
  }
  return formatter;
}
