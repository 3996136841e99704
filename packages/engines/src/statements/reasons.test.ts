import { describe, expect, it } from 'vitest';
import { fileOf } from './testing.ts';

type Written = { on?: string; amount?: string };

/** One row in each format: 13 May 2026, 5.00 out, unless told otherwise. */
const FORMATS: Record<string, (written: Written) => string> = {
  CSV: ({ on = '13/05/2026', amount = '-5.00' }) =>
    `Date,Payee,Amount\n12/05/2026,Shop,-7.00\n${on},Shop,${amount}\n`,
  'CSV with money out and in': ({ on = '13/05/2026', amount = '5.00' }) =>
    `Date,Payee,Debit,Credit\n12/05/2026,Shop,7.00,\n14/05/2026,Pay,,7.00\n${on},Shop,${amount.replace('-', '')},\n`,
  OFX: ({ on = '20260513', amount = '-5.00' }) =>
    `<OFX><STMTRS><CURDEF>NZD<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST><STMTTRN><DTPOSTED>${on.replaceAll('-', '')}<TRNAMT>${amount}<NAME>A</STMTTRN></BANKTRANLIST></STMTRS></OFX>`,
  QIF: ({ on = '13/05/2026', amount = '-5.00' }) => `!Type:Bank\nD${on}\nT${amount}\nPA\n^\n`,
  MT940: ({ on = '260513', amount = '5,00' }) =>
    `:20:A\n:25:1\n:28C:1/1\n:60F:C260501NZD5,00\n:61:${on}D${amount.replace('-', '').replace('.', ',')}NTRFNONREF\n:62F:C260502NZD5,00\n-\n`,
  CAMT: ({ on = '2026-05-13', amount = '5.00' }) =>
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Ntry><Amt Ccy="NZD">${amount.replace('-', '')}</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>${on}</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>`,
  Splitwise: ({ on = '2026-05-13' }) =>
    `Date,Description,Category,Cost,Currency,Mere,Tama\n\n2026-05-01,Groceries,Groceries,60.00,NZD,30.00,-30.00\n${on},Power,Electricity,90.00,NZD,-45.00,45.00\n`,
  GnuCash: ({ on = '2026-05-13' }) =>
    `<?xml version="1.0"?><gnc-v2 xmlns:gnc="g"><gnc:book version="2.0.0"><gnc:account><act:name>Cheque</act:name><act:id>b</act:id><act:type>BANK</act:type></gnc:account><gnc:transaction><trn:date-posted><ts:date>${on} 10:00:00 +1200</ts:date></trn:date-posted><trn:splits><trn:split><split:value>-5/1</split:value><split:account>b</split:account></trn:split></trn:splits></gnc:transaction></gnc:book></gnc-v2>`,
};

function reasons(format: string, written: Written) {
  const { statements } = fileOf(FORMATS[format]?.(written) ?? '');
  return statements.flatMap(({ rejected }) => rejected.map(({ code, message }) => ({ code, message })));
}

describe('why a line is no row', () => {
  it.each(Object.keys(FORMATS))('is nothing where it is one: %s', (format) => {
    expect(reasons(format, {})).toEqual([]);
  });

  it.each([
    ['CSV', '31/02/2026'],
    ['OFX', '20260231'],
    ['QIF', '31/02/2026'],
    ['MT940', '260231'],
    ['CAMT', '2026-02-30'],
    ['CAMT', '2026-13-01'],
    ['Splitwise', '2026-02-30'],
    ['GnuCash', '2026-02-30'],
  ])('is its day where that does not exist, as it is written: %s', (format, on) => {
    expect(reasons(format, { on })).toEqual([
      { code: 'impossible_day', message: expect.stringContaining(`There is no day “${on}`) },
    ]);
  });

  it.each([
    ['CAMT', 'It has no booking day and no value day.'],
    ['OFX', 'It has no day (DTPOSTED).'],
    ['QIF', 'It has no day (D).'],
  ])('is that it has no day where none is written: %s', (format, message) => {
    expect(reasons(format, { on: '' })).toEqual([{ code: 'no_day', message }]);
  });

  it.each(['CSV', 'CSV with money out and in', 'OFX', 'QIF', 'MT940', 'CAMT'])(
    'is that an amount is smaller than the smallest coin, and not that it is zero: %s',
    (format) => {
      const [only, ...more] = reasons(format, { amount: '-0.001' });
      expect(more).toEqual([]);
      expect(only?.code).toBe('amount_too_small');
      expect(only?.message).toMatch(/^“-?0[.,]001” has more decimals than NZD has, and is less than its /);
      expect(reasons(format, { amount: '0.000' })).toEqual([
        { code: 'zero_amount', message: 'Its amount is zero, so no money moved.' },
      ]);
    },
  );
});
