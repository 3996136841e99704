import { existsSync, readFileSync } from 'node:fs';
import { exponentOf } from '@kinwise/core/currencies';
import type { Day } from '@kinwise/core/days';
import { formatMinor } from '@kinwise/core/money';
import { describe, expect, it } from 'vitest';
import { readStatements } from './read.ts';
import type { ReadOutcome, Statement, StatementRow } from './types.ts';

/** Real files of banks and apps, kept beside the repository; whoever has none runs every other test. */
const ROOT = new URL('../../../../../shared/samples/bank-files/', import.meta.url);
const LIST = new URL('expected.json', ROOT);
const isHere = existsSync(LIST);

type Numbers = { transactions: number; sum?: string; first?: string | null; last?: string | null };
type Expected = Partial<Numbers> & {
  money_in?: string;
  money_out?: string;
  rejected_rows?: number;
  currency?: string;
  expect?: string;
  dates?: string[];
  message?: string;
  format?: string;
  total_transactions?: number;
  read_61?: Numbers;
  opening?: [string, string, string][];
  closing?: [string, string, string][];
  statements?: number | ExpectedStatement[];
};
type ExpectedStatement = {
  account: string;
  currency?: string;
  currencies?: string[];
  transactions?: number;
  entries?: number;
  sum?: string;
  net?: string;
  first: string | null;
  last: string | null;
  missing_date?: number;
  unparseable_amounts?: number;
  ledger_balance?: string;
};

const expectations: Record<string, Expected> = isHere ? JSON.parse(readFileSync(LIST, 'utf8')) : {};

describe.skipIf(!isHere)('real files of banks and apps (skipped where the sample folder is absent)', () => {
  for (const [name, expected] of Object.entries(expectations)) {
    it(`${name} gives what is expected of it`, () => {
      const bytes = readFileSync(new URL(name, ROOT));
      const outcome = read(bytes, {
        fileName: name.split('/').pop() ?? '',
        currency: expected.currency ?? 'NZD',
      });
      if (expected.expect !== undefined) return expectRefusal(outcome);
      if (name.startsWith('ofx/')) return expectOfx(outcome, expected);
      if (name.startsWith('camt/')) return expectCamt(outcome, expected);
      if (name.startsWith('mt940/')) return expectMt940(outcome, expected);
      if (name.startsWith('qif/')) return expectQif(outcome, expected);
      if (name.startsWith('gnucash/')) return expectGnucash(outcome, expected);
      if (name.startsWith('xlsx/')) return expectWorkbook(outcome);
      expectTable(outcome, expected);
    });
  }
});

function read(bytes: Uint8Array, options: { fileName: string; currency: string }): ReadOutcome {
  const steps = readStatements(bytes, { ...options, today: '2026-11-22' as Day });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function statementsOf(outcome: ReadOutcome): Statement[] {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}: ${outcome.refusal.message}`);
  return outcome.file.statements;
}

function expectRefusal(outcome: ReadOutcome): void {
  expect(outcome.ok).toBe(false);
  if (outcome.ok) return;
  expect(outcome.refusal.message).toMatch(/\w+ .*\.$|”\.$/);
  expect(outcome.refusal.cure).not.toBe('');
}

function total(rows: readonly StatementRow[], currency = rows[0]?.currency ?? 'NZD'): string {
  return formatMinor(
    rows.reduce((sum, row) => sum + row.amount_minor, 0n),
    exponentOf(currency),
  );
}

function expectSum(rows: readonly StatementRow[], expected: string | undefined): void {
  const got = Number(total(rows));
  expect(Math.abs(got - Number(expected))).toBeLessThan(0.0051);
}

function days(rows: readonly StatementRow[]): [Day | undefined, Day | undefined] {
  const sorted = rows.map((row) => row.on).sort();
  return [sorted[0], sorted[sorted.length - 1]];
}

function expectTable(outcome: ReadOutcome, expected: Expected): void {
  const statements = statementsOf(outcome);
  const rows = statements.flatMap((statement) => statement.rows);
  expect(rows).toHaveLength(expected.transactions ?? -1);
  expect(statements.flatMap((statement) => statement.rejected)).toHaveLength(expected.rejected_rows ?? -1);
  expectSum(rows, expected.sum);
  expectSum(
    rows.filter((row) => row.amount_minor > 0n),
    expected.money_in,
  );
  expectSum(
    rows.filter((row) => row.amount_minor < 0n),
    expected.money_out,
  );
  expect(days(rows)).toEqual([expected.first, expected.last]);
  expect(new Set(rows.map((row) => row.currency))).toEqual(new Set([expected.currency]));
}

function dashed(day: string | null): string | undefined {
  return day === null ? undefined : day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

function expectOfx(outcome: ReadOutcome, expected: Expected): void {
  const wanted = expected.statements as ExpectedStatement[];
  if (wanted.length === 0) return expectRefusal(outcome);
  const statements = statementsOf(outcome);
  expect(statements).toHaveLength(wanted.length);
  for (const [index, statement] of statements.entries()) {
    const one = wanted[index] as ExpectedStatement;
    const damaged = statement.rejected.length;
    expect(statement.account?.number).toBe(one.account);
    if (one.currency !== '') expect(statement.currency).toBe(one.currency);
    expect(statement.rows.length + damaged).toBe(one.transactions);
    if (Number((one.ledger_balance ?? '').replace(',', '.'))) {
      const balance = {
        amount_minor: statement.closing?.amount_minor,
        currency: statement.currency,
      } as StatementRow;
      expectSum([balance], (one.ledger_balance ?? '').replace(',', '.'));
    }
    if (damaged > 0) {
      expect(statement.rejected.every((row) => row.line > 1 && row.message !== '')).toBe(true);
      continue;
    }
    expectSum(statement.rows, one.sum);
    expect(days(statement.rows)).toEqual([dashed(one.first), dashed(one.last)]);
  }
}

function expectCamt(outcome: ReadOutcome, expected: Expected): void {
  const wanted = expected.statements as ExpectedStatement[];
  if (wanted.length === 0) return expectRefusal(outcome);
  const statements = statementsOf(outcome);
  expect(outcome.ok && outcome.file.format).toBe(
    (expected.message ?? '').replace(/^camt\.(\d+).*/, 'camt$1'),
  );
  expect(statements).toHaveLength(wanted.length);
  for (const [index, statement] of statements.entries()) {
    const one = wanted[index] as ExpectedStatement;
    expect(statement.account?.number).toBe(one.account);
    expect(statement.rows).toHaveLength(one.entries ?? -1);
    expect(statement.rejected).toEqual([]);
    expectSum(statement.rows, one.net);
    expect(days(statement.rows)).toEqual([one.first ?? undefined, one.last ?? undefined]);
  }
}

function expectMt940(outcome: ReadOutcome, expected: Expected): void {
  const statements = statementsOf(outcome);
  const rows = statements.flatMap((statement) => statement.rows);
  expect(statements).toHaveLength(expected.statements as number);
  expect(rows).toHaveLength(expected.read_61?.transactions ?? -1);
  expectSum(rows, expected.read_61?.sum);
  expect(statements.flatMap((statement) => statement.rejected)).toEqual([]);
  const short = (day: string | undefined) => day?.slice(2).replaceAll('-', '');
  const real = (day: string | null | undefined) => (day === '160230' ? '160229' : day);
  const [first, last] = days(rows);
  expect([short(first), short(last)]).toEqual([real(expected.read_61?.first), real(expected.read_61?.last)]);
  for (const key of ['opening', 'closing'] as const) {
    for (const [index, [day, amount, currency]] of (expected[key] ?? []).entries()) {
      const balance = statements[index]?.[key];
      expect([short(balance?.on), statements[index]?.currency]).toEqual([day, currency]);
      expectSum([{ amount_minor: balance?.amount_minor, currency } as StatementRow], amount);
    }
  }
}

function expectQif(outcome: ReadOutcome, expected: Expected): void {
  if (expected.transactions === 0) return expectRefusal(outcome);
  const statements = statementsOf(outcome);
  const rows = statements.flatMap((statement) => statement.rows);
  const rejected = statements.flatMap((statement) => statement.rejected);
  expect(rejected.every((row) => row.code === 'zero_amount')).toBe(true);
  expect(rows.length + rejected.length).toBe(expected.transactions);
  expectSum(rows, expected.sum);
  const written = (day: Day | undefined) =>
    [day?.slice(5, 7), day?.slice(8, 10), day?.slice(2, 4)].map(Number).join('/');
  const asWritten = (text = '') =>
    (/^(\d+)\/\s*(\d+)\/0?(\d\d)/.exec(text) ?? []).slice(1).map(Number).join('/');
  const ordered = days(rows).map(written);
  expect([...ordered].sort()).toEqual((expected.dates ?? []).map(asWritten).sort());
}

function expectGnucash(outcome: ReadOutcome, expected: Expected): void {
  if (expected.transactions === 0) return expectRefusal(outcome);
  const statements = statementsOf(outcome);
  const lines = statements.flatMap((statement) =>
    [...statement.rows, ...statement.rejected].map((row) => row.line),
  );
  expect(new Set(lines).size).toBe(expected.transactions);
}

function expectWorkbook(outcome: ReadOutcome): void {
  const rows = statementsOf(outcome).flatMap((statement) => statement.rows);
  expect(rows.map((row) => [row.on, row.amount_minor, row.currency])).toEqual([
    ['2018-12-15', -3350n, 'USD'],
    ['2018-12-15', 152500n, 'EUR'],
  ]);
}
