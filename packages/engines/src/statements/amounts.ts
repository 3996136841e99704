import { exponentOf, isCurrency } from '@kinwise/core/currencies';
import { AMOUNT_MAX_MINOR } from '@kinwise/core/money';
import { bare } from './text/clean.ts';
import type { DecimalMark, Warning } from './types.ts';

/** An amount as a file writes it, taken apart but not yet valued: the decimal mark is known only from the whole file. */
export type AmountToken = {
  negative: boolean;
  /** Whether the cell itself carries a sign (plus, minus, brackets). */
  signed: boolean;
  /** Digits with their marks, such as `1.183,23`. */
  digits: string;
  /** A currency sign or code beside the digits, as written. */
  symbol: string;
  /** CR or DR behind the digits. */
  word: string;
};

const PLAIN = /^[+-]?\d+(?:[.,]\d{1,2})?$/;
const AMOUNT =
  /^(\()?([+\-−–]?)\s*([\p{L}\p{Sc}][\p{L}\p{Sc}$.]{0,4})?\s*([+\-−–]?)\s*(\d[\d.,'’٫\s]*|[.,]\d+)([\-−–]?)(?:\s*([\p{L}\p{Sc}][\p{L}\p{Sc}.]{0,4}))?\s*([+\-−–]?)(\))?$/u;
const MINUS = /[-−–]/;
const DIRECTION_WORD = /^(?:CR|DR|C|D|DB|DEB|CRED)$/i;
const SYMBOL_WORDS = new Set(
  'kr kr. zł zl kč kc ft lei lev r rs rs. rm tl bs fr fr. sfr us$ nz$ a$ au$ c$ ca$ s$ sg$ hk$ r$ лв лв. руб руб. р. ₽ din. kn'.split(
    ' ',
  ),
);

/** Takes a cell apart as an amount; undefined when it is none. Refuses exponents, letters and digits of other scripts. */
export function amountToken(cell: string): AmountToken | undefined {
  if (PLAIN.test(cell)) {
    const first = cell.charCodeAt(0);
    const signed = first === 0x2d || first === 0x2b;
    return { negative: first === 0x2d, signed, digits: signed ? cell.slice(1) : cell, symbol: '', word: '' };
  }
  if (cell.length > 60) return undefined;
  const match = AMOUNT.exec(bare(cell));
  return match ? dressedToken(match) : undefined;
}

/** An amount with brackets, a sign somewhere, a currency before or behind, or CR and DR behind. */
function dressedToken(match: RegExpExecArray): AmountToken | undefined {
  const [, open, lead, before = '', inner, digits = '', behindDigits, after = '', trail, close] = match;
  const bracketed = open !== undefined;
  const signs = [lead, inner, behindDigits, trail].filter((sign) => sign !== undefined && sign !== '');
  if (bracketed !== (close !== undefined) || signs.length > (bracketed ? 0 : 1)) return undefined;
  const word = DIRECTION_WORD.test(after) ? after.toUpperCase() : '';
  const behind = word === '' ? after : '';
  if (!isSymbol(before) || !isSymbol(behind)) return undefined;
  const negative = bracketed || MINUS.test(signs[0] ?? '');
  const symbol = before === '' ? behind : before;
  return {
    negative,
    signed: bracketed || signs.length === 1,
    digits: digits.replace(/٫/g, ',').trim(),
    symbol,
    word,
  };
}

function isSymbol(text: string): boolean {
  if (text === '' || /\p{Sc}/u.test(text)) return true;
  const word = text.toLowerCase();
  return SYMBOL_WORDS.has(word) || isCurrency(text.toUpperCase()) || !/\p{Script=Latin}/u.test(text);
}

/** Whether the cell alone says that money went out: by its sign, or by DR behind it. */
export function isOut({ negative, word }: AmountToken): boolean {
  return negative || word.startsWith('D');
}

export type MinorAmount = { minor: bigint; rounded: boolean };

/**
 * The token's size in minor units, without its sign. A writing that makes sense only under the other decimal mark is
 * read so, because some files mix both. Undefined when it makes no sense at all or is larger than KinWise keeps. Digits beyond the currency's exponent are rounded half up, and said so.
 */
export function minorOf(digits: string, mark: DecimalMark, currency: string): MinorAmount | undefined {
  return minorUnder(digits, mark, currency) ?? minorUnder(digits, mark === '.' ? ',' : '.', currency);
}

function minorUnder(digits: string, mark: DecimalMark, currency: string): MinorAmount | undefined {
  const split = digits.lastIndexOf(mark);
  const whole = split === -1 ? digits : digits.slice(0, split);
  const decimals = split === -1 ? '' : digits.slice(split + 1);
  if (!/^\d*$/.test(decimals) || !isGrouped(whole, mark)) return undefined;
  const plain = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  if ((plain === '' && decimals === '') || plain.length > 16) return undefined;
  const exponent = exponentOf(currency);
  const kept = decimals.slice(0, exponent).padEnd(exponent, '0');
  const lost = decimals.slice(exponent);
  const minor = BigInt(`${plain}${kept}` || '0') + (/^[5-9]/.test(lost) ? 1n : 0n);
  return minor > AMOUNT_MAX_MINOR ? undefined : { minor, rounded: /[1-9]/.test(lost) };
}

/** Whole digits alone, or in groups: of three, or the Indian way of two before the last three. */
function isGrouped(whole: string, mark: DecimalMark): boolean {
  if (/^\d*$/.test(whole)) return true;
  if (whole.includes(mark)) return false;
  return /^\d{1,3}(?:([.,'’\s])\d{3})(?:\1\d{3})*$/.test(whole) || /^\d{1,2}(?:,\d{2})*,\d{3}$/.test(whole);
}

export const AMOUNTS_AMBIGUOUS: Warning = {
  code: 'amounts_ambiguous',
  message:
    'Every amount that has a mark has three digits behind it, and nothing tells whether these are thousands or decimals. Look at the amounts before you import.',
};

/** Money with decimals by its standard, of which nobody has coins or writes any: what stands behind a mark is whole. */
const WITHOUT_COINS = new Set(['AMD', 'COP', 'HUF', 'IDR', 'IRR', 'LAK', 'LBP', 'MMK', 'TWD', 'TZS', 'UZS']);

/** Whether amounts of this money have two decimals, so that three of them are odd. */
export function hasCoins(currency: string): boolean {
  return exponentOf(currency) === 2 && !WITHOUT_COINS.has(currency);
}

/** So many amounts below a thousand without a mark, and those with one have groups: decimals would vary. */
const ENOUGH_SMALL = 3;

/** What all amounts of a file say together about its decimal mark. Feed it every amount, then ask. */
export class DecimalEvidence {
  private point = 0;
  private comma = 0;
  private weakPoint = 0;
  private weakComma = 0;
  /** Amounts without any mark, up to three digits and more. */
  private small = 0;
  private ungrouped = 0;

  add(digits: string): void {
    const lastPoint = digits.lastIndexOf('.');
    const lastComma = digits.lastIndexOf(',');
    if (lastPoint === -1 && lastComma === -1) {
      if (/^\d{1,3}$/.test(digits)) this.small += 1;
      else this.ungrouped += 1;
      return;
    }
    if (lastPoint !== -1 && lastComma !== -1) {
      if (lastPoint > lastComma) this.point += 1;
      else this.comma += 1;
      return;
    }
    const mark = lastPoint === -1 ? ',' : '.';
    const position = Math.max(lastPoint, lastComma);
    const behind = digits.length - position - 1;
    const repeated = digits.indexOf(mark) !== position;
    // A group of thousands has one to three digits before it: 1387.660 is a fraction.
    const decimal = !repeated && (behind !== 3 || position > 3 || /^0?[.,]/.test(digits));
    if (decimal) this.count(mark, 1);
    else if (repeated) this.count(mark === '.' ? ',' : '.', 1);
    else if (mark === '.') this.weakPoint += 1;
    else this.weakComma += 1;
  }

  /** `thousandths`: whether the currency has three decimals, so that `4.750` is likelier a fraction than 4750. */
  decide(thousandths: boolean): { mark: DecimalMark; confidence: number; reason: string } {
    const total = this.point + this.comma;
    if (total > 0) {
      const mark = this.comma > this.point ? ',' : '.';
      const confidence = Math.max(this.point, this.comma) / total;
      return { mark, confidence, reason: `${Math.max(this.point, this.comma)} of ${total} amounts show it.` };
    }
    if (this.weakPoint + this.weakComma === 0) {
      return { mark: '.', confidence: 0.9, reason: 'No amount has decimals.' };
    }
    const seen = this.weakComma > this.weakPoint ? ',' : '.';
    const mark = thousandths === (seen === '.') ? '.' : ',';
    const confidence = this.isGrouped() ? 0.7 : 0.45;
    return { mark, confidence, reason: 'Every amount has three digits behind its mark.' };
  }

  /** Nothing but three digits behind one mark, in money of two decimals: whole thousands, or finer than its coins. */
  isBare(currency: string): boolean {
    return exponentOf(currency) === 2 && this.point + this.comma === 0 && this.weakPoint + this.weakComma > 0;
  }

  /** The same, and neither the money nor the amounts without a mark tell which of the two it is. */
  isOpen(currency: string): boolean {
    return this.isBare(currency) && hasCoins(currency) && !this.isGrouped();
  }

  private isGrouped(): boolean {
    return this.small >= ENOUGH_SMALL && this.ungrouped === 0;
  }

  private count(mark: DecimalMark, weight: number): void {
    if (mark === '.') this.point += weight;
    else this.comma += weight;
  }
}

const SYMBOLS: Readonly<Record<string, string>> = {
  '£': 'GBP',
  '€': 'EUR',
  '₹': 'INR',
  '₽': 'RUB',
  '₩': 'KRW',
  '₪': 'ILS',
  '₫': 'VND',
  '₴': 'UAH',
  zł: 'PLN',
  kč: 'CZK',
  ft: 'HUF',
  r$: 'BRL',
  us$: 'USD',
  nz$: 'NZD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  s$: 'SGD',
  hk$: 'HKD',
  'د.ا': 'JOD',
};

/** The currency that a sign or code beside an amount names; undefined where it could be several, as `$` and `kr`. */
export function currencyOfSymbol(symbol: string): string | undefined {
  if (symbol === '') return undefined;
  const upper = symbol.toUpperCase();
  if (upper.length === 3 && isCurrency(upper)) return upper;
  return SYMBOLS[symbol.toLowerCase()] ?? SYMBOLS[symbol.toLowerCase().replace(/\.$/, '')];
}
