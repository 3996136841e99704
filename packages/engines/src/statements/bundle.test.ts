import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAX_UNPACKED_BYTES, unpacksBeyond } from './archive.ts';
import { fileOf, refusalOf, rowsOf, shown, warningsOf } from './testing.ts';

const camt = (day: string, amount: string): string =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-05-${day}</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>`;
const table = (day: string, amount: string): string =>
  `Date,Payee,Amount\n${day}/05/2026,Java,-5.00\n${day}/05/2026,Pay,${amount}\n`;
const zip = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

describe('an archive of several files', () => {
  it('is one file with the statements of all, each with its name', () => {
    const file = fileOf(zip({ 'may/01.xml': camt('01', '1.00'), 'may/02.xml': camt('02', '2.50') }));
    expect(file.format).toBe('camt053');
    expect(file.statements.map((one) => one.file)).toEqual(['01.xml', '02.xml']);
    expect(shown(file)).toEqual(['2026-05-01 -100 ', '2026-05-02 -250 ']);
    expect(warningsOf(file)).toEqual([]);
  });

  it('of tables that are laid out alike has one layout to correct, and of others none', () => {
    const alike = fileOf(zip({ 'a.csv': table('13', '9.00'), 'b.csv': table('14', '8.00') }));
    expect(rowsOf(alike)).toHaveLength(4);
    expect(alike.layout).toBeDefined();
    expect(alike.columns).toHaveLength(3);
    const mixed = fileOf(zip({ 'a.csv': table('13', '9.00'), 'b.xml': camt('14', '8.00') }));
    expect([mixed.layout, mixed.mapping, mixed.columns]).toEqual([undefined, undefined, undefined]);
    expect(warningsOf(mixed)).toContain('several_formats');
  });

  it('leaves out what is no statement, and says so by name', () => {
    const letter = 'Dear customer,\nhere are your statements.\n';
    const file = fileOf(zip({ 'a.csv': table('13', '9.00'), 'read me.txt': letter, 'a.pdf': '%PDF-1.7\n' }));
    expect(rowsOf(file)).toHaveLength(2);
    const said = file.warnings.filter(({ code }) => code === 'file_left_out').map(({ message }) => message);
    expect(said).toEqual([
      expect.stringContaining('"read me.txt" was left out.'),
      expect.stringContaining('"a.pdf" was left out.'),
    ]);
  });

  it('comes in whole or not at all: one that is damaged refuses it, by name and with a cure', () => {
    const damaged =
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt></x>';
    const refusal = refusalOf(zip({ 'a.xml': camt('01', '1.00'), 'b.xml': damaged }));
    expect(refusal.message).toMatch(/^In "b.xml": .*\.$/);
    expect(refusal.cure).toContain('unpack the archive');
  });

  it('names the file of a line that is no row', () => {
    const file = fileOf(
      zip({ 'a.csv': table('13', '9.00'), 'b.csv': table('14', '8.00').replace('-5.00', 'x') }),
    );
    const rejected = file.statements.flatMap((one) => one.rejected);
    expect(rejected).toMatchObject([{ line: 2, message: expect.stringMatching(/^In "b.csv": /) }]);
  });

  it('of which none is a statement, with another archive inside, or with too many is refused', () => {
    expect(refusalOf(zip({ 'a.pdf': '%PDF-1.7\n', 'b.pdf': '%PDF-1.7\n' })).code).toBe('not_a_statement');
    const inner = zipSync({
      'b.zip': zip({ 'a.csv': table('13', '9.00') }),
      'a.csv': strToU8(table('13', '9.00')),
    });
    expect(refusalOf(inner)).toMatchObject({
      code: 'archive_bomb',
      message: expect.stringContaining('"b.zip"'),
    });
    const statement = /<Stmt>.*<\/Stmt>/.exec(camt('01', '1.00'))?.[0] ?? '';
    const many = camt('01', '1.00').replace(statement, statement.repeat(300));
    expect(refusalOf(zip({ 'a.xml': many, 'b.xml': many })).code).toBe('too_large');
  });

  it('holds all of its files together to what an archive may unpack to', () => {
    const half = new Uint8Array(MAX_UNPACKED_BYTES * 0.6).fill(32);
    const files = zipSync({ 'a.csv': half, 'b.csv': half }, { level: 9 });
    expect(refusalOf(files).code).toBe('archive_bomb');
  });

  it('is weighed unpacked, without unpacking more than it takes', () => {
    const small = zip({ 'a.csv': table('13', '9.00') });
    expect(unpacksBeyond(small, 1000)).toBe(false);
    expect(unpacksBeyond(small, 20)).toBe(true);
    expect(unpacksBeyond(zipSync({ 'a.csv': new Uint8Array(5_000_000) }), 1_000_000)).toBe(true);
    expect(unpacksBeyond(strToU8(table('13', '9.00')), 1)).toBe(false);
    expect(unpacksBeyond(small.slice(0, 40), 1000)).toBe(false);
  });
});
