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
