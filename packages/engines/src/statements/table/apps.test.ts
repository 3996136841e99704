import { describe, expect, it } from 'vitest';
import { fileOf, rejectedOf, shown, warningsOf } from '../testing.ts';

describe('an app’s export of several accounts', () => {
  it('makes no account of its own of a line without money above the first row', () => {
    const file = fileOf(
      'Account,Flag,Date,Payee,Memo,Outflow,Inflow,Cleared\nEveryday,,25/12/2025,Check,,$0.00,$0.00,Cleared\nEveryday,,26/12/2025,Shop,,$4.50,$0.00,Cleared\nVisa,,27/12/2025,Fuel,,$60.00,$0.00,Cleared\n',
    );
    expect(file.format).toBe('ynab');
    expect(file.statements.map((one) => one.account?.name)).toEqual(['Everyday', 'Visa']);
    expect(rejectedOf(file)).toEqual(['2 zero_amount']);
  });

  it('of Actual has the holder’s signs, also where parts of a split stand below a line of nothing', () => {
    const file = fileOf(
      'Account,Date,Payee,Notes,Category,Amount,Split_Amount,Cleared\nEveryday,2026-05-12,Shop,(SPLIT INTO 2),,0,555.10,Cleared\nEveryday,2026-05-12,Shop,(SPLIT 1 OF 2),Food,277.55,0,Cleared\nEveryday,2026-05-12,Shop,(SPLIT 2 OF 2),Home,277.55,0,Cleared\nEveryday,2026-05-13,Bus,,Travel,-4.50,0,Cleared\nEveryday,2026-05-14,Wages,,Pay,688,0,Cleared\nEveryday,2026-05-15,Wages,,Pay,689,0,Cleared\n',
    );
    expect(shown(file)).toEqual([
      '2026-05-12 27755 Shop',
      '2026-05-12 27755 Shop',
      '2026-05-13 -450 Bus',
      '2026-05-14 68800 Wages',
      '2026-05-15 68900 Wages',
    ]);
    expect(warningsOf(file)).toEqual([]);
  });
});
