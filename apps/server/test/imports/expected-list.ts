/** The list beside the real files, each format of which says in its own way what it holds, as figures of one kind. */
import { existsSync, readFileSync } from 'node:fs';

export const root = new URL('../../../../../shared/samples/bank-files/', import.meta.url);
const list = new URL('expected.json', root);
export const isHere = existsSync(list);

/** What is said of a file or of a statement; what is not said is left out. Amounts are plain numbers, days are ISO. */
export type Figures = {
  readonly total?: number;
  readonly rejected?: number;
  readonly currency?: string;
  readonly sum_in?: string | undefined;
  readonly sum_out?: string | undefined;
  readonly sum?: string | undefined;
  readonly first_on?: string | null;
  readonly last_on?: string | null;
  readonly opening_balance?: string;
  readonly closing_balance?: string;
};
export type Expectation = {
  readonly file: Figures;
  /** How many statements there are, where that is said. */
  readonly count?: number;
  /** What is said of them; of the last ones perhaps nothing. */
  readonly statements: readonly Figures[];
};

/** A line of `expected.json`: each format has its own way of saying things. */
type Raw = {
  expect?: string;
  transactions?: number;
  rejected_rows?: number;
  currency?: string;
  sum?: string;
  money_in?: string;
  money_out?: string;
  first?: string | null;
  last?: string | null;
  dates?: string[];
  read_61?: { transactions: number; sum: string; first: string; last: string };
  opening?: [day: string, amount: string, currency: string][];
  closing?: [day: string, amount: string, currency: string][];
  statements?: number | RawStatement[];
};
type RawStatement = {
  account: string;
  currency?: string;
  currencies?: string[];
  transactions?: number;
  entries?: number;
  credits?: string;
  debits?: string;
  sum?: string;
  net?: string;
  first: string | null;
  last: string | null;
  ledger_balance?: string;
  balances?: [kind: string, amount: string, side: string, currency: string][];
};

const raw: Readonly<Record<string, Raw>> = isHere ? JSON.parse(readFileSync(list, 'utf8')) : {};

/** Lines that are no row, where the list counts them among the rows. */
const REJECTED: Readonly<Record<string, number>> = {
  'ofx/ofxparse-fail_nice-date_missing.ofx': 3,
  'ofx/ofxparse-fail_nice-decimal_error.ofx': 1,
  'qif/gnucash-ms-money.qif': 1,
  'gnucash/taxreport.gnucash': 12,
};

/** Every file of the list, by its name below `root`. */
export const files: readonly string[] = Object.keys(raw);

/** The currency of the account for which the list reads a table: most tables name none. */
export function accountCurrencyOf(name: string): string | undefined {
  return raw[name]?.currency;
}

/** The account numbers that the list knows of a file's statements. */
export function numbersOf(name: string): readonly string[] {
  const { statements } = raw[name] ?? {};
  return Array.isArray(statements) ? statements.map((one) => one.account) : [];
}

export function expectationOf(name: string): Expectation {
  const one = raw[name] ?? {};
  const rejected = REJECTED[name] ?? one.rejected_rows ?? 0;
  if (Array.isArray(one.statements)) {
    const statements = one.statements.map((part) => figuresOf(part, rejected));
    return { file: { rejected }, count: statements.length, statements };
  }
  if (name.startsWith('mt940/')) return mt940Of(one);
  if (name.startsWith('xlsx/')) {
    const on = { first_on: '2018-12-15', last_on: '2018-12-15', total: 1 };
    return {
      file: { total: 2, rejected },
      count: 2,
      statements: [
        { ...on, currency: 'USD', sum: '-33.50' },
        { ...on, currency: 'EUR', sum: '1525.00' },
      ],
    };
  }
  const total = (one.transactions ?? 0) + (one.rejected_rows ?? 0);
  if (name.startsWith('gnucash/')) return { file: { total, rejected }, statements: [] };
  if (one.dates) {
    const [first_on, last_on] = one.dates.map(qifDay).sort();
    return {
      file: { total, rejected, sum: one.sum, ...(first_on && last_on && { first_on, last_on }) },
      statements: [],
    };
  }
  const { currency = 'NZD', first = null, last = null, money_in: sum_in, money_out: sum_out, sum } = one;
  return {
    file: { total, rejected, currency, sum_in, sum_out, sum, first_on: first, last_on: last },
    statements: [],
  };
}

function figuresOf(one: RawStatement, rejected: number): Figures {
  const total = one.transactions ?? one.entries ?? 0;
  const currency = one.currency || one.currencies?.[0];
  const closing = one.ledger_balance?.replace(',', '.') || balanceOf(one, 'CLBD', currency);
  const opening = balanceOf(one, 'OPBD', currency);
  const all = {
    total,
    rejected,
    ...(currency ? { currency } : {}),
    ...(opening === undefined ? {} : { opening_balance: opening }),
    ...(closing === undefined ? {} : { closing_balance: closing }),
  };
  if (rejected > 0) return all;
  const sum = one.sum ?? one.net;
  return {
    ...all,
    sum,
    sum_in: one.credits,
    sum_out: one.debits,
    first_on: dashed(one.first),
    last_on: dashed(one.last),
  };
}

/** CAMT gives balances in whatever currency; only those of the account's own say something about it. */
function balanceOf(one: RawStatement, kind: string, currency: string | undefined): string | undefined {
  const found = one.balances?.find(([its, , , code]) => its === kind && code === currency);
  return found && `${found[2] === 'DBIT' ? '-' : ''}${found[1]}`;
}

function mt940Of({ statements: count = 0, read_61: read, opening = [], closing = [] }: Raw): Expectation {
  const total = read?.transactions ?? 0;
  const file: Figures = {
    total,
    rejected: 0,
    sum: read?.sum,
    first_on: dashed(read?.first ?? null),
    last_on: dashed(read?.last ?? null),
  };
  const statements = opening.map(
    ([, amount, currency], index): Figures => ({
      currency,
      opening_balance: amount,
      closing_balance: closing[index]?.[1] ?? '',
    }),
  );
  return { file, count: Number(count), statements };
}

/** `20260502` and `260502` as `2026-05-02`. A bank's 30 February is the last day of that month. */
function dashed(day: string | null): string | null {
  if (day === null || day.includes('-')) return day;
  const [, year = '', month = '', date = ''] = /^(\d{2}|\d{4})(\d{2})(\d{2})$/.exec(day) ?? [];
  const real = month === '02' && date === '30' ? '29' : date;
  return `${year.length === 2 ? '20' : ''}${year}-${month}-${real}`;
}

/** `8/ 1/97` and `03/25/099Payee` as `1997-08-01` and `1999-03-25`: the QIF files are of the nineties, month first. */
function qifDay(text: string): string {
  const [, month = '', day = '', year = ''] = /^(\d+)\/\s*(\d+)\/0?(\d\d)/.exec(text) ?? [];
  return `19${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
