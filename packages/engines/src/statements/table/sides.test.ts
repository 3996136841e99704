import { describe, expect, it } from 'vitest';
import { fileOf, shown, warningsOf } from '../testing.ts';

const table = (names: string, rows: readonly string[]) => fileOf([names, ...rows, ''].join('\n'));

describe('columns for money out and money in', () => {
  it('are found where only one of them has a name that is known', () => {
    const file = table('Date;Payee;Credit;Sortie', ['20/10/2026;Shop;;2.47', '23/10/2026;Mere;100.00;']);
    expect(shown(file)).toEqual(['2026-10-20 -247 Shop', '2026-10-23 10000 Mere']);
    expect(warningsOf(file)).toEqual([]);
  });

  it('are no column of fees that are all nothing', () => {
    const file = table('Date;Text;Wpisowe;Amount', [
      '20/10/2026;Shop;0.00;-2.47',
      '23/10/2026;Shop;0.00;-3.47',
      '24/10/2026;Wages ACME;0.00;100.00',
    ]);
    expect(shown(file).map((row) => row.split(' ')[1])).toEqual(['-247', '-347', '10000']);
  });

  it('are a guess, and said to be one, where neither name is known', () => {
    const file = table('Date;Text;Aaa;Bbb', ['20/10/2026;Shop;2.47;', '23/10/2026;Mere;;100.00']);
    expect(warningsOf(file)).toEqual(['sign_doubtful']);
  });

  it('are told apart by a balance under a known name', () => {
    const file = table('Date;Text;Aaa;Bbb;Balance', [
      '20/10/2026;Mere;100.00;;600.00',
      '21/10/2026;Shop;;2.50;597.50',
      '22/10/2026;Tama;50.00;;647.50',
    ]);
    expect(shown(file)).toEqual(['2026-10-20 10000 Mere', '2026-10-21 -250 Shop', '2026-10-22 5000 Tama']);
  });
});

describe('a card that lists purchases as positive', () => {
  const rows = [
    '20/10/2026;Lidl;2,47',
    '21/10/2026;Rewe;13,00',
    '22/10/2026;Aldi;4,20',
    '23/10/2026;dm;8,00',
  ];

  it.each(['Rückzahlung Zalando', 'Remboursement', 'Zwrot', 'Återbetalning IKEA'])(
    'is known by “%s” with a minus',
    (text) => {
      const file = fileOf(['Datum;Text;Betrag', ...rows, `24/10/2026;${text};-5,00`, ''].join('\n'), {
        fileName: 'kreditkarte.csv',
      });
      expect(shown(file)[0]).toBe('2026-10-20 -247 Lidl');
    },
  );

  it('is read as one when it is called one and most amounts are positive; otherwise that is a doubt', () => {
    const text = ['Datum;Text;Betrag', ...rows, '24/10/2026;Irgendwas;-5,00', ''].join('\n');
    expect(shown(fileOf(text, { fileName: 'kreditkarte.csv' }))[0]).toBe('2026-10-20 -247 Lidl');
    expect(warningsOf(fileOf(text))).toEqual(['sign_doubtful']);
  });
});

it('reads a minus between the digits and the currency', () => {
  const file = fileOf('Date;Text;Amount\n20/10/2026;Shop;2,47- EUR\n23/10/2026;Mere;100,00 EUR\n');
  expect(shown(file)).toEqual(['2026-10-20 -247 Shop', '2026-10-23 10000 Mere']);
});

it('reads cells apart by a tilde', () => {
  const file = fileOf('Date~Text~Amount\n20/10/2026~Shop, Petone~-2.47\n23/10/2026~Mere~100.00\n');
  expect(shown(file)).toEqual(['2026-10-20 -247 Shop, Petone', '2026-10-23 10000 Mere']);
});

describe('a column of one letter a row', () => {
  it('says both ways where one of two letters is known', () => {
    const file = table('Data;Nome;Tipo;Importo', ['20/10/2026;Coop;D;2,47', '23/10/2026;Rossi;A;100,00']);
    expect(shown(file)).toEqual(['2026-10-20 -247 Coop', '2026-10-23 10000 Rossi']);
  });

  it('proves nothing about unsigned rows whose word is not known', () => {
    const rows = ['20/10/2026;Shop;debit;2.47', '21/10/2026;Shop;debit;3.47', '23/10/2026;Mere;zzz;100.00'];
    expect(warningsOf(table('Date;Payee;Art;Amount', rows))).toEqual(['sign_doubtful']);
  });
});

it('takes the sign of the first row from the balance above the table', () => {
  const rows = [
    '20/10/2026;Mere;100.00;600.00',
    '21/10/2026;Shop;2.50;597.50',
    '22/10/2026;Tama;9.00;606.50',
  ];
  const file = table('Opening balance;500.00\nDate;Payee;Amount;Balance', rows);
  expect(shown(file)).toEqual(['2026-10-20 10000 Mere', '2026-10-21 -250 Shop', '2026-10-22 900 Tama']);
  expect(warningsOf(file)).toEqual([]);
});

it('takes the fuller one of two columns of notes for the payee', () => {
  const rows = ['20/10/2026;;Shop;-2.50', '21/10/2026;x;Bakery;-3.50', '22/10/2026;;Wages;90.00'];
  expect(shown(table('Date;Notes;Original Description;Amount', rows))[1]).toBe('2026-10-21 -350 Bakery');
});
