/** A household's life as entries: pay, rent, bills, some hundred shops, transfers between its accounts. */
import { addDays, weekdayOf } from '@kinwise/core/days';
import type { Day } from '@kinwise/core/days';
import { makeChance } from './random.ts';
import type { Chance } from './random.ts';

export const ACCOUNTS = ['everyday', 'bills', 'savings', 'card', 'cash'] as const;
export type AccountKey = (typeof ACCOUNTS)[number];

/** What a life consists of. `category` is the key of a default category; amounts are cents, money out negative. */
export type LifeEntry = {
  readonly on: Day;
  readonly account: AccountKey;
  readonly cents: number;
  readonly payee: string;
  readonly category: string | undefined;
  readonly memo: string;
  readonly pending: boolean;
  readonly review: boolean;
  /** Both sides of one movement bear the same number. */
  readonly transfer: number | undefined;
};

/** The shop that is visited three times in all, whatever the size. */
export const RARE = 'Tarakihi Lute Repairs';

type Shop = { readonly name: string; readonly category: string; readonly from: number; readonly to: number };

const FRONT = [
  'Kererū',
  'Harbour',
  'Tōtara',
  'Northern',
  'Blue Door',
  'Pūkeko',
  'Corner',
  'Mānuka',
  'Old Mill',
  'Lighthouse',
];
const KINDS: readonly (readonly [what: string, category: string, from: number, to: number])[] = [
  ['Market', 'food.groceries', 1_800, 19_000],
  ['Bakery', 'food.takeaways', 450, 2_400],
  ['Coffee', 'food.cafes', 480, 1_350],
  ['Kitchen', 'food.restaurants', 2_200, 12_000],
  ['Fuel', 'transport.fuel', 3_500, 13_000],
  ['Pharmacy', 'health.pharmacy', 600, 5_500],
  ['Books', 'education.books', 1_500, 6_500],
  ['Hardware', 'housing.maintenance', 900, 18_000],
  ['Clothing', 'shopping.clothing', 2_500, 16_000],
  ['Cinema', 'entertainment.events', 1_400, 6_000],
];
const PLACES = [
  'Riverside',
  'Ōhope',
  'Central',
  'Hillcrest',
  'Bayview',
  'Westgate',
  'Te Aro',
  'Glenfield',
  'Southgate',
  'Mapua',
];

/** Some three hundred shops for a small life, more for a long one. */
function shops(entries: number): Shop[] {
  const count = Math.min(
    FRONT.length * KINDS.length * PLACES.length,
    Math.max(330, Math.round(entries / 300)),
  );
  return Array.from({ length: count }, (_, index) => {
    // Strides that share no factor with the lists, so that neighbours differ in every part.
    const [what, category, from, to] = KINDS[(index * 3) % KINDS.length] as (typeof KINDS)[number];
    const front = FRONT[(index * 7 + Math.floor(index / 10)) % FRONT.length] ?? '';
    const place = PLACES[Math.floor(index / 100 + index) % PLACES.length] ?? '';
    const number = index < 100 ? '' : ` ${index}`;
    return { name: `${front} ${what} ${place}${number}`, category, from, to };
  });
}

/** Exactly `count` entries that end on `today`, oldest first. The same seed gives the same life. */
export function* liveALife(count: number, today: Day, seed = 1): Generator<LifeEntry> {
  const chance = makeChance(seed + count);
  const days = Math.max(60, Math.min(3_650, Math.round(count / 3.3)));
  const all = shops(count);
  let made = 0;
  let transfers = 0;
  for (let index = 0; index < days && made < count; index += 1) {
    const on = addDays(today, index - days + 1);
    const due: LifeEntry[] = [...regular(on, index, chance), ...moves(on, index, () => (transfers += 1))];
    if (index === 10 || index === Math.floor(days / 2) || index === days - 5)
      due.push(bought(on, RARE, 12_500));
    const wanted = Math.round(((index + 1) * count) / days) - made;
    for (let more = due.length; more < wanted; more += 1)
      due.push(shopping(on, all, { chance, last: index > days - 5 }));
    // A transfer is not cut in half by the end of the count.
    const kept = due.slice(0, Math.max(0, count - made));
    if (
      kept.at(-1)?.transfer !== undefined &&
      kept.filter((one) => one.transfer === kept.at(-1)?.transfer).length === 1
    ) {
      kept[kept.length - 1] = bought(on, 'Corner Coffee Central', 500);
    }
    made += kept.length;
    yield* kept;
  }
}

/** Pay every other Wednesday, rent every Friday, the household's bills on their days of the month. */
function regular(on: Day, index: number, chance: Chance): LifeEntry[] {
  const due: LifeEntry[] = [];
  const fortnight = Math.floor(index / 7) % 2 === 0;
  const date = Number(on.slice(8));
  if (weekdayOf(on) === 3 && fortnight)
    due.push(
      entry(on, ['everyday', 245_000 + chance.below(900), 'Kōwhai Engineering Payroll', 'income.salary']),
    );
  if (weekdayOf(on) === 4 && fortnight)
    due.push(entry(on, ['everyday', 188_000, 'District Health Payroll', 'income.salary']));
  if (weekdayOf(on) === 5) due.push(entry(on, ['bills', -62_000, 'Hillcrest Property Rent', 'housing.rent']));
  if (date === 3)
    due.push(entry(on, ['bills', -16_000 - chance.below(9_000), 'Southern Power', 'housing.power']));
  if (date === 8) due.push(entry(on, ['bills', -8_500, 'Fibre Broadband', 'housing.internet']));
  if (date === 12) due.push(entry(on, ['card', -1_999, 'Reel Streaming', 'entertainment.streaming']));
  if (date === 20) due.push(entry(on, ['bills', -11_240, 'Harbour Insurance', 'housing.insurance']));
  if (date === 28) due.push(entry(on, ['savings', 310 + chance.below(500), 'Interest', 'income.interest']));
  return due;
}

/** Savings every other Thursday, the card paid off once a month. */
function moves(on: Day, index: number, number: () => number): LifeEntry[] {
  const due: LifeEntry[] = [];
  const between = (from: AccountKey, to: AccountKey, cents: number): void => {
    const transfer = number();
    due.push(
      { ...entry(on, [from, -cents, `To ${to}`]), transfer },
      { ...entry(on, [to, cents, `From ${from}`]), transfer },
    );
  };
  if (weekdayOf(on) === 4 && Math.floor(index / 7) % 2 === 1) between('everyday', 'savings', 25_000);
  if (weekdayOf(on) === 5) between('everyday', 'bills', 80_000);
  if (on.endsWith('-25')) between('everyday', 'card', 150_000);
  return due;
}

function shopping(on: Day, all: readonly Shop[], at: { chance: Chance; last: boolean }): LifeEntry {
  const { chance } = at;
  const shop = all[chance.favour(all.length)] as Shop;
  const cents = shop.from + chance.below(shop.to - shop.from);
  const account: AccountKey = chance.unit() < 0.7 ? 'everyday' : chance.unit() < 0.8 ? 'card' : 'cash';
  const sorted = chance.unit() < 0.94;
  return {
    ...entry(on, [account, -cents, shop.name, sorted ? shop.category : undefined]),
    memo: chance.unit() < 0.25 ? `Card ${4000 + chance.below(6000)}` : '',
    pending: at.last && chance.unit() < 0.3,
    review: sorted && chance.unit() < 0.01,
  };
}

function bought(on: Day, payee: string, cents: number): LifeEntry {
  return entry(on, ['everyday', -cents, payee, cents > 1000 ? 'entertainment.events' : 'food.cafes']);
}

type What = readonly [account: AccountKey, cents: number, payee: string, category?: string | undefined];

function entry(on: Day, [account, cents, payee, category]: What): LifeEntry {
  return {
    on,
    account,
    cents,
    payee,
    category,
    memo: '',
    pending: false,
    review: false,
    transfer: undefined,
  };
}
