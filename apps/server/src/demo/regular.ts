import { daysBetween, weekdayOf } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import type { DemoEntry } from './demo-entry.ts';
import type { Dice } from './dice.ts';

/** Any pay day of the household: everything fortnightly is counted from it. */
export const PAY_ANCHOR = '2026-11-18' as Day;

export function payday(on: Day): DemoEntry[] {
  const since = daysBetween(PAY_ANCHOR, on);
  const entries: DemoEntry[] = [];
  if (mod(since, 14) === 0) {
    entries.push({
      account: 'everyday',
      cents: 218_450,
      payee: 'Te Whatu Ora',
      category: 'income.salary',
      by: 'mere',
      memo: 'SALARY',
    });
    entries.push({ account: 'everyday', to: 'rainy', cents: -125_000, payee: 'To Rainy day' });
    entries.push({
      account: 'kiwisaver',
      cents: 16_100,
      payee: 'KiwiSaver contribution',
      category: 'income.other',
      by: 'mere',
    });
  }
  if (mod(since, 14) === 7) {
    entries.push({
      account: 'everyday',
      cents: 174_300,
      payee: 'Hutt City Builders',
      category: 'income.salary',
      by: 'tama',
      memo: 'WAGES',
    });
    entries.push({ account: 'everyday', to: 'gifts', cents: -4_000, payee: 'To Gifts' });
  }
  if (weekdayOf(on) === 2)
    entries.push({
      account: 'everyday',
      cents: 18_000,
      payee: 'Sam board',
      category: 'income.other',
      memo: 'FLATMATE',
    });
  return entries;
}

export function bills(on: Day, dice: Dice): DemoEntry[] {
  const day = dayOfMonth(on);
  const winter = ['06', '07', '08'].includes(on.slice(5, 7));
  const entries: DemoEntry[] = [];
  if (weekdayOf(on) === 3)
    entries.push({
      account: 'everyday',
      cents: -72_000,
      payee: 'Barfoot & Thompson',
      category: 'housing.rent',
      by: 'tama',
      memo: 'RENT',
    });
  if (day === 24)
    entries.push({
      account: 'everyday',
      cents: -dice.between(winter ? 27_000 : 14_500, winter ? 36_500 : 21_000),
      payee: 'Mercury',
      category: 'housing.power',
    });
  if (day === 26)
    entries.push({ account: 'everyday', cents: -8_500, payee: 'Spark', category: 'housing.internet' });
  if (day === 2)
    entries.push({ account: 'visa', cents: -2_299, payee: 'Netflix', category: 'entertainment.streaming' });
  if (day === 9)
    entries.push({
      account: 'everyday',
      cents: -11_640,
      payee: 'AA Insurance',
      category: 'housing.insurance',
    });
  if (day === 15)
    entries.push({ account: 'visa', cents: -1_799, payee: 'Spotify', category: 'entertainment.streaming' });
  if (day === 20)
    entries.push({
      account: 'everyday',
      to: 'visa',
      cents: -dice.between(80_000, 99_000),
      payee: 'Visa payment',
    });
  if (day === 30)
    entries.push({
      account: 'rainy',
      cents: dice.between(1_900, 3_400),
      payee: 'Interest',
      category: 'income.interest',
    });
  return entries;
}

export function children(on: Day, dice: Dice): DemoEntry[] {
  const entries: DemoEntry[] = [];
  const term = ['02', '05', '07', '10'].includes(on.slice(5, 7)) && dayOfMonth(on) === 6;
  if (weekdayOf(on) === 7)
    entries.push({ account: 'everyday', to: 'pocket', cents: -1_500, payee: 'Pocket money Aroha' });
  if (term)
    entries.push({
      account: 'everyday',
      cents: -14_500,
      payee: 'Hutt Valley High',
      category: 'education.school',
    });
  if (term)
    entries.push({
      account: 'everyday',
      cents: -9_000,
      payee: 'Petone Netball',
      category: 'children.activities',
    });
  if (dice.chance(8))
    entries.push({
      account: 'pocket',
      cents: -dice.between(350, 1_400),
      payee: dice.pick(['Dairy on the corner', 'Event Cinemas', 'Steam']),
      category: 'entertainment.games',
      by: 'aroha',
    });
  if (dice.chance(2))
    entries.push({
      account: 'everyday',
      cents: -dice.between(2_000, 6_500),
      payee: 'Hutt Medical',
      category: 'health.doctor',
    });
  return entries;
}

export function dayOfMonth(on: Day): number {
  return Number(on.slice(8));
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
