import { addDays, daysBetween, weekdayOf } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import type { DemoEntry } from './demo-entry.ts';
import type { Dice } from './dice.ts';

export function shopping(on: Day, dice: Dice): DemoEntry[] {
  const weekday = weekdayOf(on);
  const entries: DemoEntry[] = [];
  if (weekday === 6)
    entries.push({
      account: 'everyday',
      cents: -dice.between(16_500, 27_800),
      payee: dice.pick(["Pak'nSave Petone", 'Woolworths Queensgate']),
      category: 'food.groceries',
      by: dice.pick(['mere', 'tama']),
    });
  if (weekday === 3 || dice.chance(12))
    entries.push({
      account: 'everyday',
      cents: -dice.between(1_450, 7_200),
      payee: dice.pick(['New World Hutt City', 'Moore Wilson’s', 'Four Square Eastbourne']),
      category: 'food.groceries',
      by: dice.pick(['mere', 'tama']),
    });
  if (dice.chance(11))
    entries.push({
      account: 'visa',
      cents: -dice.between(6_200, 11_800),
      payee: dice.pick(['Z Energy Vivian St', 'BP Connect', 'Gull Petone']),
      category: 'transport.fuel',
      by: 'tama',
    });
  if (dice.chance(6))
    entries.push({
      account: 'visa',
      cents: -dice.between(2_400, 14_900),
      payee: dice.pick(['Kmart', 'The Warehouse', 'Farmers', 'Mitre 10']),
      category: dice.pick(['shopping.household', 'shopping.clothing']),
      by: dice.pick(['mere', 'tama']),
    });
  if (dice.chance(9))
    entries.push({
      account: 'everyday',
      cents: -dice.between(900, 6_500),
      payee: dice.pick(['PAYWAVE 8841 Lambton Quay', 'SumUp Petone Market', 'Windcave Online']),
    });
  if (dice.chance(3))
    entries.push({
      account: 'everyday',
      cents: -dice.between(1_200, 5_900),
      payee: dice.pick(['Unichem Pharmacy', 'Chemist Warehouse']),
      category: 'health.pharmacy',
    });
  if (on.slice(5, 7) === '12' && dice.chance(35))
    entries.push({
      account: 'gifts',
      cents: -dice.between(2_500, 9_000),
      payee: dice.pick(['Whitcoulls', 'Toyworld', 'Unity Books']),
      category: 'shopping.gifts',
      by: 'mere',
    });
  return entries;
}

export function outings(on: Day, dice: Dice): DemoEntry[] {
  const weekday = weekdayOf(on);
  const entries: DemoEntry[] = [];
  if (weekday <= 5 && dice.chance(46))
    entries.push({
      account: 'everyday',
      cents: -dice.between(520, 1_150),
      payee: dice.pick(['Little Sister Coffee', 'Mojo', 'Customs Brew Bar']),
      category: 'food.cafes',
      by: dice.pick(['mere', 'tama']),
    });
  if (weekday <= 5 && dice.chance(30))
    entries.push({
      account: 'everyday',
      cents: -dice.between(1_000, 2_500),
      payee: 'Snapper',
      category: 'transport.public',
      by: 'mere',
    });
  if (weekday === 5)
    entries.push({
      account: 'everyday',
      cents: -dice.between(3_200, 7_400),
      payee: dice.pick(['Fish & Chips on Jackson', 'Hell Pizza', 'Curry Heaven']),
      category: 'food.takeaways',
      by: dice.pick(['mere', 'tama']),
    });
  if (weekday === 6 && dice.chance(22))
    entries.push({
      account: 'visa',
      cents: -dice.between(3_800, 12_500),
      payee: dice.pick(['Light House Cinema', 'Zealandia', 'Te Papa', 'Sky Stadium']),
      category: 'entertainment.events',
    });
  if (weekday === 7 && dice.chance(18))
    entries.push({
      account: 'visa',
      cents: -dice.between(6_800, 16_800),
      payee: dice.pick(['Seashore Cabaret', 'Ombra', 'Mama Brown']),
      category: 'food.restaurants',
    });
  return entries;
}

/** Nine days in Melbourne, four months ago, paid for before and there in dollars of the place. */
export function holiday(on: Day, today: Day, dice: Dice): DemoEntry[] {
  const start = addDays(today.slice(0, 8).concat('08') as Day, -120);
  const nth = daysBetween(start, on);
  if (nth === -60)
    return [
      {
        account: 'visa',
        cents: -154_800,
        payee: 'Air New Zealand',
        category: 'travel',
        memo: 'WLG-MEL 4 pax',
      },
    ];
  if (nth === -3)
    return [{ account: 'visa', cents: -98_000, payee: 'Carlton Apartments', category: 'travel' }];
  if (nth < 0 || nth > 8) return [];
  const places = [
    'Queen Victoria Market',
    'Myki',
    'Melbourne Zoo',
    'Brunetti',
    'Coles Carlton',
    'Puffing Billy',
  ] as const;
  return Array.from({ length: dice.between(2, 4) }, () => ({
    account: 'travel' as const,
    cents: -dice.between(900, 9_800),
    payee: dice.pick(places),
    category: 'travel',
    by: dice.pick(['mere', 'tama'] as const),
  }));
}
