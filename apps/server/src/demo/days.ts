import { weekdayOf } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import type { DemoEntry } from './demo-entry.ts';
import { diceFor } from './dice.ts';
import { bills, children, dayOfMonth, payday } from './regular.ts';
import { holiday, outings, shopping } from './spending.ts';

/** What happens to the whānau on a day. The same day always brings the same. */
export function whanauDay(on: Day, today: Day): DemoEntry[] {
  const dice = diceFor(`whanau ${on}`);
  return [
    ...payday(on),
    ...bills(on, dice),
    ...shopping(on, dice),
    ...outings(on, dice),
    ...children(on, dice),
    ...holiday(on, today, dice),
  ];
}

/** What happens in the flat of three on a day. */
export function flatDay(on: Day): DemoEntry[] {
  const dice = diceFor(`flat ${on}`);
  const entries: DemoEntry[] = [];
  const weekday = weekdayOf(on);
  if (weekday === 4)
    entries.push({
      account: 'flat',
      cents: -54_000,
      payee: 'Aro Street Rentals',
      category: 'housing.rent',
      by: 'sam',
    });
  if (weekday === 3)
    for (const name of ['Sam', 'Lena', 'Hemi'])
      entries.push({ account: 'flat', cents: 21_000, payee: `${name} flat share`, category: 'income.other' });
  if (dayOfMonth(on) === 12)
    entries.push({
      account: 'flat',
      cents: -dice.between(14_500, 24_000),
      payee: 'Mercury',
      category: 'housing.power',
      by: 'lena',
    });
  if (dayOfMonth(on) === 5)
    entries.push({
      account: 'flat',
      cents: -7_900,
      payee: '2degrees Broadband',
      category: 'housing.internet',
      by: 'sam',
    });
  if (weekday === 7)
    entries.push({
      account: 'flat',
      cents: -dice.between(9_800, 16_500),
      payee: dice.pick(['New World Metro', "Pak'nSave Kilbirnie"]),
      category: 'food.groceries',
      by: dice.pick(['sam', 'lena']),
    });
  if (dice.chance(9))
    entries.push({
      account: 'flat',
      cents: -dice.between(2_500, 6_400),
      payee: dice.pick(['Hell Pizza', 'Little Penang', 'Satay Kingdom']),
      category: 'food.takeaways',
      by: 'sam',
    });
  return entries;
}
