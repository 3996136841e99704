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
    const head = 'Account,Date,Payee,Notes,Category,Amount,Split_Amount,Cleared';
    const rows = [
      'Wages,,Pay,-1234.56,0',
      'Shop,(SPLIT INTO 2),,0,555.10',
      'Shop,(SPLIT 1 OF 2),Food,277.55,0',
      'Shop,(SPLIT 2 OF 2),Food,277.55,0',
      'Parking,,Car,-129.05,0',
      'Everyday,(SPLIT INTO 2),,0,0.42',
      'Everyday,(SPLIT 1 OF 2),Food,0.21,0',
      'Everyday,(SPLIT 2 OF 2),Food,0.21,0',
      'Mitre 10,,Home,688,0',
    ];
    const text = rows.map((row, at) => `Everyday,2026-05-1${at},${row},Cleared`).join('\n');
    const file = fileOf(`${head}\n${text}\n`);
    expect(shown(file).map((row) => row.split(' ')[1])).toEqual([
      '-123456',
      '27755',
      '27755',
      '-12905',
      '21',
      '21',
      '68800',
    ]);
    expect(warningsOf(file)).toEqual([]);
  });
});
