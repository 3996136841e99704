import { describe, expect, it } from 'vitest';
import { fileOf, rowsOf, shown, warningsOf } from '../testing.ts';

const amounts = (text: string, options = {}) => rowsOf(fileOf(text, options)).map((row) => row.amount_minor);

describe('a table without column names', () => {
  it('is read from what stands in its columns', () => {
    expect(
      shown(
        fileOf(
          '18.09.2026;"HOFER DANKT";18.09.2026;-33,87;EUR;;\n20.09.2026;"Gehalt";20.09.2026;1.024,00;EUR;;',
        ),
      ),
    ).toEqual(['2026-09-18 -3387 HOFER DANKT', '2026-09-20 102400 Gehalt']);
  });

  it('tells money out from money in by which column is filled more often', () => {
    expect(amounts('01.05.2026\tA\t\t5,00\n02.05.2026\tB\t\t6,00\n03.05.2026\tPay\t90,00\t')).toEqual([
      -500n,
      -600n,
      9000n,
    ]);
  });

  it('tells the balance from the amount', () => {
    const file = fileOf(
      '01/05/2026,-5.00,Cafe,95.00\n02/05/2026,-6.00,Shop,89.00\n03/05/2026,100.00,Pay,189.00',
    );
    expect(rowsOf(file).map((row) => row.balance_after_minor)).toEqual([9500n, 8900n, 18900n]);
    expect(file.statements[0]).toMatchObject({
      opening: { amount_minor: 10000n },
      closing: { amount_minor: 18900n },
    });
  });

  it('rejects a damaged first row rather than taking it for a name', () => {
    const file = fileOf('nonsense;;x\n18.09.2026;A;-1,00\n19.09.2026;B;-2,00');
    expect(file.statements[0]?.rejected.map((row) => row.line)).toEqual([1]);
  });
});

describe('the order of day and month', () => {
  it('follows from a day that only one order allows, anywhere in the file', () => {
    const rows = ['05/03/2026', '04/03/2026', '03/25/2026'];
    const file = fileOf(`Date,Payee,Amount\n${rows.map((day) => `${day},A,-1.00`).join('\n')}`);
    expect(rowsOf(file).map((row) => row.on)).toEqual(['2026-05-03', '2026-04-03', '2026-03-25']);
  });

  it('is the custom of the country where nothing else tells, and is said to be doubtful', () => {
    const text = 'Date,Payee,Amount\n05/06/2026,A,-1.00';
    expect(shown(fileOf(text))).toEqual(['2026-06-05 -100 A']);
    expect(shown(fileOf(text, { currency: 'USD' }))).toEqual(['2026-05-06 -100 A']);
    expect(warningsOf(fileOf(text))).toContain('dates_ambiguous');
  });

  it('does not lie in the future when another order does not', () => {
    expect(shown(fileOf('Date,Payee,Amount\n10/12/2026,A,-1.00'))).toEqual(['2026-10-12 -100 A']);
  });

  it('reads names of months in several languages, and years of two digits', () => {
    const days = ['04 Nov 2025', '12-Dec-2025', '1. März 2026', '3 février 2026', 'May 4, 2026', '05 Jun 26'];
    const file = fileOf(`Date;Payee;Amount\n${days.map((day) => `${day};A;-1.00`).join('\n')}`);
    expect(rowsOf(file).map((row) => row.on)).toEqual([
      '2025-11-04',
      '2025-12-12',
      '2026-03-01',
      '2026-02-03',
      '2026-05-04',
      '2026-06-05',
    ]);
  });
});

describe('balances', () => {
  it('that do not follow from the rows are a warning, and the rows are read', () => {
    const file = fileOf(
      'Account balance: ,63.86,\nDate,Transactions,Debits,Credits,Balance\n04 Nov 2025,A,10.00,,90.00\n06 Nov 2025,B,20.00,,70.00',
    );
    expect(rowsOf(file)).toHaveLength(2);
    expect(warningsOf(file)).toEqual(['balances_differ']);
  });

  it('of a card that shows what is owed are turned to the holder’s view', () => {
    const file = fileOf(
      'Date,Description,Debit,Credit,Balance\n01/05/2026,A,5.00,,105.00\n02/05/2026,B,6.00,,111.00\n03/05/2026,Paid,,100.00,11.00',
    );
    expect(rowsOf(file).map((row) => row.balance_after_minor)).toEqual([-10500n, -11100n, -1100n]);
  });
});

describe('what other banks do', () => {
  it('takes a fee off where only then the balance follows', () => {
    const head = 'Type,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance\n';
    const rows =
      'TRANSFER,2026-05-02 10:00:00,2026-05-02 10:00:00,A,-5.00,0.00,EUR,COMPLETED,95.00\nTRANSFER,2026-05-04 10:00:00,2026-05-04 10:00:00,B,-10.00,0.50,EUR,COMPLETED,84.50';
    expect(amounts(head + rows)).toEqual([-500n, -1050n]);
    expect(amounts(head + rows.replace('84.50', '85.00'))).toEqual([-500n, -1000n]);
  });

  it('takes a first line with only an account number for a heading', () => {
    const file = fileOf(
      '38-9017-0123456-00,,,,\n02 Apr 2026,POS SHOP ;,,-5.00,95.00\n03 Apr 2026,PAY ACME ;,,100.00,195.00',
    );
    expect(file.statements[0]).toMatchObject({ account: { number: '38-9017-0123456-00' }, rejected: [] });
    expect(file.bank?.name).toBe('Kiwibank');
  });

  it('reads amounts with a comma beside balances with a point', () => {
    const file = fileOf(
      'dateOp;dateVal;label;amount;accountbalance\n2026-05-02;2026-05-02;SHOP;-5,00;100.00',
      { currency: 'EUR' },
    );
    expect(rowsOf(file)[0]).toMatchObject({ amount_minor: -500n, balance_after_minor: 10000n });
  });

  it('does not show a column of debit and credit as the payee, whatever its name', () => {
    const file = fileOf(
      'Details,Posting Date,Description,Amount,Type\nDEBIT,05/02/2026,AMAZON,-5.00,CARD\nCREDIT,05/21/2026,PAYROLL,9.00,ACH',
      { currency: 'USD' },
    );
    expect(shown(file)).toEqual(['2026-05-02 -500 AMAZON', '2026-05-21 900 PAYROLL']);
  });
});

describe('a correction', () => {
  const text = 'Date,Payee,Amount,Note\n05/06/2026,A,5.00,x\n06/06/2026,B,6.00,y';

  it('overrides only what it names', () => {
    expect(shown(fileOf(text, { mapping: { sign: 'positive_out' } }))).toEqual([
      '2026-06-05 -500 A',
      '2026-06-06 -600 B',
    ]);
    expect(shown(fileOf(text, { mapping: { date_order: 'mdy' } }))).toEqual([
      '2026-05-06 500 A',
      '2026-06-06 600 B',
    ]);
    expect(shown(fileOf(text, { mapping: { columns: { '3': 'payee' } } }))).toEqual([
      '2026-06-05 500 x',
      '2026-06-06 600 y',
    ]);
  });

  it('reads the same again when the whole mapping that was found is handed back', () => {
    for (const one of [
      text,
      '18.09.2026;"A";-33,87;EUR\n20.09.2026;"B";24,00;EUR',
      'Card no 1\nDate;Text;Amount;DC\n1.5.2026;A;1,00;D\n2.5.2026;B;2,00;C',
    ]) {
      const file = fileOf(one);
      const again = fileOf(one, { mapping: JSON.parse(JSON.stringify(file.mapping)) });
      expect(shown(again)).toEqual(shown(file));
    }
  });

  it('says of every choice why it was made', () => {
    const because = fileOf(text).mapping?.because ?? {};
    expect(Object.keys(because).sort()).toEqual([
      'columns',
      'currency',
      'date_order',
      'decimal_mark',
      'delimiter',
      'encoding',
      'header_line',
      'row_order',
      'sign',
    ]);
    for (const { reason, confidence } of Object.values(because)) {
      expect(reason).toMatch(/\.$/);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });
});

describe('numbers', () => {
  it('have the decimal mark that the whole file shows', () => {
    expect(amounts('Datum;Name;Betrag\n01.05.2026;A;1.234\n02.05.2026;B;-5,50', { currency: 'EUR' })).toEqual(
      [123400n, -550n],
    );
    expect(amounts('Date,Name,Amount\n01/05/2026,A,"4,884"\n02/05/2026,B,"-1,280.8"')).toEqual([
      488400n,
      -128080n,
    ]);
  });

  it('are fractions where more than three digits stand before the mark, as no thousands are written so', () => {
    expect(amounts('Date;Text;Amount\n2026-05-13;Shop;-112.340\n2026-05-12;Pay;1500.000')).toEqual([
      -11_234n,
      150_000n,
    ]);
  });

  it('may carry currency signs, direction marks and three decimals', () => {
    const file = fileOf('Date,Payee,Outflow,Inflow,Account\n2026/05/01,A,د.ا.\u200f4.750,د.ا.\u200f0.000,X', {
      currency: 'JOD',
    });
    expect(rowsOf(file)[0]).toMatchObject({ amount_minor: -4750n, currency: 'JOD' });
    expect(rowsOf(fileOf('Date,Payee,Amount\n01/05/2026,A,-£5.00\n02/05/2026,B,£6.00'))[0]?.currency).toBe(
      'GBP',
    );
  });

  it('that are zero move nothing and are no rows', () => {
    expect(
      fileOf('Date,Payee,Amount\n01/05/2026,A,0.00\n02/05/2026,B,-1.00').statements[0]?.rejected[0]?.code,
    ).toBe('zero_amount');
  });
});
