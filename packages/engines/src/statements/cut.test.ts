import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fileOf, read, rejectedOf, rowsOf, shown, warningsOf } from './testing.ts';
import type { StatementFile } from './types.ts';

const OFX1 = `OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>NZD<BANKACCTFROM><ACCTID>12-3111-0098765-50</BANKACCTFROM>
<BANKTRANLIST>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260512<TRNAMT>-1234.56<FITID>a1<NAME>Caf\u00e9</STMTTRN>
<STMTTRN>
<TRNTYPE>CREDIT
<DTPOSTED>20260513
<TRNAMT>2345.67
<FITID>a2
<NAME>Pay
</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>4321.09<DTASOF>20260514</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
`;
const OFX2 = `<?xml version="1.0"?><?OFX OFXHEADER="200" VERSION="211"?><OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>NZD</CURDEF><CCACCTFROM><ACCTID>4111</ACCTID></CCACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260502</DTPOSTED><TRNAMT>-1234.56</TRNAMT><FITID>1</FITID><NAME><![CDATA[A <B>]]></NAME></STMTTRN><STMTTRN><FITID>2</FITID><NAME>C</NAME><TRNAMT>-65.43</TRNAMT><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260512</DTPOSTED></STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>-4321.09</BALAMT><DTASOF>20260514</DTASOF></LEDGERBAL></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>`;
const QIF =
  '!Type:Bank\nD13/05/2026\nT-1,234.56\nPShop\n^\nT-65.43\nPBoth\nSFood\n$-25.43\nSFun\n$-40.00\nD14/05/2026\n^\n!Type:CCard\nD15/05/2026\nU-98.76\nT-98.76\nPLast\n^\n';
const MT940 =
  ':20:A\n:25:1234567/89\n:28C:1/1\n:60F:C260501EUR1234,56\n:61:2605120512D1234,56NTRFNONREF//0724710345313905\nMORE\n:86:166?00X?32Name\n:62F:C260512EUR0,00\n-\n' +
  ':20:B\n:25:1234567/89\n:28C:2/1\n:60F:C260512EUR0,00\n:61:2605130513C2345,67NTRFNONREF\n:86:Pay of\nMay\n:61:2605140514D45,67NTRFNONREF\n:86:Shop\n:62F:C260514EUR2300,00\n:64:C260514EUR2299,90\n-\n';
const MT942 =
  ':20:X\n:25:GJB02\n:28C:1/1\n:34F:CHFD0,00\n:13D:2605021730+0000\n:61:2605120512D1234,56MCI0NONREF\nSUPPLEMENT\n:86:A\n:61:2605130513D65,43MCI0NONREF\n:86:B\n:90D:2CHF1299,99\n-\n';
const CAMT =
  '<?xml version="1.0"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Ntry><Amt Ccy="EUR">1234.56</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-05-12</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>\n';
const GNUCASH =
  '<?xml version="1.0"?>\n<gnc-v2 xmlns:gnc="g"><gnc:book version="2.0.0"><gnc:account version="2.0.0"><act:name>Cheque</act:name><act:id type="guid">b</act:id><act:type>BANK</act:type><act:commodity><cmdty:id>NZD</cmdty:id></act:commodity></gnc:account><gnc:transaction version="2.0.0"><trn:currency><cmdty:id>NZD</cmdty:id></trn:currency><trn:date-posted><ts:date>2026-05-12 10:00:00 +1200</ts:date></trn:date-posted><trn:description>Shop</trn:description><trn:splits><trn:split><split:value>-123456/100</split:value><split:quantity>-123456/100</split:quantity><split:account type="guid">b</split:account></trn:split></trn:splits></gnc:transaction></gnc:book></gnc-v2>\n';

/** What stands last in a line is what a cut damages, so each kind of column stands there once. */
const TABLES = {
  'a CSV with the amount last':
    'Date,Payee,Amount\n12/05/2026,"Fish, 12 chips",-1234.56\n13/05/2026,Caf\u00e9,-65.43\n14/05/2026,Pay,2345.67\n',
  'a CSV with the amount in the middle':
    'Date,Amount,Payee\n12/05/2026,-1234.56,"Two\nlines"\n13/05/2026,-65.43,Shop\n14/05/2026,2345.67,"Pay, 100"\n',
  'a CSV with the day last':
    'Payee,Amount,Date\nShop,-1234.56,12/05/2026\nShop,-65.43,13/05/2026\nPay,2345.67,14/05/2026\n',
  'a CSV with the day of an ISO date last':
    'Payee,Amount,Date\nShop,-1234.56,2026-05-12\nShop,-65.43,2026-05-13\nPay,2345.67,2026-05-14\n',
  'a CSV with the balance last':
    'Date,Payee,Amount,Balance\n12/05/2026,Shop,-1234.56,8765.44\n13/05/2026,Shop,-65.43,8700.01\n14/05/2026,Pay,2345.67,11045.68\n',
  'a CSV with columns for money out and in':
    'Date;Payee;Debit;Credit\r\n12/05/2026;Shop;1234,56;\r\n13/05/2026;Shop;65,43;\r\n14/05/2026;Pay;;2345,67\r\n',
  'a CSV with the currency last':
    'Date,Payee,Amount,Currency\n12/05/2026,Shop,-1234.56,EUR\n13/05/2026,Shop,-65.43,EUR\n14/05/2026,Pay,2345.67,EUR\n',
  'a CSV with the direction last':
    'Date,Payee,Amount,Type\n12/05/2026,Shop,1234.56,Debit\n13/05/2026,Shop,65.43,Debit\n14/05/2026,Pay,2345.67,Credit\n15/05/2026,Shop,1.00,Debit\n',
  'an export of YNAB':
    'Account,Date,Payee,Memo,Outflow,Inflow\nCheque,12/05/2026,Shop,,1234.56,0.00\nCheque,13/05/2026,Shop,,65.43,0.00\nCheque,14/05/2026,Pay,,0.00,2345.67\n',
  'an export of Splitwise':
    'Date,Description,Category,Cost,Currency,Mere,Tama\n\n2026-05-11,Groceries,Groceries,2469.12,NZD,1234.56,-1234.56\n2026-05-12,Power,Electricity,90.00,NZD,-45.00,45.00\n\n2026-05-20,Total balance, , ,NZD,1189.56,-1189.56\n',
} as const;

const bytesOf = (text: string) => new TextEncoder().encode(text);
const wide = (text: string) =>
  new Uint8Array(Uint16Array.from([...`\ufeff${text}`].map((letter) => letter.charCodeAt(0))).buffer);

const WORKBOOK = zipSync(
  Object.fromEntries(
    Object.entries({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml':
        '<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1" xmlns:r="r"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>-1234.56</v></c></row></sheetData></worksheet>',
      'xl/sharedStrings.xml':
        '<sst><si><t>Date</t></si><si><t>Amount</t></si><si><t>12/05/2026</t></si></sst>',
    }).map(([name, text]) => [name, strToU8(text)]),
  ),
);

const FILES: Record<string, Uint8Array> = {
  'OFX 1': bytesOf(OFX1),
  'OFX 1 on one line': bytesOf(OFX1.replaceAll('\n', ' ')),
  'OFX 1 in which nothing is closed but its records': bytesOf(OFX1.replace(/<\/(?!STMTTRN>|OFX>)\w+>/g, '')),
  'OFX 2': bytesOf(OFX2),
  QIF: bytesOf(QIF),
  'QIF with the line ends of Windows': bytesOf(QIF.replaceAll('\n', '\r\n')),
  MT940: bytesOf(MT940),
  'MT940 with the line ends of Windows and no dashes': bytesOf(
    MT940.replaceAll('-\n', '').replaceAll('\n', '\r\n'),
  ),
  MT942: bytesOf(MT942),
  CAMT: bytesOf(CAMT),
  GnuCash: bytesOf(GNUCASH),
  ...Object.fromEntries(Object.entries(TABLES).map(([name, text]) => [name, bytesOf(text)])),
  'a CSV in UTF-16': wide(TABLES['a CSV with the amount last']),
  'an XLSX': WORKBOOK,
  'a GZIP': gzipSync(bytesOf(QIF)),
};

/** What moves money: the day, the amount and its currency. */
function movements(file: StatementFile): string[] {
  return rowsOf(file).map((row) => `${row.on} ${row.amount_minor} ${row.currency}`);
}

/** The rows that the cut file has and the whole one has not; each counts as often as it stands there. */
function invented(part: StatementFile, whole: readonly string[]): string[] {
  const left = [...whole];
  return movements(part).filter((row) => {
    const at = left.indexOf(row);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

describe('a file that was cut off', () => {
  it.each(Object.keys(FILES))('at any byte has no row that the whole file has not: %s', (name) => {
    const bytes = FILES[name] ?? new Uint8Array();
    const whole = fileOf(bytes);
    expect(movements(whole).length).toBeGreaterThan(0);
    expect([...whole.warnings, ...whole.statements.flatMap((one) => one.rejected)]).toEqual([]);
    const balances = whole.statements.flatMap((one) => [one.opening, one.closing, one.available]);
    const wrong: string[] = [];
    for (let end = 1; end < bytes.length; end += 1) {
      const outcome = read(bytes.subarray(0, end));
      if (!outcome.ok) continue;
      const doubted = outcome.file.warnings.some(({ code }) => /^(?:end|sign)_doubtful$/.test(code));
      const rows = invented(outcome.file, movements(whole));
      if (rows.length > 0 && !doubted) wrong.push(`${end}: ${rows.join(', ')}`);
      if (name.includes('CSV') || name.includes('export')) continue;
      for (const { opening, closing, available } of outcome.file.statements)
        for (const balance of [opening, closing, available])
          if (balance) expect(balances, `${end}`).toContainEqual(balance);
    }
    expect(wrong).toEqual([]);
  });

  it('has no row of another amount before its last line, however few rows there are to compare', () => {
    const doubtful = Object.entries(TABLES).flatMap(([name, text]) => {
      const rows = movements(fileOf(text));
      return Array.from({ length: text.length }, (_, end) => end).flatMap((end) => {
        const outcome = read(text.slice(0, end));
        const isFew = text.slice(0, end).trimEnd().split('\n').length <= 3;
        return outcome.ok && !isFew && invented(outcome.file, rows).length > 0 ? [`${name}, ${end}`] : [];
      });
    });
    expect(doubtful).toEqual([]);
  });

  it('in the middle of a letter keeps the letters of the records before', () => {
    const bytes = bytesOf('Date,Payee,Amount\n12/05/2026,Caf\u00e9,-7.00\n13/05/2026,M\u00fc');
    const file = fileOf(bytes.subarray(0, bytes.length - 1));
    expect([file.encoding, ...shown(file)]).toEqual(['utf-8', '2026-05-12 -700 Caf\u00e9']);
  });

  it('keeps every record that is whole', () => {
    const counts = (text: string) => {
      const found = new Set<number>();
      for (let end = 1; end <= text.length; end += 1) {
        const outcome = read(text.slice(0, end));
        if (outcome.ok) found.add(rowsOf(outcome.file).length);
      }
      return [...found];
    };
    expect(counts(OFX1)).toEqual([0, 1, 2]);
    expect(counts(QIF)).toEqual([0, 1, 2, 3]);
    expect(counts(MT940)).toEqual([0, 1, 2, 3]);
  });
});

const CUT = /^The file ends in the middle of this record\. Fetch the file again/;

function cutRow(text: string, expected: { rows: string[]; line: number }): void {
  const file = fileOf(text);
  expect(shown(file)).toEqual(expected.rows);
  expect(rejectedOf(file)).toEqual([`${expected.line} cut_off`]);
  expect(file.statements.flatMap((one) => one.rejected)[0]?.message).toMatch(CUT);
  expect(warningsOf(file)).toContain('truncated');
}

describe('a record that the file leaves unfinished', () => {
  const until = (text: string, mark: string) => text.slice(0, text.lastIndexOf(mark) + mark.length);

  it('is rejected with its line and what to do, in OFX', () => {
    const rows = ['2026-05-12 -123456 Caf\u00e9'];
    cutRow(until(OFX1, '<TRNAMT>23'), { rows, line: 7 });
    cutRow(until(OFX1, '<NAME>Pay\n'), { rows, line: 7 });
    cutRow(until(OFX2, '<TRNAMT>-65.4'), { rows: ['2026-05-02 -123456 A <B>'], line: 1 });
  });

  it('is rejected in OFX also where the file holds a whole document before it', () => {
    cutRow(OFX1 + until(OFX1, '<TRNAMT>23').slice(OFX1.indexOf('<OFX>')), {
      rows: ['2026-05-12 -123456 Caf\u00e9', '2026-05-13 234567 Pay', '2026-05-12 -123456 Caf\u00e9'],
      line: 18,
    });
  });

  it('is rejected in OFX in the middle of a file too, and takes no other with it', () => {
    const file = fileOf(OFX1.replace('-1234.56<FITID>a1<NAME>Caf\u00e9</STMTTRN>', '-12'));
    expect(shown(file)).toEqual(['2026-05-13 234567 Pay']);
    expect(rejectedOf(file)).toEqual(['6 unclosed']);
  });

  it('is read in OFX where no record is closed at all', () => {
    const open = fileOf(OFX1.replaceAll('</STMTTRN>', ''));
    expect(shown(open)).toEqual(['2026-05-12 -123456 Caf\u00e9', '2026-05-13 234567 Pay']);
    expect(open.warnings).toEqual([]);
  });

  it('is rejected in QIF, where the file does not end with a line', () => {
    const rows = ['2026-05-13 -123456 Shop', '2026-05-14 -6543 Both'];
    cutRow(until(QIF, 'T-98'), { rows, line: 15 });
    cutRow(until(QIF, 'PLa'), { rows, line: 15 });
  });

  it('is read in QIF where only its end mark is missing, and a warning names its line', () => {
    const file = fileOf(until(QIF, 'PLast\n'));
    expect(rowsOf(file)).toHaveLength(3);
    expect(file.warnings).toMatchObject([{ code: 'truncated', line: 15 }]);
    expect(fileOf(QIF.trimEnd()).warnings).toEqual([]);
  });

  it('is rejected in MT940, and a statement without its closing balance has a warning', () => {
    const rows = ['2026-05-12 -123456 Name', '2026-05-13 234567 Pay of May'];
    cutRow(until(MT940, ':61:2605140514D45,'), { rows, line: 17 });
    cutRow(until(MT940, ':86:Sh'), { rows, line: 17 });
    const lineEnd = fileOf(until(MT940, ':86:Shop\n'));
    expect(rowsOf(lineEnd)).toHaveLength(3);
    expect(lineEnd.warnings).toMatchObject([{ code: 'truncated', line: 18 }]);
  });

  it('takes nothing from an MT940 that only lacks its last line end', () => {
    for (const whole of [MT940.trimEnd(), MT940.slice(0, MT940.lastIndexOf('\n:64:'))]) {
      const file = fileOf(whole);
      expect(rowsOf(file)).toHaveLength(3);
      expect(file.warnings).toEqual([]);
      expect(file.statements[1]?.closing).toEqual({ amount_minor: 230000n, on: '2026-05-14' });
    }
  });

  it('is rejected in MT942, whose statements have no closing balance', () => {
    cutRow(until(MT942, ':61:2605130513D6'), { rows: ['2026-05-12 -123456 A'], line: 9 });
    expect(fileOf(until(MT942, ':86:B\n')).warnings).toEqual([]);
    const text = fileOf(until(MT942, ':86:B'));
    expect(rowsOf(text)).toHaveLength(2);
    expect(warningsOf(text)).toEqual(['truncated']);
  });

  it('is rejected in a CSV where the last line ends short of what the others have', () => {
    const rows = ['2026-05-12 -123456 Fish, 12 chips', '2026-05-13 -6543 Caf\u00e9'];
    const last = TABLES['a CSV with the amount last'];
    cutRow(until(last, '234'), { rows, line: 4 });
    cutRow(until(last, '2345.6'), { rows, line: 4 });
    cutRow(until(last, '14/05/2026,Pa'), { rows, line: 4 });
    const middle = fileOf('Date,Amount,Payee\n12/05/2026,-1.00,A\n13/05/2026,-1');
    expect(rejectedOf(middle)).toEqual(['3 cut_off']);
  });

  it('is rejected in a CSV where a quoted text is never closed', () => {
    const file = fileOf('Date,Payee,Amount\n12/05/2026,"A",-1.00\n13/05/2026,"Refund, 12');
    expect(shown(file)).toEqual(['2026-05-12 -100 A']);
    expect(rejectedOf(file)).toEqual(['3 cut_off']);
    const wrapped = fileOf('Date,Payee,Amount\n12/05/2026,"A",-1.00\n13/05/2026,"Refund, 12\nMain St');
    expect(shown(wrapped)).toEqual(['2026-05-12 -100 A']);
    expect(rowsOf(wrapped)[0]?.memo).toBe('');
  });

  it('is doubted in a CSV where nothing else tells, with a warning and not in silence', () => {
    const only = fileOf('Date,Payee,Amount\n12/05/2026,Shop,-12');
    expect(rowsOf(only)).toHaveLength(1);
    expect(only.warnings).toMatchObject([{ code: 'end_doubtful', line: 2 }]);
    const mixed = fileOf('Date,Payee,Amount\n12/05/2026,Shop,-1.5\n13/05/2026,Shop,-7\n14/05/2026,Shop,-12');
    expect(rowsOf(mixed)).toHaveLength(3);
    expect(warningsOf(mixed)).toEqual(['end_doubtful']);
  });

  it('is not suspected in a CSV that only lacks its last line end', () => {
    for (const text of [
      'Date,Payee,Amount\n12/05/2026,Shop,-12.00',
      'Date,Payee,Amount\n12/05/2026,Shop,-1.50\n13/05/2026,Shop,-12.00',
      'Date,Payee,Amount\n12/05/2026,Shop,-150\n13/05/2026,Shop,-12',
      'Date,Payee,Amount\n12/05/2026,Shop,-1.5\n13/05/2026,Shop,-12.25',
      'Date,Amount,Payee\n12/05/2026,-1.50,Shop\n13/05/2026,-12.00,A',
      'Date,Amount,Payee\n12/05/2026,-1.50,Shop\n13/05/2026,-12.00,',
      'Date,Payee,Amount\n12/05/2026,Shop,-1.50\n13/05/2026,Shop,-12\n',
    ]) {
      const file = fileOf(text);
      expect(rejectedOf(file), text).toEqual([]);
      expect(warningsOf(file), text).toEqual([]);
    }
  });
});
