import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fileOf, refusalOf, rowsOf, shown } from '../testing.ts';

type Parts = Record<string, string>;

function workbook(rows: string, more: Parts = {}): Uint8Array {
  const parts: Parts = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml':
      '<workbook><workbookPr/><sheets><sheet name="S" sheetId="1" r:id="rId1" xmlns:r="r"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="DD/MM/YYYY"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml':
      '<sst><si><t>Date</t></si><si><t>Payee</t></si><si><t>Amount</t></si><si><r><t>Fish &amp; </t></r><r><t>Chips</t></r></si></sst>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="s"><v>2</v></c></row>${rows}</sheetData></worksheet>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    level: 1,
  });
}

const ROW =
  '<row r="3"><c r="A3" s="1"><v>46144</v></c><c r="B3" t="s"><v>3</v></c><c r="D3"><v>-25.260000000000002</v></c></row>';

describe('an XLSX statement', () => {
  it('is read with dates, shared texts, gaps between cells and the noise of binary fractions', () => {
    const file = fileOf(workbook(ROW));
    expect(file.format).toBe('xlsx');
    expect(shown(file)).toEqual(['2026-05-02 -2526 Fish & Chips']);
    expect(rowsOf(file)[0]?.line).toBe(3);
  });

  it('never lets an archive unpack to more than a statement needs, whatever it declares', () => {
    const bomb = workbook(ROW, { 'xl/worksheets/sheet1.xml': ' '.repeat(130 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(refusalOf(bomb).code).toBe('archive_bomb');
    expect(refusalOf(gzipSync(new Uint8Array(130 * 1024 * 1024), { level: 1 })).code).toBe('archive_bomb');
  }, 30_000);

  it('is refused when damaged', () => {
    const bytes = workbook(ROW);
    expect(refusalOf(bytes.slice(0, bytes.length >> 1)).code).toMatch(
      /damaged_archive|no_rows|damaged_markup|not_a_statement/,
    );
  });
});

describe('an archive', () => {
  const csv = 'Date,Payee,Amount\n13/05/2026,A,-1.00';

  it('with one statement inside is read as that statement', () => {
    expect(shown(fileOf(zipSync({ 'may.csv': strToU8(csv) })))).toEqual(['2026-05-13 -100 A']);
    expect(shown(fileOf(gzipSync(strToU8(csv))))).toEqual(['2026-05-13 -100 A']);
  });

  it('with an archive inside is refused', () => {
    expect(refusalOf(zipSync({ 'a.zip': zipSync({ 'a.csv': strToU8(csv) }) })).code).toBe('archive_bomb');
  });
});
