import { describe, expect, it } from 'vitest';
import { fileOf, refusalOf, rejectedOf, rowsOf, shown, warningsOf } from '../testing.ts';

const HEAD = 'OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n';

function sgml(rows: string, more = ''): string {
  return `${HEAD}<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>NZD<BANKACCTFROM><BANKID>12<ACCTID>12-3111-0098765-50<ACCTTYPE>SAVINGS</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20260501
${rows}</BANKTRANLIST>${more}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
}

function row(fields: Record<string, string>): string {
  return `<STMTTRN>\n${Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}`)
    .join('\n')}\n</STMTTRN>\n`;
}

const CAFE = {
  TRNTYPE: 'POS',
  DTPOSTED: '20260502120000.000[+12:NZST]',
  TRNAMT: '-4.50',
  FITID: 'a1',
  NAME: 'Cafe & Co',
};

describe('an OFX statement', () => {
  it('of version 1 needs no closing tags, and a bare ampersand stays', () => {
    const file = fileOf(
      sgml(
        row(CAFE),
        '<LEDGERBAL><BALAMT>95.50<DTASOF>20260503</LEDGERBAL><AVAILBAL><BALAMT>195,50<DTASOF>20260503</AVAILBAL>',
      ),
    );
    expect(file.format).toBe('ofx1');
    expect(shown(file)).toEqual(['2026-05-02 -450 Cafe & Co']);
    expect(rowsOf(file)[0]).toMatchObject({ line: 9, bank_id: 'a1', kind: 'POS' });
    expect(file.statements[0]).toMatchObject({
      account: { number: '12-3111-0098765-50', bankCode: '12', kind: 'savings' },
      currency: 'NZD',
      closing: { amount_minor: 9550n, on: '2026-05-03' },
      available: { amount_minor: 19550n, on: '2026-05-03' },
    });
  });

  it('that names no currency is assumed to be in that of the account', () => {
    const text = sgml(row(CAFE));
    expect(fileOf(text).statements[0]?.isCurrencyAssumed).toBeUndefined();
    const [statement] = fileOf(text.replace('<CURDEF>NZD', ''), { currency: 'AUD' }).statements;
    expect(statement).toMatchObject({ currency: 'AUD', isCurrencyAssumed: true });
  });

  it('may stand on one line, with comments and empty tags', () => {
    const text = sgml(
      `<!-- first --><STMTTRN><TRNTYPE>POS<DTPOSTED>20260502<TRNAMT>-4.50<FITID></FITID><CHECKNUM><NAME>Cafe<MEMO></MEMO></STMTTRN>`,
    );
    const file = fileOf(text.replaceAll('\n', ' '));
    expect(shown(file)).toEqual(['2026-05-02 -450 Cafe']);
    expect(rowsOf(file)[0]?.bank_id).toBeUndefined();
  });

  it('of version 2 is read with its CDATA and character references', () => {
    const xml = `<?xml version="1.0"?><?OFX OFXHEADER="200" VERSION="211"?><OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>NZD</CURDEF><CCACCTFROM><ACCTID>4111</ACCTID></CCACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260502</DTPOSTED><TRNAMT>-4.50</TRNAMT><FITID>1</FITID><NAME><![CDATA[A <B>  C]]></NAME><MEMO>Caf&#233; &amp;amp; &eacute;</MEMO></STMTTRN></BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>`;
    const file = fileOf(xml);
    expect(file.format).toBe('ofx2');
    expect(rowsOf(file)[0]).toMatchObject({ payee: 'A <B> C', memo: 'Café &amp; é' });
    expect(file.statements[0]?.account).toMatchObject({ number: '4111', kind: 'credit' });
    expect(fileOf(xml, { fileName: 'export.QFX' }).format).toBe('qfx');
  });

  it('keeps two rows that share one bank id, and trusts that id no more', () => {
    const file = fileOf(sgml(row(CAFE) + row({ ...CAFE, TRNAMT: '-9.00', NAME: 'Other' })));
    expect(rowsOf(file).map((one) => one.bank_id)).toEqual([undefined, undefined]);
    expect(warningsOf(file)).toEqual(['repeated_bank_id']);
  });

  it('rejects a day that does not exist and an amount that is none, each alone', () => {
    const file = fileOf(
      sgml(
        row({ ...CAFE, DTPOSTED: '20260231' }) +
          row({ ...CAFE, TRNAMT: '$4' }) +
          row({ ...CAFE, DTPOSTED: '' }) +
          row({ ...CAFE, FITID: 'a9' }),
      ),
    );
    expect(rowsOf(file)).toHaveLength(1);
    expect(rejectedOf(file).map((one) => one.split(' ')[1])).toEqual([
      'impossible_day',
      'unreadable_amount',
      'no_day',
    ]);
  });

  it('says so when an amount has more decimals than the currency', () => {
    const file = fileOf(
      sgml(row({ ...CAFE, TRNAMT: '-4.5050' }) + row({ ...CAFE, TRNAMT: '12.3400', FITID: 'a2' })),
    );
    expect(rowsOf(file).map((one) => one.amount_minor)).toEqual([-451n, 1234n]);
    expect(warningsOf(file)).toEqual(['amount_rounded']);
  });

  it('says how many purchases and sales of shares it leaves out beside the rows of the account', () => {
    const trade =
      '<BUYSTOCK><INVBUY><INVTRAN><FITID>t1<DTTRADE>20260513</INVTRAN><TOTAL>-101</INVBUY></BUYSTOCK>';
    const file = fileOf(sgml(trade + row(CAFE)));
    expect(rowsOf(file)).toHaveLength(1);
    expect(file.warnings).toMatchObject([
      { code: 'skipped_records', message: 'Left out: 1 investment records.' },
    ]);
  });

  it('is read up to where it was cut off, and says that it is not complete', () => {
    const whole = sgml(row(CAFE) + row({ ...CAFE, FITID: 'a2' }) + row({ ...CAFE, FITID: 'a3' }));
    const file = fileOf(whole.slice(0, whole.indexOf('<FITID>a3')));
    expect(warningsOf(file)).toEqual(['truncated']);
    expect(rowsOf(file).length).toBeGreaterThanOrEqual(2);
  });

  it('takes the sign from the kind of row where amounts have none', () => {
    const file = fileOf(
      sgml(
        row({ ...CAFE, TRNTYPE: 'DEBIT', TRNAMT: '4.50' }) +
          row({ ...CAFE, TRNTYPE: 'DEBIT', TRNAMT: '5.50', FITID: 'b' }) +
          row({ ...CAFE, TRNTYPE: 'CREDIT', TRNAMT: '9.00', FITID: 'c' }),
      ),
    );
    expect(rowsOf(file).map((one) => one.amount_minor)).toEqual([-450n, -550n, 900n]);
    expect(warningsOf(file)).toEqual(['sign_by_kind']);
  });

  it('that is the bank’s error answer is refused with what the bank said and where', () => {
    const refusal = refusalOf(
      '<OFX>\n<BANKMSGSRSV1><STMTTRNRS>\n<STATUS><CODE>2000<SEVERITY>ERROR<MESSAGE>General error</STATUS></STMTTRNRS></BANKMSGSRSV1></OFX>',
    );
    expect(refusal).toMatchObject({ code: 'bank_error', line: 3 });
    expect(refusal.message).toContain('2000, “General error”');
    expect(refusalOf('<OFX></OFX>').code).toBe('no_statement');
  });
});

describe('amounts in OFX', () => {
  const minors = (...amounts: string[]) => {
    const file = fileOf(
      sgml(amounts.map((TRNAMT, at) => row({ ...CAFE, TRNAMT, FITID: `b${at}` })).join('')),
    );
    return [...rowsOf(file).map((one) => one.amount_minor), ...warningsOf(file)];
  };

  it('have groups or decimals of three digits as the other amounts of the file tell', () => {
    expect(minors('-1,234', '-4.50')).toEqual([-123400n, -450n]);
    expect(minors('-1.234', '-4,50')).toEqual([-123400n, -450n]);
    expect(minors('-1.234', '-4.50')).toEqual([-123n, -450n, 'amount_rounded']);
  });

  it('with one mark before three digits and nothing to compare are doubted', () => {
    expect(minors('-1,234', '-20')).toEqual([-123400n, -2000n, 'amounts_ambiguous']);
  });

  it('may have their sign behind them, as a minus or in letters', () => {
    expect(minors('4.50-', '4.50 DR', '4.50 CR')).toEqual([-450n, -450n, 450n]);
  });

  it('of interest that was paid stay negative, however much of it there is', () => {
    const interest = (TRNAMT: string, FITID: string) => row({ ...CAFE, TRNTYPE: 'INT', TRNAMT, FITID });
    const payment = row({ ...CAFE, TRNTYPE: 'PAYMENT', TRNAMT: '200.00', FITID: 'p' });
    const file = fileOf(sgml(interest('-12.34', 'i') + interest('-11.20', 'j') + payment));
    expect(rowsOf(file).map((one) => one.amount_minor)).toEqual([-1234n, -1120n, 20000n]);
    expect(warningsOf(file)).toEqual([]);
  });

  it('of refunds in shops stay positive beside rows with a minus', () => {
    const refund = (FITID: string) => row({ ...CAFE, TRNAMT: '4.50', FITID });
    const credit = row({ ...CAFE, TRNTYPE: 'CREDIT', TRNAMT: '9.00', FITID: 'c' });
    const rent = row({ ...CAFE, TRNTYPE: 'XFER', TRNAMT: '-100.00', FITID: 'x' });
    for (const rows of [credit + refund('a') + refund('b') + rent, refund('a') + refund('b') + rent]) {
      const file = fileOf(sgml(rows));
      expect(rowsOf(file).filter((one) => one.amount_minor < 0n)).toHaveLength(1);
      expect(warningsOf(file)).toEqual([]);
    }
  });

  it('of one debit with a plus, and no minus anywhere, are doubted', () => {
    const file = fileOf(sgml(row({ ...CAFE, TRNTYPE: 'DEBIT', TRNAMT: '4.50' })));
    expect(warningsOf(file)).toEqual(['sign_doubtful']);
  });
});

describe('the markup of OFX', () => {
  it('may have its names behind a namespace', () => {
    const file = fileOf(sgml(row(CAFE)).replace(/<(\/?)(?=[A-Z])/g, '<$1ofx:'));
    expect(shown(file)).toEqual(['2026-05-02 -450 Cafe & Co']);
    expect(warningsOf(file)).toEqual([]);
  });

  it('keeps the space between two parts of a text', () => {
    const file = fileOf(sgml(row({ ...CAFE, NAME: '<![CDATA[A & B]]> <![CDATA[Ltd]]>' })));
    expect(rowsOf(file)[0]?.payee).toBe('A & B Ltd');
  });

  it('names any letter of western Europe', () => {
    const file = fileOf(sgml(row({ ...CAFE, NAME: 'Na&iuml;ve &Igrave; &ordm; &yacute; &OElig;uvre' })));
    expect(rowsOf(file)[0]?.payee).toBe('Naïve Ì º ý Œuvre');
  });

  it('keeps what stands behind the markup of a web page in a text', () => {
    const file = fileOf(sgml(row({ ...CAFE, MEMO: 'one<br>two <b>three</b> four' })));
    expect(rowsOf(file)[0]).toMatchObject({ payee: 'Cafe & Co', memo: 'one two three four' });
  });
});

it('OFC, the kind before OFX, is read with its account and balance', () => {
  const file = fileOf(
    '<OFC>\n<DTD>2\n<ACCTSTMT>\n<ACCTFROM>\n<BANKID>237\n<ACCTID>0123456\n<ACCTTYPE>1\n</ACCTFROM>\n<STMTRS>\n<DTSTART>20260501\n<DTEND>20260531\n<LEDGER>123.45\n<STMTTRN>\n<TRNTYPE>1\n<DTPOSTED>20260502\n<TRNAMT>-4.50\n<FITID>a1\n<CHKNUM>77\n<MEMO>Cafe\n</STMTTRN>\n</STMTRS>\n</ACCTSTMT>\n</OFC>\n',
  );
  expect(shown(file)).toEqual(['2026-05-02 -450 Cafe']);
  expect(rowsOf(file)[0]).toMatchObject({ reference: '77', bank_id: 'a1' });
  expect(file.statements[0]).toMatchObject({
    account: { number: '0123456', bankCode: '237', kind: 'savings' },
    closing: { amount_minor: 12345n, on: '2026-05-31' },
  });
  expect(file.warnings).toEqual([]);
});
