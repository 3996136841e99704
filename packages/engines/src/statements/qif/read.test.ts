import { describe, expect, it } from 'vitest';
import { fileOf, refusalOf, rejectedOf, rowsOf, shown, warningsOf } from '../testing.ts';

describe('a QIF register', () => {
  it('is read with dates padded, with apostrophes, with three-digit years and the payee glued on', () => {
    const file = fileOf(
      "!Type:Bank\nD8/ 1/97\nT-1.00\nPA\n^\nD12/25'04\nT-2.00\nPB\n^\nD03/25/099Share Withdrawal\nT-3.00\n^\n",
    );
    expect(shown(file)).toEqual([
      '1997-08-01 -100 A',
      '2004-12-25 -200 B',
      '1999-03-25 -300 Share Withdrawal',
    ]);
  });

  it('keeps transfers, categories, classes and splits that sum', () => {
    const file = fileOf(
      '!Type:Bank\nD13/05/2026\nT-3,000.00\nPShop\nL[Savings]\nN101\n^\nD14/05/2026\nT-10.00\nPBoth\nLFood/Trip\nSFood\nEbread\n$-4.00\nSFun\n$-6.00\n^',
    );
    const [transfer, split] = rowsOf(file);
    expect(transfer).toMatchObject({
      amount_minor: -300000n,
      transfer_account: 'Savings',
      reference: '101',
      line: 2,
    });
    expect(split).toMatchObject({
      category: 'Food',
      tags: ['Trip'],
      splits: [
        { category: 'Food', memo: 'bread', amount_minor: -400n },
        { category: 'Fun', memo: '', amount_minor: -600n },
      ],
    });
  });

  it('says so where parts do not come to the amount, or one of them is no amount', () => {
    const record = (parts: string) => `D14/01'26\nT-50.00\nPBad\n${parts}^\n`;
    const file = fileOf(
      `!Type:Bank\n${record('SFood\n$-20.00\nSHome\n$-20.00\n')}${record('SFood\n$-30.00\nSHome\n$-20.00\n')}${record('SFood\n$-50.00\nSHome\n$many\n')}`,
    );
    expect(rowsOf(file).map((row) => [row.amount_minor, row.splits?.length])).toEqual([
      [-5000n, undefined],
      [-5000n, 2],
      [-5000n, undefined],
    ]);
    expect(file.warnings).toMatchObject([
      { code: 'splits_differ', line: 2 },
      { code: 'splits_differ', line: 18 },
    ]);
    expect(file.warnings[0]?.message).toContain('come to -40.00, its amount is -50.00');
    expect(file.warnings[1]?.message).toContain('“many” is no amount');
  });

  it('is of the account that its opening balance names, which is no transfer from itself', () => {
    const file = fileOf(
      '!Type:Bank\nD13/05/2026\nT500.00\nPOpening Balance\nL[Rainy day]\n^\nD14/05/2026\nT-5.00\nPMove\nL[Everyday]\n^',
    );
    expect(file.statements).toMatchObject([
      { account: { name: 'Rainy day', kind: 'everyday' }, isCurrencyAssumed: true },
    ]);
    expect(rowsOf(file).map((row) => [row.kind, row.transfer_account])).toEqual([
      ['opening_balance', undefined],
      [undefined, 'Everyday'],
    ]);
  });

  it('leaves lists and investments out, counts them, and names the account of the register', () => {
    const file = fileOf(
      '!Type:Cat\nNFood\n^\n!Option:AutoSwitch\n!Account\nNABC\nTBank\n^\n!Clear:AutoSwitch\n!Account\nNMy Cheque\nTBank\n^\n!Type:Bank\nD13/05/2026\nT1.00\n^^\n!Type:Invst\nD13/05/2026\nT5.00\n^',
    );
    expect(file.statements.map((one) => one.account?.name)).toEqual(['My Cheque']);
    expect(rowsOf(file)).toHaveLength(1);
    expect(warningsOf(file)).toEqual(['skipped_records']);
  });

  it('rejects a void record and one without a day, alone', () => {
    const file = fileOf(
      '!Type:Bank\nD13/05/2026\nT0.00\nPVoid\n^\nT5.00\n^\nD14/05/2026\nTx\n^\nD15/05/2026\nT1.00\n^',
    );
    expect(rejectedOf(file)).toEqual(['2 zero_amount', '6 no_day', '8 unreadable_amount']);
    expect(rowsOf(file)).toHaveLength(1);
  });

  it('says so when an amount has more decimals than the currency', () => {
    const file = fileOf('!Type:Bank\nD13/05/2026\nT-4.5050\nPA\n^\n');
    expect(shown(file)).toEqual(['2026-05-13 -451 A']);
    expect(file.warnings).toMatchObject([{ code: 'amount_rounded', line: 2 }]);
  });

  it('has one order of day and month for the whole file', () => {
    const text = (days: string[]) => `!Type:Bank\n${days.map((day) => `D${day}\nT1.00\n^`).join('\n')}`;
    expect(rowsOf(fileOf(text(['03/04/2026', '25/04/2026']))).map((row) => row.on)).toEqual([
      '2026-04-03',
      '2026-04-25',
    ]);
    expect(rowsOf(fileOf(text(['03/04/2026', '04/25/2026']))).map((row) => row.on)).toEqual([
      '2026-03-04',
      '2026-04-25',
    ]);
  });

  it('is refused when the file holds only lists or investments', () => {
    const refusal = refusalOf('!Type:Invst\nD13/05/2026\nT5.00\n^\n!Type:Cat\nNFood\n^');
    expect(refusal.code).toBe('no_transactions');
    expect(refusal.message).toContain('1 investment records');
  });
});

describe('a QIF file as programs really write it', () => {
  const REST = 'T-5.00\nPShop\n^\n';

  it('may have its lines indented, or lack the line that opens the register', () => {
    const indented = fileOf(' !Type:Bank\n\tD13/05/2026\n T-5.00\n PShop\n ^\n');
    const headless = fileOf(`D13/05/2026\n${REST}`);
    for (const file of [indented, headless]) {
      expect(file.format).toBe('qif');
      expect(shown(file)).toEqual(['2026-05-13 -500 Shop']);
    }
    expect(fileOf('Date,Payee,Amount\n2026-05-13,Shop,-5.00\n').format).toBe('csv');
  });

  it('keeps registers of two kinds apart that have no name', () => {
    const file = fileOf(`!Type:Bank\nD13/05/2026\n${REST}!Type:CCard\nD14/05/2026\n${REST}`);
    expect(file.statements.map((one) => [one.account?.kind, one.rows.length])).toEqual([
      ['everyday', 1],
      ['credit', 1],
    ]);
    expect(
      fileOf(`!Type:Bank\nD13/05/2026\n${REST}!Type:Bank\nD14/05/2026\n${REST}`).statements,
    ).toHaveLength(1);
  });

  it('may give a memo several lines, and a time behind the day that is no payee', () => {
    const file = fileOf('!Type:Bank\nD13/05/2026 00:00:00\nT-5.00\nMCard 1234\nMPetone\n^\n');
    expect(shown(file)).toEqual(['2026-05-13 -500 Card 1234 Petone']);
  });

  it('may say the order of day and month itself', () => {
    const file = fileOf(`!Option:MDY\n!Type:Bank\nD03/04/2026\n${REST}`);
    expect(shown(file)).toEqual(['2026-03-04 -500 Shop']);
    expect(warningsOf(file)).toEqual([]);
    const wrong = fileOf(`!Option:MDY\n!Type:Bank\nD25/04/2026\n${REST}`);
    expect(shown(wrong)).toEqual(['2026-04-25 -500 Shop']);
  });

  it('may let the rows follow their account at once, and write DR behind an amount', () => {
    const file = fileOf('!Account\nNMy Cheque\nTBank\n^\nD25/05/2026\nT5.00 DR\nPShop\n^\n');
    expect(shown(file)).toEqual(['2026-05-25 -500 Shop']);
    expect(file.statements[0]?.account).toEqual({ name: 'My Cheque', kind: 'everyday' });
  });

  it('is doubted where every amount has three digits behind its only mark', () => {
    const amounts = (...texts: string[]) =>
      warningsOf(fileOf(`!Type:Bank\n${texts.map((text) => `D25/05/2026\nT${text}\n^\n`).join('')}`));
    expect(amounts('-1,234', '-5')).toEqual(['amounts_ambiguous']);
    expect(amounts('-1,234', '-5.00')).toEqual([]);
    expect(amounts('-1,234', '-5', '-70', '-310')).toEqual([]);
    expect(amounts('-1,234', '-5', '-70', '-3100')).toEqual(['amounts_ambiguous']);
  });
});
