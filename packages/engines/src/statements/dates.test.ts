import type { Day } from '@kinwise/core/days';
import { describe, expect, it } from 'vitest';
import { dateToken, dayOf } from './dates.ts';
import { fileOf, shown, TODAY, warningsOf } from './testing.ts';

const day = (text: string): Day | undefined => {
  const token = dateToken(text);
  return token === undefined ? undefined : dayOf(token, 'dmy', TODAY);
};

describe('days as files write them', () => {
  it.each([
    ['Thu 12/11/2026'],
    ['do. 12-11-2026'],
    ['Thursday, 12-11-2026'],
    ['czw 12.11.2026 08:30'],
    ['Sze 2026.11.12'],
    ['2026. november 12.'],
    ['2026.11.12.'],
    ['12. marraskuuta 2026'],
    ['12 listopada 2026'],
    ['12 ноября 2026'],
    ['2026-11-12, 08:30'],
  ])('“%s” is the 12th of November', (text) => {
    expect(day(text)).toBe('2026-11-12');
  });

  it('knows a month by its longest beginning', () => {
    expect(['3. července 2026', '3. června 2026', '3. maaliskuuta 2026'].map(day)).toEqual([
      '2026-07-03',
      '2026-06-03',
      '2026-03-03',
    ]);
  });

  it('takes no shop before a day for a weekday', () => {
    expect(day('Sunoco 12/11/2026')).toBeUndefined();
  });

  it('sees a year of two digits in front, where nothing else could stand there on every row', () => {
    const rows = ['26-10-18,Coop,-84.84', '26-10-20,Coop,-4.10', '26-11-02,Lön,9000.00'];
    const file = fileOf(['Date,Text,Amount', ...rows, ''].join('\n'));
    expect(shown(file)).toEqual(['2026-10-18 -8484 Coop', '2026-10-20 -410 Coop', '2026-11-02 900000 Lön']);
    expect(warningsOf(file)).toEqual([]);
  });

  it('doubts a lone day that may begin with its year', () => {
    expect(warningsOf(fileOf('Date,Text,Amount\n26-11-18,Coop,-84.84\n'))).toEqual(['dates_ambiguous']);
  });
});
