import { describe, expect, it } from 'vitest';
import { fileOf, read, refusalOf, shown } from '../testing.ts';

const PAGE = `<html><head><meta charset="utf-8"><style>td { color: red }</style></head><body>
<table><tr><td colspan=3>Caf&eacute; account 12-3456-0123456-00</td></tr>
<tr><th>Date</th><th>Details</th><th>Amount</th></tr>
<tr><td>20/10/2026</td><td><b>A &amp; P</b><br>Ltd</td><td align="right">-2.47</td></tr>
<tr><td>23/10/2026<td>Mere<td>&nbsp;1,100.00
</table></body></html>`;

describe('a file named .xls', () => {
  it('is read when it is a table of a web page', () => {
    const file = fileOf(PAGE, { fileName: 'export.xls' });
    expect(shown(file)).toEqual(['2026-10-20 -247 A & P Ltd', '2026-10-23 110000 Mere']);
    expect(file.statements[0]?.rows.map((row) => row.line)).toEqual([4, 5]);
  });

  it('is read when it is delimited text', () => {
    const rows = ['Date\tDetails\tAmount', '20/10/2026\tShop\t-2.47', '23/10/2026\tMere\t100.00', ''];
    expect(shown(fileOf(rows.join('\n'), { fileName: 'export.xls' }))).toHaveLength(2);
  });

  it('is refused when it is a workbook of the old kind, with or without a container, and the cure is said', () => {
    for (const start of [
      [0xd0, 0xcf, 0x11, 0xe0],
      [0x09, 0x08, 0x10, 0x00],
      [0x09, 0x00, 0x04, 0x00],
    ]) {
      const refusal = refusalOf(Uint8Array.from([...start, ...Array.from({ length: 60 }, () => 0)]));
      expect(refusal).toMatchObject({ code: 'old_excel', cure: expect.stringMatching(/XLSX or CSV/) });
    }
  });

  it('is never slow, whatever is left open in it', () => {
    const text = `<html><table>${'<tr <td <'.repeat(60_000)}`;
    expect(read(text).ok).toBe(false);
  });
});
