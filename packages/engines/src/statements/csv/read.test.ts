import { describe, expect, it } from 'vitest';
import { encoded, fileOf, rejectedOf, rowsOf, shown, warningsOf } from '../testing.ts';

describe('a CSV statement', () => {
  it('is read by its column names, with preamble, header and an empty line above the rows', () => {
    const file = fileOf(
      [
        'Created date / time : 3 May 2026 / 09:12:13',
        'Bank 12; Branch 3111; Account 0098765-50 (Streamline)',
        'From date 20260401',
        'To date 20260503',
        'Avail Bal : 510.00 as of 20260502',
        'Ledger Balance : 10.00 as of 20260503',
        'Date,Unique Id,Tran Type,Cheque Number,Payee,Memo,Amount',
        '',
        '2026/05/01,2026050101,EFTPOS,,"FISH  AND  CHIPS","TAUPO ;",-18.50',
        '2026/05/02,2026050201,SALARY,,"ACME","Pay",1200.00',
      ].join('\r\n'),
    );
    expect(shown(file)).toEqual(['2026-05-01 -1850 FISH AND CHIPS', '2026-05-02 120000 ACME']);
    expect(file.bank?.name).toBe('ASB');
    const [statement] = file.statements;
    expect(statement?.account).toMatchObject({ number: '12-3111-0098765-50', name: 'Streamline' });
    expect(statement?.closing).toEqual({ amount_minor: 1000n, on: '2026-05-03' });
    expect(statement?.available).toEqual({ amount_minor: 51000n, on: '2026-05-02' });
    expect(statement?.rows[0]).toMatchObject({ line: 9, memo: 'TAUPO', bank_id: '2026050101' });
    expect(statement?.rows[0]?.raw).toContain('FISH  AND  CHIPS');
  });

  it('takes the currency that a line above the names gives, and says where it only assumes one', () => {
    const rows = 'Date,Payee,Amount\n01/05/2026,Shop,-5.00\n02/05/2026,Pay,20.00';
    const currency = (text: string, options = {}) =>
      fileOf(text, options).statements.map((one) => [one.currency, one.isCurrencyAssumed]);
    const above = fileOf(
      `Account: Everyday\nCurrency: JPY\nClosing balance: 1500\n\n${rows.replaceAll('.00', '00')}`,
    );
    expect(above.statements[0]).toMatchObject({ currency: 'JPY', isCurrencyAssumed: false });
    expect(above.statements[0]?.closing?.amount_minor).toBe(1500n);
    expect(rowsOf(above).map((row) => [row.currency, row.amount_minor])).toEqual([
      ['JPY', -500n],
      ['JPY', 2000n],
    ]);
    expect(currency(rows)).toEqual([['NZD', true]]);
    expect(currency(rows, { currency: 'EUR' })).toEqual([['EUR', true]]);
    expect(currency(rows, { mapping: { currency: 'USD' } })).toEqual([['USD', false]]);
    expect(currency(rows.replace('Amount', 'Amount (EUR)'))).toEqual([['EUR', false]]);
    expect(currency(rows.replace('-5', '-£5'), { currency: 'GBP' })).toEqual([['GBP', false]]);
    expect(currency('Date,Payee,Amount,Currency\n01/05/2026,Shop,-5.00,NZD')).toEqual([['NZD', false]]);
  });

  it('rejects a damaged row alone, with its line and the reason', () => {
    const file = fileOf(
      'Date,Payee,Amount\n01/05/2026,Shop,-5.00\nrubbish\n31/02/2026,Shop,-1.00\n03/05/2026,Shop,abc\n04/05/2026,Shop,-7.00',
    );
    expect(rowsOf(file)).toHaveLength(2);
    expect(rejectedOf(file)).toEqual(['3 no_day', '4 impossible_day', '5 unreadable_amount']);
    expect(file.statements[0]?.rejected[1]?.message).toBe('There is no day “31/02/2026”.');
  });

  it('survives a lost quote: the row with it is read or rejected, the others stay', () => {
    const file = fileOf(
      'Date,Payee,Amount\n01/05/2026,"Shop,-5.00\n02/05/2026,"Fine",-6.00\n03/05/2026,"Also, fine",-7.00',
    );
    expect(shown(file).slice(-2)).toEqual(['2026-05-02 -600 Fine', '2026-05-03 -700 Also, fine']);
  });

  it('keeps a line break inside a quoted field and counts lines on', () => {
    const file = fileOf('Date,Payee,Amount\n01/05/2026,"Two\nlines",-5.00\n02/05/2026,Next,-6.00');
    expect(rowsOf(file).map((row) => [row.line, row.payee])).toEqual([
      [2, 'Two lines'],
      [4, 'Next'],
    ]);
  });

  it('adds a continuation line to the text of the row above and says so', () => {
    const file = fileOf(
      'Transaction date,Value date,Description,Withdrawals (SGD),Deposits (SGD)\n18/04/2026,18/04/2026,PURCHASE,6.66,\n,,UBER EATS,,',
    );
    expect(rowsOf(file)[0]).toMatchObject({
      payee: 'PURCHASE',
      memo: 'UBER EATS',
      amount_minor: -666n,
      currency: 'SGD',
    });
    expect(rejectedOf(file)).toEqual(['3 continuation']);
  });

  it('gives the layout the same fingerprint for every file of the bank', () => {
    const first = fileOf('Date,Payee,Amount\n01/05/2026,Shop,-5.00');
    const second = fileOf('Date,Payee,Amount\n09/06/2026,Other,12.00\n10/06/2026,Third,-2.00');
    expect(first.layout).toBe(second.layout);
    expect(first.layout).not.toBe(fileOf('Date;Payee;Amount\n01/05/2026;Shop;-5,00').layout);
  });

  it('says that a file with names but no rows holds no transactions', () => {
    const file = fileOf('Date,Payee,Amount,Balance\n');
    expect(rowsOf(file)).toEqual([]);
    expect(warningsOf(file)).toEqual(['no_rows']);
  });

  it('takes a first line with an account’s number and the days of the file for a heading', () => {
    const file = fileOf(
      '38-9012-0123456-00,01 May 2025,01 Jun 2025,,\n05 May 2025,POS BAKERY ;,,-23.45,76.55\n06 May 2025,PAY ACME ;,,100.00,176.55\n',
    );
    expect(shown(file)).toEqual(['2025-05-05 -2345 POS BAKERY', '2025-05-06 10000 PAY ACME']);
    expect(file.statements[0]).toMatchObject({ account: { number: '38-9012-0123456-00' }, rejected: [] });
  });

  it('makes a statement of each account that a column names', () => {
    const file = fileOf(
      'Date,Account,Payee,Amount\n01/05/2026,Cheque,A,-1.00\n02/05/2026,Savings,B,2.00\n03/05/2026,Cheque,C,-3.00',
    );
    expect(file.statements.map((one) => [one.account?.name, one.rows.length])).toEqual([
      ['Cheque', 2],
      ['Savings', 1],
    ]);
  });

  it('keeps pending rows apart and leaves out what the bank called off', () => {
    const file = fileOf(
      'Type,Started Date,Completed Date,Description,Amount,Currency,State,Balance\n' +
        'CARD,2026-05-01 10:00:00,2026-05-02 10:00:00,Shop,-5.00,EUR,COMPLETED,95.00\n' +
        'CARD,2026-05-03 10:00:00,,Pump,-50.00,EUR,PENDING,\n' +
        'CARD,2026-05-03 11:00:00,,Shoes,-80.00,EUR,DECLINED,',
    );
    expect(rowsOf(file).map((row) => row.pending)).toEqual([undefined, true]);
    expect(rejectedOf(file)).toEqual(['4 not_completed']);
  });

  it('names both cards of one account without splitting the statement', () => {
    const file = fileOf(
      'Card,Type,Amount,Details,TransactionDate,ProcessedDate\n4111-****-1,D,5.00,Cafe,24/06/2026,25/06/2026\n4111-****-2,C,50.00,Payment,23/06/2026,24/06/2026',
    );
    expect(file.statements).toHaveLength(1);
    expect(shown(file)).toEqual(['2026-06-24 -500 Cafe', '2026-06-23 5000 Payment']);
    expect(rowsOf(file)[0]?.booked_on).toBe('2026-06-25');
  });
});

describe('the encoding of a CSV statement', () => {
  const text = 'Date;Name;Betrag\n01.05.2026;Bäckerei Müßig;-3,20\n02.05.2026;Café;-4,00';
  const table = { ä: 0xe4, ü: 0xfc, ß: 0xdf, é: 0xe9 };

  it('is Windows-1252 where the bytes are not UTF-8', () => {
    const file = fileOf(encoded(text, table), { currency: 'EUR' });
    expect(file.encoding).toBe('windows-1252');
    expect(rowsOf(file)[0]?.payee).toBe('Bäckerei Müßig');
  });

  it('of Windows-1252 has its euro sign, dashes and quotes, which are no control characters', () => {
    const western = { ...table, '€': 0x80, '’': 0x92, '–': 0x96, Š: 0x8a };
    const file = fileOf(
      encoded('Date;Name;Betrag\n01.05.2026;Café – Joe’s €5;-3,20\n02.05.2026;Škoda Müller;-4,00', western),
    );
    expect(file.encoding).toBe('windows-1252');
    expect(rowsOf(file).map((row) => row.payee)).toEqual(['Café – Joe’s €5', 'Škoda Müller']);
  });

  it('never puts a Cyrillic letter into a Latin word', () => {
    const broken = { '¤': 0xa4, '¸': 0xb8 };
    const file = fileOf(
      encoded('Date;Name;Betrag\n01.05.2026;J?¤gersteig;-3,20\n02.05.2026;M?¸nzel;-4,00', broken),
    );
    expect(file.encoding).toBe('windows-1252');
    expect(rowsOf(file)[1]?.payee).toBe('M?¸nzel');
  });

  it('is Windows-1251 where whole words are Cyrillic', () => {
    const letters = Object.fromEntries(
      [...'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя'].map((one, at) => [
        one,
        0xc0 + at,
      ]),
    );
    const file = fileOf(
      encoded('Date,Payee,Amount\n01/05/2026,Магазин Пятёрочка VISA,-3.20\n02/05/2026,Аптека,-4.00', {
        ...letters,
        ё: 0xb8,
      }),
    );
    expect(file.encoding).toBe('windows-1251');
    expect(rowsOf(file)[0]?.payee).toBe('Магазин Пятёрочка VISA');
  });

  it('is Windows-1250 where the letters are Central European', () => {
    const polish = { ż: 0xbf, ś: 0x9c, ć: 0xe6, ó: 0xf3, ł: 0xb3, ą: 0xb9 };
    const file = fileOf(
      encoded('Data,Nazwa,Kwota,Waluta\n2026-05-01,Żabka na żądanie łódź,-5.00,PLN', {
        ...polish,
        Ż: 0xaf,
        ź: 0x9f,
      }),
    );
    expect(rowsOf(file)[0]).toMatchObject({ payee: 'Żabka na żądanie łódź', currency: 'PLN' });
  });

  it('is UTF-16 with and without a mark, and padding bytes fall away', () => {
    const wide = (mark: boolean) => {
      const letters = `${mark ? '\ufeff' : ''}${text}`;
      return new Uint8Array(Uint16Array.from([...letters].map((letter) => letter.charCodeAt(0))).buffer);
    };
    expect(shown(fileOf(wide(true)))).toEqual(shown(fileOf(text)));
    expect(shown(fileOf(wide(false)))).toEqual(shown(fileOf(text)));
    expect(shown(fileOf(`${text}\0\0\0\0`))).toEqual(shown(fileOf(text)));
  });

  it('stays UTF-8 when one byte of many is damaged', () => {
    const bytes = new TextEncoder().encode(
      text.repeat(1) + '\n03.05.2026;Öl und Äpfel über Ämter Größe süß Grüße ähnlich;-1,00\n',
    );
    bytes[bytes.length - 8] = 0xff;
    expect(fileOf(bytes).encoding).toBe('utf-8');
  });
});

describe('a file that writes each row as a block of labelled lines', () => {
  const FILE =
    'From: 01/05/2026 to 14/05/2026\r\n\r\nAccount: XXXX XXXX XXXX 1234\r\n\r\nDate:\u00a014/05/2026\r\nDescription:\u00a0CARD PAYMENT TO KIOSK,5.60 GBP, RATE 1.00/GBP ON 12-05-2026\r\nAmount:\u00a0-5.60 GBP\r\nBalance:\u00a094.40 GBP\r\n\r\nDate:\u00a013/05/2026\r\nDescription:\u00a0RECEIPT FROM ACME\r\nAmount:\u00a0100.00 GBP\r\nBalance:\u00a0100.00 GBP\r\n';

  it('is read as the table that it is', () => {
    const file = fileOf(FILE);
    expect(rowsOf(file).map((row) => [row.on, row.amount_minor, row.currency, row.line])).toEqual([
      ['2026-05-14', -560n, 'GBP', 5],
      ['2026-05-13', 10_000n, 'GBP', 10],
    ]);
    expect(rowsOf(file)[0]?.payee).toMatch(/^CARD PAYMENT TO KIOSK/);
    expect(file.statements[0]).toMatchObject({
      account: { name: 'XXXX XXXX XXXX 1234' },
      closing: { amount_minor: 9440n },
      rejected: [],
    });
    expect(file.warnings).toEqual([]);
  });

  it('is read the same with the mapping that was found', () => {
    const { mapping } = fileOf(FILE);
    expect(rowsOf(fileOf(FILE, { mapping }))).toEqual(rowsOf(fileOf(FILE)));
  });

  it('goes on with a text on the next line', () => {
    const file = fileOf('Date: 14/05/2026\nDescription: KIOSK\nWELLINGTON\nAmount: -5.60\n');
    expect(rowsOf(file)[0]?.payee).toBe('KIOSK WELLINGTON');
  });
});
