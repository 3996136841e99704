import { type Day, day } from '@kinwise/core/days';
import { formatMinor } from '@kinwise/core/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, rowsOf } from '../testing.ts';

type Row = { on: Day; minor: bigint; payee: string };

const rows = fc
  .array(
    fc.record({
      on: fc.tuple(
        fc.integer({ min: 2015, max: 2025 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      ),
      minor: fc.oneof(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: -9_999_999, max: -1 })),
      payee: fc.stringMatching(/^[A-Z][a-z]{2,9}( [A-Z][a-z]{2,9})?$/),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((list): Row[] => [
    // These two settle what no reader could know: the order of day and month, and the decimal mark.
    { on: '2025-03-25' as Day, minor: -123_456n, payee: 'Anchor One' },
    { on: '2025-03-26' as Day, minor: 654_321n, payee: 'Anchor Two' },
    ...list.map((one) => ({ on: day(...one.on) as Day, minor: BigInt(one.minor), payee: one.payee })),
  ]);

const DATES = {
  'dd/mm/yyyy': (on: Day) => [on.slice(8), on.slice(5, 7), on.slice(0, 4)].join('/'),
  'mm/dd/yyyy': (on: Day) => [on.slice(5, 7), on.slice(8), on.slice(0, 4)].join('/'),
  'dd.mm.yy': (on: Day) => [on.slice(8), on.slice(5, 7), on.slice(2, 4)].join('.'),
  'yyyy-mm-dd': (on: Day) => on as string,
  yyyymmdd: (on: Day) => on.replaceAll('-', ''),
  'with time': (on: Day) => `${on} 08:26:29`,
};

const MARKS = {
  point: (minor: bigint) => formatMinor(minor, 2),
  comma: (minor: bigint) => formatMinor(minor, 2).replace('.', ','),
  'grouped point': (minor: bigint) => grouped(formatMinor(minor, 2), ','),
  'grouped comma': (minor: bigint) => grouped(formatMinor(minor, 2).replace('.', ','), '.'),
};

function grouped(text: string, mark: string): string {
  return text.replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, mark));
}

const layouts = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  date: fc.constantFrom(...(Object.keys(DATES) as (keyof typeof DATES)[])),
  mark: fc.constantFrom(...(Object.keys(MARKS) as (keyof typeof MARKS)[])),
  money: fc.constantFrom('signed', 'words', 'columns', 'balance'),
  names: fc.boolean(),
  preamble: fc.boolean(),
  end: fc.constantFrom('\n', '\r\n'),
  newestFirst: fc.boolean(),
});

type Layout = typeof layouts extends fc.Arbitrary<infer Value> ? Value : never;

describe('a table in any layout', () => {
  it('gives back the rows that were written into it', () => {
    fc.assert(
      fc.property(rows, layouts, (given, layout) => {
        const ordered = [...given].sort((a, b) => (a.on < b.on ? -1 : 1));
        const written = layout.newestFirst ? ordered.reverse() : ordered;
        const got = rowsOf(fileOf(render(written, layout), { currency: 'NZD' }));
        expect(got.map((row) => `${row.on} ${row.amount_minor} ${row.payee}`)).toEqual(
          written.map((row) => `${row.on} ${row.minor} ${row.payee}`),
        );
      }),
      { numRuns: 400 },
    );
  });
});

function render(written: readonly Row[], layout: Layout): string {
  const quote = (cell: string) => (cell.includes(layout.delimiter) ? `"${cell}"` : cell);
  const amount = MARKS[layout.mark];
  let balance = 1_000_000n;
  const balances = new Map<Row, bigint>();
  for (const row of layout.newestFirst ? [...written].reverse() : written) {
    balance += row.minor;
    balances.set(row, balance);
  }
  const money = (row: Row): string[] => {
    const size = amount(row.minor < 0n ? -row.minor : row.minor);
    if (layout.money === 'words') return [size, row.minor < 0n ? 'D' : 'C'];
    if (layout.money === 'columns') return row.minor < 0n ? [size, ''] : ['', size];
    if (layout.money === 'balance') return [amount(row.minor), amount(balances.get(row) ?? 0n)];
    return [amount(row.minor)];
  };
  const names = {
    signed: ['Amount'],
    words: ['Amount', 'D/C'],
    columns: ['Debit', 'Credit'],
    balance: ['Amount', 'Balance'],
  };
  const lines = written.map((row) =>
    [DATES[layout.date](row.on), row.payee, ...money(row)].map(quote).join(layout.delimiter),
  );
  // Two nameless columns of money look alike from either side, so that layout is always named here.
  if (layout.names || layout.money === 'columns') {
    lines.unshift(
      ['Date', 'Description', ...names[layout.money as keyof typeof names]].join(layout.delimiter),
    );
    if (layout.preamble) lines.unshift('Statement of transactions', 'Account: 12-3456-0123456-00');
  }
  return lines.join(layout.end);
}
