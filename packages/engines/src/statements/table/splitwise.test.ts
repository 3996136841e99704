import { describe, expect, it } from 'vitest';
import { fileOf, rejectedOf, rowsOf } from '../testing.ts';

const EXPORT = `Date,Description,Category,Cost,Currency,Mere,Tama

2026-05-01,Groceries,Groceries,60.00,NZD,30.00,-30.00
2026-05-02,Power,Electricity,90.00,NZD,-45.00,45.00
2026-05-03,Mere lends to herself,General,10.00,NZD,0.00,0.00
2026-05-04,Mere paid Tama,Payment,15.00,NZD,15.00,-15.00
bad line,,,,,,

2026-05-10,Total balance, , ,NZD,0.00,0.00
`;

describe('a Splitwise export', () => {
  const file = fileOf(EXPORT);

  it('is a ledger for each person of what that person is owed', () => {
    expect(file.format).toBe('splitwise');
    expect(
      file.statements.map((one) => [one.account?.name, one.rows.map((row) => row.amount_minor)]),
    ).toEqual([
      ['Mere', [3000n, -4500n, 1500n]],
      ['Tama', [-3000n, 4500n, -1500n]],
    ]);
    expect(file.statements[0]?.closing).toEqual({ amount_minor: 0n, on: '2026-05-10' });
    expect(file.warnings).toEqual([]);
  });

  it('keeps the whole cost and every share, which sum to zero', () => {
    for (const row of rowsOf(file)) {
      expect(row.shared?.people.reduce((sum, person) => sum + person.amount_minor, 0n)).toBe(0n);
    }
    expect(rowsOf(file)[0]).toMatchObject({
      payee: 'Groceries',
      category: 'Groceries',
      kind: 'expense',
      shared: { cost_minor: 6000n },
    });
    expect(rowsOf(file)[2]?.kind).toBe('payment');
  });

  it('rejects a damaged line alone', () => {
    expect(rejectedOf(file)).toEqual(['7 no_day']);
  });
});

it('a Splitwise export in another language is read by the places of its columns', () => {
  const file = fileOf(
    'Datum,Beschreibung,Kategorie,Kosten,Währung,Mere,Tama\n\n2026-05-01,Einkauf,Lebensmittel,60.00,EUR,30.00,-30.00\n\n2026-05-10,Gesamtsaldo, , ,EUR,30.00,-30.00\n',
  );
  expect(file.format).toBe('splitwise');
  expect(file.statements.map((one) => [one.account?.name, one.closing?.amount_minor])).toEqual([
    ['Mere', 3000n],
    ['Tama', -3000n],
  ]);
  expect(rejectedOf(file)).toEqual([]);
});

it('a table of one’s own with the words of Splitwise, but no amounts of people, is none', () => {
  const own =
    'Date,Description,Category,Cost,Currency,Account,Notes\n2026-05-01,Dinner,Food,-60.00,EUR,Visa,x\n';
  expect(fileOf(own).format).toBe('csv');
  expect(rowsOf(fileOf(own))).toMatchObject([{ payee: 'Dinner', amount_minor: -6000n }]);
});
