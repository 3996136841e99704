/** The categories that a new household begins with: English names, te reo Māori names, icons of lucide, colours. */

export type CategoryKind = 'income' | 'expense' | 'both';

export type DefaultCategory = {
  /** Stays the same whatever the household calls it: `food.groceries`. */
  readonly key: string;
  readonly parentKey: string | undefined;
  readonly name: string;
  /** Only where the word is settled; the screen falls back to the English name. */
  readonly nameMi: string | undefined;
  readonly kind: CategoryKind;
  readonly icon: string;
  readonly colour: ColourToken;
};

/** Colours by their place in the palette, so that dark mode has its own; a household may also choose any #rrggbb. */
export const COLOUR_TOKENS = [
  'brand',
  'good',
  'close',
  'over',
  'sky',
  'plum',
  'kowhai',
  'person-1',
  'person-2',
  'person-3',
  'person-4',
  'person-5',
  'person-6',
] as const;

export type ColourToken = (typeof COLOUR_TOKENS)[number];

type Child = readonly [key: string, name: string, nameMi: string, icon: string];
type Group = readonly [kind: CategoryKind, colour: ColourToken, self: Child, children: readonly Child[]];

// biome-ignore format: a table is read by its columns.
const GROUPS: readonly Group[] = [
  ['income', 'good', ['income', 'Income', 'Moni whiwhi', 'wallet'], [
    ['salary', 'Salary', 'Utu ā-tau', 'banknote'],
    ['studylink', 'StudyLink', 'Hoto Akoranga', 'graduation-cap'],
    ['benefits', 'Benefits', '', 'hand-helping'],
    ['interest', 'Interest', 'Huamoni', 'percent'],
    ['other', 'Other', 'Ētahi atu', 'coins'],
  ]],
  ['expense', 'brand', ['housing', 'Housing', 'Whare', 'house'], [
    ['rent', 'Rent', 'Rēti', 'key-round'],
    ['mortgage', 'Mortgage', 'Mōkete', 'landmark'],
    ['power', 'Power', 'Hiko', 'zap'],
    ['water', 'Water', 'Wai', 'droplets'],
    ['internet', 'Internet', 'Ipurangi', 'wifi'],
    ['rates', 'Rates', 'Reiti', 'receipt-text'],
    ['insurance', 'Insurance', 'Inihua', 'shield-check'],
    ['maintenance', 'Maintenance', 'Whakatikatika', 'hammer'],
  ]],
  ['expense', 'kowhai', ['food', 'Food & Dining', 'Kai', 'utensils'], [
    ['groceries', 'Groceries', 'Hokomaha', 'shopping-basket'],
    ['takeaways', 'Takeaways', '', 'package'],
    ['cafes', 'Cafés', 'Wharekawhe', 'coffee'],
    ['restaurants', 'Restaurants', 'Wharekai', 'utensils-crossed'],
  ]],
  ['expense', 'sky', ['transport', 'Transportation', 'Waka', 'car'], [
    ['fuel', 'Fuel', 'Penehīni', 'fuel'],
    ['public', 'Public transport', 'Waka tūmatanui', 'bus'],
    ['parking', 'Parking', 'Tūnga waka', 'square-parking'],
    ['maintenance', 'Car maintenance', 'Whakatikatika motokā', 'wrench'],
    ['registration', 'Registration & WoF', 'Rēhitatanga me te WoF', 'badge-check'],
  ]],
  ['expense', 'plum', ['entertainment', 'Entertainment', 'Whakangahau', 'clapperboard'], [
    ['streaming', 'Streaming', '', 'tv'],
    ['events', 'Events', 'Takahanga', 'ticket'],
    ['hobbies', 'Hobbies', '', 'palette'],
    ['games', 'Games', 'Kēmu', 'gamepad-2'],
  ]],
  ['expense', 'person-2', ['shopping', 'Shopping', 'Hokohoko', 'shopping-bag'], [
    ['clothing', 'Clothing', 'Kākahu', 'shirt'],
    ['household', 'Household', 'Kāinga', 'sofa'],
    ['electronics', 'Electronics', 'Taputapu hiko', 'smartphone'],
    ['gifts', 'Gifts', 'Koha', 'gift'],
  ]],
  ['expense', 'person-5', ['health', 'Health & Wellness', 'Hauora', 'heart-pulse'], [
    ['doctor', 'Doctor', 'Tākuta', 'stethoscope'],
    ['pharmacy', 'Pharmacy', 'Whare rongoā', 'pill'],
    ['fitness', 'Fitness', 'Whakapakari tinana', 'dumbbell'],
  ]],
  ['expense', 'person-4', ['education', 'Education', 'Mātauranga', 'school'], [
    ['fees', 'Fees', 'Utu', 'receipt'],
    ['books', 'Books', 'Pukapuka', 'book-open'],
    ['school', 'School', 'Kura', 'backpack'],
  ]],
  ['expense', 'person-6', ['children', 'Children', 'Tamariki', 'baby'], [
    ['childcare', 'Childcare', 'Tiaki tamariki', 'blocks'],
    ['activities', 'Activities', 'Ngohe', 'volleyball'],
    ['pocket_money', 'Pocket money', '', 'piggy-bank'],
  ]],
  ['expense', 'person-1', ['finance', 'Finance', 'Ahumoni', 'landmark'], [
    ['fees', 'Fees', 'Utu', 'receipt'],
    ['interest', 'Interest', 'Huamoni', 'percent'],
    ['tax', 'Tax', 'Tāke', 'scroll-text'],
    ['kiwisaver', 'KiwiSaver', 'KiwiSaver', 'sprout'],
  ]],
  ['expense', 'person-3', ['giving', 'Giving', 'Takoha', 'heart-handshake'], []],
  ['expense', 'close', ['travel', 'Travel', 'Haerenga', 'plane'], []],
  ['both', 'brand', ['uncategorized', 'Uncategorized', '', 'circle-question-mark'], []],
];

/** The default tree, parents before their children, in the order in which it is shown. */
export const DEFAULT_CATEGORIES: readonly DefaultCategory[] = GROUPS.flatMap(
  ([kind, colour, self, children]) => {
    const parentKey = self[0];
    const made = ([key, name, nameMi, icon]: Child, under?: string): DefaultCategory => ({
      key: under === undefined ? key : `${under}.${key}`,
      parentKey: under,
      name,
      nameMi: nameMi === '' ? undefined : nameMi,
      kind,
      icon,
      colour,
    });
    return [made(self), ...children.map((child) => made(child, parentKey))];
  },
);
