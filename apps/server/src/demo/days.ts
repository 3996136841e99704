import { addDays, daysBetween, weekdayOf } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import { diceFor } from './dice.ts';
import type { Dice } from './dice.ts';

export type DemoAccount =
  | 'everyday'
  | 'visa'
  | 'rainy'
  | 'pocket'
  | 'travel'
  | 'gifts'
  | 'kiwisaver'
  | 'flat';
export type DemoPerson = 'mere' | 'tama' | 'aroha' | 'sam' | 'lena';

/** One entry of a day in the demonstration. Cents; the category is the key of a default one. */
export type DemoEntry = {
  account: DemoAccount;
  to?: DemoAccount;
  cents: number;
  payee: string;
  category?: string;
  by?: DemoPerson;
  memo?: string;
};

/** Any pay day of the household: everything fortnightly is counted from it. */
export const PAY_ANCHOR = '2026-11-18' as Day;

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

function payday(on: Day): DemoEntry[] {
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
    entries.push({ account: 'everyday', to: 'rainy', cents: -95_000, payee: 'To Rainy day' });
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

function bills(on: Day, dice: Dice): DemoEntry[] {
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
      cents: -dice.between(48_000, 69_000),
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

function shopping(on: Day, dice: Dice): DemoEntry[] {
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

function outings(on: Day, dice: Dice): DemoEntry[] {
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

function children(on: Day, dice: Dice): DemoEntry[] {
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

/** Nine days in Melbourne, four months ago, paid for before and there in dollars of the place. */
function holiday(on: Day, today: Day, dice: Dice): DemoEntry[] {
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

function dayOfMonth(on: Day): number {
  return Number(on.slice(8));
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
