import { describe, expect, it } from 'vitest';
import { fileOf, rowsOf, warningsOf } from '../testing.ts';

const amounts = (text: string, options = {}) => rowsOf(fileOf(text, options)).map((row) => row.amount_minor);

describe('which way money went', () => {
  it('is told by the sign of the amount', () => {
    expect(amounts('Date,Payee,Amount\n01/05/2026,A,-5.00\n02/05/2026,B,6.00')).toEqual([-500n, 600n]);
  });

  it('is told by D and C beside an unsigned amount', () => {
    expect(amounts('Date,Payee,Amount,Type\n01/05/2026,A,5.00,D\n02/05/2026,B,6.00,C')).toEqual([
      -500n,
      600n,
    ]);
  });

  it('is told by debit and credit in words, whatever sign the amount carries', () => {
    expect(
      amounts(
        'Date,Description,Original Description,Amount,Transaction Type,Account Name\n5/1/2026,A,a,5.00,debit,X\n5/20/2026,B,b,-6.00,credit,X',
      ),
    ).toEqual([-500n, 600n]);
  });

  it.each([
    ['Exp.', 'Income'],
    ['BUY', 'SELL'],
  ])('is told by words such as %s and %s', (out, into) => {
    expect(amounts(`Date,Payee,Type,Amount\n01/05/2026,A,${out},5.00\n02/05/2026,B,${into},6.00`)).toEqual([
      -500n,
      600n,
    ]);
  });

  it('is told by two columns, and a minus in one takes back', () => {
    expect(
      amounts('Date,Details,Debit,Credit\n01/05/2026,A,5.00,\n02/05/2026,B,,6.00\n03/05/2026,Refund,-1.00,'),
    ).toEqual([-500n, 600n, 100n]);
  });

  it('is turned round on a card that lists purchases as positive', () => {
    const text =
      'Card Number XXXX-XXXX-XXXX-1234 (Visa)\nDate,Description,Amount\n01/05/2026,PAYMENT RECEIVED THANK YOU,-50.00\n02/05/2026,Cafe,5.00\n03/05/2026,Shop,7.00';
    const file = fileOf(text);
    expect(rowsOf(file).map((row) => row.amount_minor)).toEqual([5000n, -500n, -700n]);
    expect(file.mapping).toMatchObject({ sign: 'positive_out' });
    expect(file.statements[0]?.account?.kind).toBe('credit');
  });

  it('is not turned round on an account that pays its bills with payments', () => {
    expect(
      amounts(
        'Date,Description,Amount\n01/05/2026,Automatic payment rent,-50.00\n02/05/2026,Alice,5.00\n03/05/2026,Bob,7.00\n04/05/2026,Cleo,8.00',
      ),
    ).toEqual([-5000n, 500n, 700n, 800n]);
  });

  it('is told by CR behind the amount', () => {
    expect(
      amounts('Date,Description,Amount\n01/05/2026,A,5.00\n02/05/2026,B,6.00 CR\n03/05/2026,C,7.00'),
    ).toEqual([-500n, 600n, -700n]);
  });

  it.each([
    ['newest first', [0, 1, 2]],
    ['oldest first', [2, 1, 0]],
    ['alone', [1]],
  ])('is the step from the balance before to the balance after, %s', (_name, order) => {
    const rows = [
      ['20260516\t487,66\t477,66\t-10,00\tBakery', -1000n],
      ['20260513\t500,00\t487,66\t-12,34\tShop', -1234n],
      ['20260512\t0,00\t500,00\t500,00\tPay', 50_000n],
    ] as const;
    expect(amounts(order.map((index) => rows[index]?.[0]).join('\n'))).toEqual(
      order.map((index) => rows[index]?.[1]),
    );
  });

  it('is turned round where a card names its member and payments alone are negative', () => {
    const rows = '01/05/2026,SHOP,A,45.67\n14/05/2026,PAYMENT - THANK YOU,A,-40.00\n15/05/2026,TRIP,A,12.00';
    expect(amounts(`Date,Description,Card Member,Amount\n${rows}`)).toEqual([-4567n, 4000n, -1200n]);
  });

  it('is proved by the running balance where nothing else tells, in either order of rows', () => {
    expect(
      amounts(
        '01/05/2026,Open,1.00,100.00\n02/05/2026,A,5.00,95.00\n03/05/2026,B,6.00,101.00\n04/05/2026,C,2.50,98.50',
      ),
    ).toEqual([-100n, -500n, 600n, -250n]);
    expect(
      amounts(
        '04/05/2026,C,2.50,98.50\n03/05/2026,B,6.00,101.00\n02/05/2026,A,5.00,95.00\n01/05/2026,Open,1.00,100.00',
      ),
    ).toEqual([-250n, 600n, -500n, -100n]);
  });

  it('is doubtful, and said to be, when nothing tells', () => {
    const file = fileOf('Date,Payee,Amount\n01/05/2026,A,5.00\n02/05/2026,B,6.00');
    expect(warningsOf(file)).toContain('sign_doubtful');
  });

  it.each([
    ['PAYMENT - THANK YOU', []],
    ['Pagamento recebido', []],
    ['Refund', ['sign_doubtful']],
  ])('is turned round where %s is negative and purchases are not', (text, warnings) => {
    const file = fileOf(
      `Date,Description,Amount\n13/05/2026,SHOP,45.60\n12/05/2026,${text},-30.00\n11/05/2026,CAFE,5.00\n10/05/2026,BUS,2.00\n`,
    );
    expect(rowsOf(file).map((row) => row.amount_minor)).toEqual([-4560n, 3000n, -500n, -200n]);
    expect(warningsOf(file)).toEqual(warnings);
  });

  it('is not turned round for a shop that gave a refund, and is said to be doubtful', () => {
    const file = fileOf(
      'Date,Description,Amount\n13/05/2026,Sale,45.60\n13/05/2026,Sale,5.60\n14/05/2026,Refund,-5.60\n',
    );
    expect(rowsOf(file).map((row) => row.amount_minor)).toEqual([4560n, 560n, -560n]);
    expect(warningsOf(file)).toEqual(['sign_doubtful']);
  });

  it('is turned round where wages are negative', () => {
    const file = fileOf(
      'Date,Name,Amount,Type\n13/05/2026,Shop,45.60,regular\n12/05/2026,Acme,-900.00,income\n11/05/2026,Cafe,5.00,regular\n10/05/2026,Bus,2.00,regular\n',
    );
    expect(rowsOf(file).map((row) => row.amount_minor)).toEqual([-4560n, 90_000n, -500n, -200n]);
    expect(warningsOf(file)).toEqual(['sign_doubtful']);
  });

  it('is told by two columns of which both carry a minus', () => {
    expect(
      amounts('Date,Details,Debit,Credit\n01/05/2026,A,5.00,\n02/05/2026,B,,-6.00\n03/05/2026,C,7.00,\n'),
    ).toEqual([-500n, 600n, -700n]);
  });

  it('is told of two columns without names by the one that has a minus', () => {
    expect(
      amounts('01.05.2026;A;;-5,00\n02.05.2026;B;6,00;\n03.05.2026;C;7,00;\n', { currency: 'EUR' }),
    ).toEqual([-500n, 600n, 700n]);
  });

  it('is told of two columns without names by the balance, though more rows are money in', () => {
    const file = fileOf(
      '04/05/2026,D,,1.00,107.00\n03/05/2026,C,,7.00,106.00\n02/05/2026,B,5.00,,99.00\n01/05/2026,A,,4.00,104.00\n',
    );
    expect(rowsOf(file).map((row) => row.amount_minor)).toEqual([100n, 700n, -500n, 400n]);
    expect(warningsOf(file)).not.toContain('sign_doubtful');
  });

  it('is doubtful of two columns without names and balance', () => {
    expect(warningsOf(fileOf('13/05/2026,A,5.00,\n14/05/2026,B,,6.00\n'))).toContain('sign_doubtful');
  });

  it('follows from a balance before each row where the days say so', () => {
    const file = fileOf('13-05-2026,A,100.00,-45.60\n14-05-2026,B,54.40,10.00\n15-05-2026,C,64.40,-4.40\n');
    expect(rowsOf(file).map((row) => row.amount_minor)).toEqual([-4560n, 1000n, -440n]);
    expect(rowsOf(file).map((row) => row.balance_after_minor)).toEqual([5440n, 6440n, 6000n]);
    expect(file.statements[0]).toMatchObject({
      opening: { amount_minor: 10_000n },
      closing: { amount_minor: 6000n },
    });
  });
});

describe('amounts that are all the same', () => {
  it.each([
    ['with a minus, in days that run against their balances', ['12', '13', '14'], '-5.00'],
    ['without one, newest first', ['14', '13', '12'], '5.00'],
  ])('%s', (_name, days, amount) => {
    const rows = days.map((day, index) => `${day}/05/2026,A,${amount},${85 + index * 5}.00`);
    const file = fileOf(`Date,Payee,Amount,Balance\n${rows.join('\n')}\n`);
    expect(rowsOf(file).map((row) => row.amount_minor)).toEqual([-500n, -500n, -500n]);
    expect(file.statements[0]?.closing?.amount_minor).toBe(8500n);
  });
});

describe('D and C', () => {
  it.each(['Dr / Cr', 'Debit/Credit Flag', 'Zeichen'])('tell under the name %s', (name) => {
    const text = `Date,Description,Amount,${name},Balance\n13/05/2026,A,45.60,D,954.40\n12/05/2026,B,1000.00,C,1000.00\n`;
    expect(amounts(text)).toEqual([-4560n, 100_000n]);
  });

  it('tell nothing under an unknown name that has only one of them', () => {
    expect(amounts('Date,Payee,Amount,Split\n13/05/2026,A,45.60,S\n12/05/2026,B,-5.00,\n')).toEqual([
      4560n,
      -500n,
    ]);
  });
});

describe('a step of the balance', () => {
  it('that is alone proves little of amounts without signs, and that is said', () => {
    const file = fileOf(
      'Date,Description,Amount,Balance\n13/05/2026,A,45.60,954.40\n12/05/2026,B,1000.00,1000.00\n',
    );
    expect(warningsOf(file)).toContain('sign_doubtful');
  });
});

describe('a fee', () => {
  it('is taken beside money out where the balance moves by both', () => {
    expect(
      amounts(
        'Date,Description,Money In,Money Out,Fee,Balance\n12/05/2026,Pay,100.00,,,100.00\n13/05/2026,ATM,,-20.00,-1.00,79.00\n14/05/2026,Shop,,-9.00,,70.00\n',
      ),
    ).toEqual([10_000n, -2100n, -900n]);
  });

  it('comes on top of an amount that is called one after fees', () => {
    expect(
      amounts(
        'Date,Direction,Fee,Amount (after fees),Name\n13/05/2026,OUT,1.20,198.80,A\n14/05/2026,IN,0.50,20.00,B\n',
      ),
    ).toEqual([-20_000n, 2000n]);
  });
});
