import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES, readStatements } from './read.ts';
import { fileOf, read, refusalOf, rowsOf, TODAY } from './testing.ts';

const bytes = (...values: number[]) => Uint8Array.from([...values, ...new Array(40).fill(7)]);

const GOOD: Record<string, string> = {
  csv: 'Date,Payee,Amount,Balance\n13/05/2026,"Fish, chips",-5.00,95.00\n14/05/2026,Pay,100.00,195.00\n',
  ofx: 'OFXHEADER:100\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>NZD<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>POS<DTPOSTED>20260513<TRNAMT>-5.00<FITID>1<NAME>A</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>',
  qif: '!Type:Bank\nD13/05/2026\nT-5.00\nPA\n^\n',
  mt940:
    ':20:A\n:25:1\n:28C:1/1\n:60F:C260501EUR1,00\n:61:260502D1,00NTRFNONREF\n:86:166?00X?32Name\n:62F:C260502EUR0,00\n-',
  camt: '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Ntry><Amt Ccy="EUR">1</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-05-02</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>',
};

describe('what is no statement', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'empty_file'],
    ['a file of empty lines', new TextEncoder().encode('\n \r\n\t\n'), 'empty_file'],
    ['a PDF', bytes(0x25, 0x50, 0x44, 0x46), 'pdf'],
    ['an old Excel workbook', bytes(0xd0, 0xcf, 0x11, 0xe0), 'old_excel'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47), 'not_a_statement'],
    ['noise', Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 32), 'not_a_statement'],
    [
      'a web page',
      new TextEncoder().encode('<!DOCTYPE html><html><body>Sign in</body></html>'),
      'not_a_statement',
    ],
    ['JSON', new TextEncoder().encode('[{"amount": 1}]'), 'not_a_statement'],
    ['other XML', new TextEncoder().encode('<?xml version="1.0"?><rss/>'), 'not_a_statement'],
    ['a letter', new TextEncoder().encode('Dear bank,\nplease send me my statement.\n'), 'no_rows'],
    ['a giant', new Uint8Array(MAX_FILE_BYTES + 1), 'too_large'],
  ])('%s is refused with what it is and what to do', (_, source, code) => {
    const refusal = refusalOf(source);
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(/\.$/);
    expect(refusal.cure).toMatch(/\.$/);
  });
});

describe('any file at all', () => {
  it('is read or refused, never thrown at the caller', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => typeof read(noise).ok === 'boolean'),
      { numRuns: 300 },
    );
  });

  it('is read or refused also when it begins as a statement and is cut off or damaged', () => {
    const damage = fc.record({
      kind: fc.constantFrom(...Object.keys(GOOD)),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(12),
      insert: fc.string({
        unit: fc.constantFrom('"', ',', ';', '<', '>', '\n', ':', '^', '&', '0', 'é', '\0'),
        maxLength: 12,
      }),
      cut: fc.boolean(),
    });
    fc.assert(
      fc.property(damage, ({ kind, at, length, insert, cut }) => {
        const text = GOOD[kind] ?? '';
        const from = Math.floor(at * text.length);
        const outcome = read(text.slice(0, from) + insert + (cut ? '' : text.slice(from + length)));
        if (!outcome.ok) return outcome.refusal.message !== '' && outcome.refusal.cure !== '';
        return rowsOf(outcome.file).every(
          (row) => row.amount_minor !== 0n && /^\d{4}-\d\d-\d\d$/.test(row.on) && row.line > 0,
        );
      }),
      { numRuns: 600 },
    );
  });

  it('is told by its content, whatever its name says', () => {
    for (const [kind, text] of Object.entries(GOOD)) {
      expect(fileOf(text, { fileName: 'statement.jpg' }).format).toMatch(new RegExp(`^${kind}`));
    }
  });

  it('lets the caller breathe: a long one is read in many steps that never run back', () => {
    const rows = Array.from({ length: 9000 }, (_, index) => `13/05/2026,Shop ${index},-${index + 1}.00`).join(
      '\n',
    );
    const source = new TextEncoder().encode(`Date,Payee,Amount\n${rows}`);
    const done: number[] = [];
    const steps = readStatements(source, { currency: 'NZD', today: TODAY });
    for (let step = steps.next(); step.done !== true; step = steps.next()) {
      expect(step.value.total).toBe(source.length);
      done.push(step.value.done);
    }
    expect(done.length).toBeGreaterThan(8);
    expect([...done].sort((a, b) => a - b)).toEqual(done);
  });

  it('never carries a book into a field', () => {
    const long = 'word '.repeat(5000);
    const [row] = rowsOf(fileOf(`Date,Payee,Amount\n13/05/2026,${long},-1.00`));
    expect(row?.payee.length).toBeLessThanOrEqual(200);
    expect(row?.memo.length).toBeLessThanOrEqual(1000);
    expect(row?.raw.length).toBeLessThanOrEqual(4000);
  });
});
