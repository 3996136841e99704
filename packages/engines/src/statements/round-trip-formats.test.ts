import { type Day, day } from '@kinwise/core/days';
import { formatMinor } from '@kinwise/core/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf } from './testing.ts';

type Row = { on: Day; minor: bigint; payee: string; memo: string; id: string };

const words = fc.stringMatching(/^[A-Z][a-zé]{2,9}( & [A-Z][a-z]{2,9}| [a-zü]{2,9})?$/);

const rows = fc
  .array(
    fc.record({
      on: fc.tuple(
        fc.constantFrom(2024, 2025),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      ),
      minor: fc.oneof(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: -9_999_999, max: -1 })),
      payee: words,
      memo: fc.oneof(fc.constant(''), words),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list): Row[] => [
    // These two settle what no reader could know: the order of day and month, and the decimal mark.
    { on: '2025-03-25' as Day, minor: -123_456n, payee: 'Anchor', memo: '', id: 'ID2025000001' },
    ...list.map(({ on, minor, payee, memo }, at) => ({
      on: day(...on) as Day,
      minor: BigInt(minor),
      payee,
      memo: payee.includes(memo) ? '' : memo,
      id: `ID20250001${at + 10}`,
    })),
  ]);

const end = fc.constantFrom('\n', '\r\n');
const size = (minor: bigint, mark = ',') => formatMinor(minor < 0n ? -minor : minor, 2).replace('.', mark);
const xml = (text: string) => text.replaceAll('&', '&amp;');

function same(text: string, given: readonly Row[], of: (row: Row) => Partial<Row> = (row) => row): void {
  const file = fileOf(text, { currency: 'EUR' });
  expect(file.warnings).toEqual([]);
  expect(file.statements).toHaveLength(1);
  expect(file.statements[0]?.rejected).toEqual([]);
  const got = file.statements[0]?.rows.map((row) => ({
    on: row.on,
    minor: row.amount_minor,
    payee: row.payee,
    memo: row.memo,
    id: row.bank_id,
  }));
  expect(got).toEqual(given.map((row) => ({ id: undefined, ...of(row) })));
}

function balanceOf(given: readonly Row[]): bigint {
  return given.reduce((sum, row) => sum + row.minor, 10_000n);
}

describe('what is written into a bank’s format comes out of it', () => {
  const dialect = fc.record({
    isClosed: fc.boolean(),
    isBare: fc.boolean(),
    mark: fc.constantFrom('.', ','),
    zone: fc.constantFrom('', '120000', '000000.000[-5:EST]', '235959[+13:NZDT]'),
    prefix: fc.constantFrom('', 'ofx:'),
    end: fc.constantFrom('', '\n', '\r\n'),
  });
  type Dialect = typeof dialect extends fc.Arbitrary<infer Value> ? Value : never;

  function ofx(given: readonly Row[], how: Dialect): string {
    const leaf = (name: string, text: string) =>
      `<${how.prefix}${name}>${text}${how.isClosed ? `</${how.prefix}${name}>` : ''}${how.end}`;
    const group = (name: string, ...inner: string[]) =>
      `<${how.prefix}${name}>${how.end}${inner.join('')}</${how.prefix}${name}>${how.end}`;
    const text = (value: string) => (how.isBare ? value : xml(value));
    const entries = given.map((row) =>
      group(
        'STMTTRN',
        leaf('TRNTYPE', 'OTHER'),
        leaf('DTPOSTED', row.on.replaceAll('-', '') + how.zone),
        leaf('TRNAMT', (row.minor < 0n ? '-' : '') + size(row.minor, how.mark)),
        leaf('FITID', row.id),
        leaf('NAME', text(row.payee)),
        row.memo === '' ? '' : leaf('MEMO', text(row.memo)),
      ),
    );
    const account = group('BANKACCTFROM', leaf('BANKID', '12'), leaf('ACCTID', '12-3'));
    const statement = group('STMTRS', leaf('CURDEF', 'EUR'), account, group('BANKTRANLIST', ...entries));
    return group('OFX', group('BANKMSGSRSV1', group('STMTTRNRS', statement)));
  }

  it('OFX, with and without closing tags, on one line or many', () => {
    fc.assert(fc.property(rows, dialect, (given, how) => same(ofx(given, how), given)));
  });

  it('QIF, in any order of day and month and with either mark', () => {
    const days = {
      'dd/mm/yyyy': (on: Day) => `${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}`,
      'mm/dd/yy': (on: Day) => `${on.slice(5, 7)}/${on.slice(8)}/${on.slice(2, 4)}`,
      "m/d'yy": (on: Day) => `${Number(on.slice(5, 7))}/${Number(on.slice(8))}'${on.slice(2, 4)}`,
      'dd.mm.yyyy': (on: Day) => `${on.slice(8)}.${on.slice(5, 7)}.${on.slice(0, 4)}`,
      'yyyy-mm-dd': (on: Day) => on as string,
    };
    const how = fc.record({
      date: fc.constantFrom(...(Object.keys(days) as (keyof typeof days)[])),
      mark: fc.constantFrom('.', ','),
      indent: fc.constantFrom('', ' '),
      end,
    });
    fc.assert(
      fc.property(rows, how, (given, { date, mark, indent, end }) => {
        const lines = given.flatMap((row) => [
          `D${days[date](row.on)}`,
          `T${row.minor < 0n ? '-' : ''}${size(row.minor, mark)}`,
          `P${row.payee}`,
          ...(row.memo === '' ? [] : [`M${row.memo}`]),
          '^',
        ]);
        const text = ['!Type:Bank', ...lines].map((line) => indent + line + end).join('');
        same(text, given, ({ on, minor, payee, memo }) => ({ on, minor, payee, memo }));
      }),
    );
  });

  it('MT940, with its texts in numbered parts or named tags, wrapped where the line is full', () => {
    const how = fc.record({
      purpose: fc.constantFrom('?', '~', '<', '>', 'named'),
      isReversed: fc.boolean(),
      envelope: fc.constantFrom('', '{1:F01BANKNL2U}{2:O940}{4:'),
      end,
    });
    fc.assert(
      fc.property(rows, how, (given, { purpose, isReversed, envelope, end }) => {
        const entries = given.flatMap((row) => {
          const mark = row.minor < 0n ? (isReversed ? 'RC' : 'D') : isReversed ? 'RD' : 'C';
          const text =
            purpose === 'named'
              ? `/TRTP/SEPA/IBAN/NL26VAYB8060476890/NAME/${row.payee}/REMI/${row.memo}`
              : `166${purpose}00TEXT${purpose}20SVWZ+${row.memo}${purpose}32${row.payee}`;
          const first = `:61:${row.on.slice(2).replaceAll('-', '')}${mark}${size(row.minor)}NTRFNONREF//${row.id}`;
          return [first, ...(`:86:${text}`.match(/.{1,65}/g) ?? [])];
        });
        const balance = (minor: bigint) => `${minor < 0n ? 'D' : 'C'}250101EUR${size(minor)}`;
        const lines = [
          `${envelope}:20:X`,
          ':25:BANK/123456',
          ':28C:1/1',
          `:60F:${balance(10_000n)}`,
          ...entries,
        ];
        const text = [...lines, `:62F:${balance(balanceOf(given))}`, '-', ''].join(end);
        same(text, given);
      }),
    );
  });

  it('CAMT, old and new, with and without prefixes', () => {
    const how = fc.record({
      isNew: fc.boolean(),
      prefix: fc.constantFrom('', 'n0:'),
      isTimed: fc.boolean(),
      envelope: fc.boolean(),
      end,
    });
    fc.assert(
      fc.property(rows, how, (given, { isNew, prefix, isTimed, envelope, end }) => {
        const tag = (name: string, inner: string, more = '') =>
          `<${prefix}${name}${more}>${inner}</${prefix}${name}>${end}`;
        const money = (minor: bigint) =>
          tag('Amt', size(minor, '.'), ' Ccy="EUR"') + tag('CdtDbtInd', minor < 0n ? 'DBIT' : 'CRDT');
        const party = (name: string) => (isNew ? tag('Pty', tag('Nm', name)) : tag('Nm', name));
        const when = (on: Day) => (isTimed ? tag('DtTm', `${on}T23:00:00+13:00`) : tag('Dt', on));
        const entries = given.map((row) => {
          const parties = tag('RltdPties', tag(row.minor < 0n ? 'Cdtr' : 'Dbtr', party(xml(row.payee))));
          const memo = row.memo === '' ? '' : tag('RmtInf', tag('Ustrd', xml(row.memo)));
          const status = tag('Sts', isNew ? tag('Cd', 'BOOK') : 'BOOK');
          const details = tag('NtryDtls', tag('TxDtls', parties + memo));
          const head = money(row.minor) + status + tag('BookgDt', when(row.on));
          return tag('Ntry', head + tag('AcctSvcrRef', row.id) + details);
        });
        const balance = (code: string, minor: bigint) =>
          tag(
            'Bal',
            tag('Tp', tag('CdOrPrtry', tag('Cd', code))) +
              money(minor) +
              tag('Dt', when('2025-01-01' as Day)),
          );
        const ends = balance('OPBD', 10_000n) + balance('CLBD', balanceOf(given));
        const statement = tag('Stmt', tag('Acct', tag('Id', tag('IBAN', 'NL26'))) + ends + entries.join(''));
        const body = tag('Document', tag('BkToCstmrStmt', statement));
        same(envelope ? `<Box>${body}</Box>` : body, given);
      }),
    );
  });
});
