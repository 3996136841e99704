import { describe, expect, it } from 'vitest';
import { fileOf, rowsOf, shown, warningsOf } from '../testing.ts';

const days = (text: string, options: Parameters<typeof fileOf>[1] = {}) => {
  const file = fileOf(text, options);
  return [...rowsOf(file).map((row) => row.on as string), ...warningsOf(file)];
};

const table = (...cells: string[]) =>
  ['Date,Payee,Amount', ...cells.map((cell, at) => `${cell},Shop ${'ABCDEF'[at]},-4.5${at}`), ''].join('\n');

describe('days that name no year', () => {
  it('have that of the period that the statement names above them, over New Year as well', () => {
    const above = 'Statement period 20 Dec 2025 to 19 Jan 2026\n\n';
    expect(days(above + table('28 Dec', '3 Jan', '19 Jan'))).toEqual([
      '2025-12-28',
      '2026-01-03',
      '2026-01-19',
    ]);
    expect(days(`Period: 2024-01-01 - 2024-12-31\n\n${table('Jan 2', 'Feb 29')}`)).toEqual([
      '2024-01-02',
      '2024-02-29',
    ]);
  });

  it('have that of a lone day, whether the statement begins or ends with it', () => {
    expect(days(`Statement date,14 Mar 2025\n${table('20 Feb', '13 Mar')}`)).toEqual([
      '2025-02-20',
      '2025-03-13',
    ]);
    expect(days(`From,14 Feb 2025\n${table('14 Feb', '13 Mar')}`)).toEqual(['2025-02-14', '2025-03-13']);
  });

  it('have that of the name of the file', () => {
    expect(days(table('28 Feb', '3 Mar'), { fileName: 'Statement_2024.csv' })).toEqual([
      '2024-02-28',
      '2024-03-03',
    ]);
    expect(days(table('28 Dec', '3 Jan'), { fileName: 'Statement 2024.csv' })).toEqual([
      '2023-12-28',
      '2024-01-03',
    ]);
    expect(days(table('28 Dec', '3 Jan'), { fileName: 'x_20250105.csv' })).toEqual([
      '2024-12-28',
      '2025-01-03',
    ]);
  });

  it('are the last before today where nothing names it, which is said', () => {
    expect(days(table('Mon 23 Nov', 'Sun 22 Nov', '5 Mar'))).toEqual([
      '2025-11-23',
      '2026-11-22',
      '2026-03-05',
      'years_assumed',
    ]);
  });

  it('may be numbers, in either order', () => {
    const fileName = '2025.csv';
    expect(days(table('25/03', '02/04'), { fileName })).toEqual(['2025-03-25', '2025-04-02']);
    expect(days(table('03/25', '04/02'), { fileName })).toEqual(['2025-03-25', '2025-04-02']);
    const german = fileOf('Buchung;Text;Betrag\n25.03.;Kiosk;-4,50\n02.04.;Werk;1.000,00\n', { fileName });
    expect(shown(german)).toEqual(['2025-03-25 -450 Kiosk', '2025-04-02 100000 Werk']);
  });

  it('are left alone beside whole ones, as is a text that looks like one', () => {
    const file = fileOf('Date,Payee,Amount\n25/03/2026,5 March,-4.50\n26/03/2026,12 Mar,-5.50\n');
    expect(shown(file)).toEqual(['2026-03-25 -450 5 March', '2026-03-26 -550 12 Mar']);
  });
});
