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

describe('the state of an entry', () => {
  it('that is for information or was rejected moves no money, and one of a day to come is pending', () => {
    const marked = (status: string) => entry().replace('<Cd>BOOK</Cd>', status);
    const file = fileOf(
      camt(
        marked('<Cd>INFO</Cd>') +
          marked('INFO') +
          marked('<Prtry>Rejected</Prtry>') +
          marked('<Cd>FUTR</Cd>') +
          marked('<Prtry>Pending</Prtry>') +
          marked('<Prtry>Booked</Prtry>'),
        BALANCE('OPBD', '18.15') + BALANCE('CLBD', '9.30'),
      ),
    );
    expect(rejectedOf(file)).toEqual(['3 not_completed', '4 not_completed', '5 not_completed']);
    expect(rowsOf(file).map((row) => row.pending)).toEqual([true, true, undefined]);
    expect(warningsOf(file)).toEqual([]);
  });
});

describe('the identity of an entry', () => {
  it('is the reference of the bank, also where it stands with the only payment', () => {
    const payment = (reference: string) =>
      `<NtryDtls><TxDtls><Refs><AcctSvcrRef>${reference}</AcctSvcrRef></Refs></TxDtls></NtryDtls>`;
    const file = fileOf(camt(entry(payment('ZV2026/17')) + entry(payment('ZV2026/18'))));
    expect(rowsOf(file).map((row) => row.bank_id)).toEqual(['ZV2026/17', 'ZV2026/18']);
  });

  it('is that of the entry rather than that of its payment, and none where it is only counted', () => {
    const both = (number: string) =>
      entry(
        `<NtryRef>${number}</NtryRef><NtryDtls><TxDtls><Refs><AcctSvcrRef>9876543210</AcctSvcrRef></Refs></TxDtls></NtryDtls>`,
      );
    const file = fileOf(camt(both('2026050212345') + both('000002')));
    expect(rowsOf(file).map((row) => row.bank_id)).toEqual(['2026050212345', undefined]);
  });

  it('is not the number of its line in the file, which the next file gives to another entry', () => {
    const numbered = (number: string) => entry(`<NtryRef>${number}</NtryRef>`);
    const file = fileOf(camt(numbered('000001') + numbered('0000012345') + numbered('2026050212345')));
    expect(rowsOf(file).map((row) => row.bank_id)).toEqual([undefined, undefined, '2026050212345']);
  });
});

describe('balances of the middle of the day', () => {
  const ends = (balances: string) => {
    const [statement] = fileOf(camt(entry(), balances)).statements;
    return [statement?.opening?.amount_minor, statement?.closing?.amount_minor];
  };

  it('close a report, open a page that has a closing balance, and do both where they are all there is', () => {
    expect(ends(BALANCE('OPBD', '18.15') + BALANCE('ITBD', '9.30'))).toEqual([1815n, 930n]);
    expect(ends(BALANCE('ITBD', '18.15') + BALANCE('CLBD', '9.30'))).toEqual([1815n, 930n]);
    expect(ends(BALANCE('ITBD', '18.15') + BALANCE('ITBD', '9.30'))).toEqual([1815n, 930n]);
    expect(ends(BALANCE('ITBD', '9.30'))).toEqual([undefined, 930n]);
  });
});

describe('what banks put around and into a document', () => {
  it('is opened: an envelope, one with several documents, and prefixes of their own', () => {
    const [head = '', ...rest] = camt(entry()).split('\n');
    const document = rest.join('\n');
    expect(rowsOf(fileOf(`${head}<BusMsg><AppHdr/>${document}</BusMsg>`))).toHaveLength(1);
    const both = fileOf(`${head}<s:Body xmlns:s="x"><s:Files>${document}${document}</s:Files></s:Body>`);
    expect(both.statements).toHaveLength(2);
    const prefixed = document.replace(/<(\/?)(?=[A-Z])/g, '<$1n0:').replace('xmlns=', 'xmlns:n0=');
    expect(rowsOf(fileOf(head + prefixed))).toHaveLength(1);
  });

  it('may be a bare ampersand, or an account number in groups', () => {
    const file = fileOf(
      camt(entry('<AddtlNtryInf>Fish & Chips</AddtlNtryInf>')).replace(
        'NL26VAYB8060476890',
        'NL26 VAYB 8060 4768 90',
      ),
    );
    expect(rowsOf(file)[0]).toMatchObject({ payee: 'Fish & Chips', amount_minor: -885n });
    expect(file.statements[0]?.account?.number).toBe('NL26VAYB8060476890');
  });

  it('names the bank on the other side where no person or company is', () => {
    const interest =
      '<NtryDtls><TxDtls><RltdPties><Dbtr><Agt><FinInstnId><Nm>Our Bank</Nm></FinInstnId></Agt></Dbtr></RltdPties></TxDtls></NtryDtls>';
    expect(rowsOf(fileOf(camt(entry(interest, '1.20', 'CRDT'))))[0]?.payee).toBe('Our Bank');
    const behind = interest.replace('</Dbtr>', '</Dbtr><UltmtDbtr><Nm>Our Shop</Nm></UltmtDbtr>');
    expect(rowsOf(fileOf(camt(entry(behind, '1.20', 'CRDT'))))[0]?.payee).toBe('Our Shop');
  });
});
