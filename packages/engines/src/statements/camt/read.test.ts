import { describe, expect, it } from 'vitest';
import { fileOf, refusalOf, rejectedOf, rowsOf, warningsOf } from '../testing.ts';

const BALANCE = (code: string, amount: string, currency = 'EUR') =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-05-02</Dt></Dt></Bal>`;

function camt(entries: string, balances = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>NL26VAYB8060476890</IBAN></Id><Ccy>EUR</Ccy></Acct>${balances}
${entries}</Stmt></BkToCstmrStmt></Document>`;
}

function entry(more = '', amount = '8.85', direction = 'DBIT'): string {
  return `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2026-05-02T10:15:00+01:00</DtTm></BookgDt>${more}</Ntry>\n`;
}

const DETAILS =
  '<NtryDtls><TxDtls><Refs><EndToEndId>E2E</EndToEndId></Refs><RltdPties><Cdtr><Pty><Nm>Bäcker &amp; Co</Nm></Pty></Cdtr><CdtrAcct><Id><IBAN>NL56</IBAN></Id></CdtrAcct></RltdPties><RmtInf><Ustrd>Invoice 1</Ustrd><Ustrd>thanks</Ustrd></RmtInf></TxDtls></NtryDtls>';

describe('a CAMT statement', () => {
  it('is read with the other party, the purpose and the balances', () => {
    const file = fileOf(camt(entry(DETAILS), BALANCE('OPBD', '18.15') + BALANCE('CLBD', '9.30')));
    expect(file.format).toBe('camt053');
    expect(rowsOf(file)[0]).toMatchObject({
      line: 3,
      on: '2026-05-02',
      amount_minor: -885n,
      payee: 'Bäcker & Co',
      memo: 'Invoice 1 thanks',
      reference: 'E2E',
      counter_account: 'NL56',
    });
    expect(file.warnings).toEqual([]);
  });

  it('warns when its rows do not lead to its closing balance, and of balances in another currency', () => {
    const file = fileOf(
      camt(entry(), `${BALANCE('OPBD', '18.150')}${BALANCE('CLBD', '27.05')}${BALANCE('CLAV', '1', 'JPY')}`),
    );
    expect(rowsOf(file)).toHaveLength(1);
    expect(warningsOf(file)).toEqual(['balance_other_currency', 'balance_mismatch']);
  });

  it('keeps a batch as the one amount that was booked, and marks a pending entry', () => {
    const batch = `<NtryDtls>${DETAILS.replace(/<\/?NtryDtls>/g, '')}${DETAILS.replace(/<\/?NtryDtls>/g, '').replace('Bäcker &amp; Co', 'Zoo')}</NtryDtls>`;
    const file = fileOf(camt(entry(batch) + entry().replace('BOOK', 'PDNG')));
    expect(rowsOf(file).map((row) => [row.payee, row.pending])).toEqual([
      ['Bäcker & Co, Zoo', undefined],
      ['', true],
    ]);
  });

  it('rejects an entry without direction or with a damaged amount, alone', () => {
    const file = fileOf(camt(entry('', '8,85') + entry('', '1.00', 'BOTH') + entry()));
    expect(rejectedOf(file)).toEqual(['3 unreadable_amount', '4 no_direction']);
    expect(rowsOf(file)).toHaveLength(1);
  });

  it('is refused with the line when the XML is damaged', () => {
    const refusal = refusalOf(camt(entry()).replace('</Ntry>', '</Ntr>'));
    expect(refusal).toMatchObject({ code: 'damaged_markup', line: 3 });
  });

  it('is refused when it defines entities of its own, however small', () => {
    const bomb = camt(entry()).replace(
      '<Document',
      '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><Document',
    );
    expect(refusalOf(bomb).code).toBe('dangerous_markup');
  });

  it('is refused when it holds no statement', () => {
    expect(
      refusalOf(
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr/></BkToCstmrStmt></Document>',
      ).code,
    ).toBe('no_statement');
  });
});

describe('a payment that came back', () => {
  it('is still with the shop that was paid, though the money comes in', () => {
    const parties =
      '<RvslInd>true</RvslInd><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Mere</Nm></Dbtr><Cdtr><Nm>Shop</Nm></Cdtr></RltdPties></TxDtls></NtryDtls>';
    const file = fileOf(camt(entry(parties, '12.00', 'CRDT')));
    expect(rowsOf(file)[0]).toMatchObject({ payee: 'Shop', amount_minor: 1200n });
  });
});
