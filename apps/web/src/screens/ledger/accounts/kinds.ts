import type { AccountKind } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';
import {
  Banknote,
  ChartLine,
  CreditCard,
  HandCoins,
  House,
  Landmark,
  type LucideIcon,
  PiggyBank,
  Sprout,
  Wallet,
} from 'lucide-react';

/** What each kind of account looks like and is called. */
export const KIND_ICONS: Readonly<Record<AccountKind, LucideIcon>> = {
  checking: Landmark,
  savings: PiggyBank,
  credit: CreditCard,
  cash: Banknote,
  investment: ChartLine,
  kiwisaver: Sprout,
  loan: HandCoins,
  mortgage: House,
  other: Wallet,
};

export const KINDS = Object.keys(KIND_ICONS) as readonly AccountKind[];

export function kindName(kind: AccountKind): string {
  const names: Record<AccountKind, string> = {
    checking: i18n._('Everyday'),
    savings: i18n._('Savings'),
    credit: i18n._('Credit card'),
    cash: i18n._('Cash'),
    investment: i18n._('Investment'),
    kiwisaver: i18n._('KiwiSaver'),
    loan: i18n._('Loan'),
    mortgage: i18n._('Mortgage'),
    other: i18n._('Other'),
  };
  return names[kind];
}

export type AccountGroup = 'everyday' | 'savings' | 'cards' | 'growing' | 'debt' | 'other';

export const GROUPS: readonly { readonly name: AccountGroup; readonly kinds: readonly AccountKind[] }[] = [
  { name: 'everyday', kinds: ['checking', 'cash'] },
  { name: 'savings', kinds: ['savings'] },
  { name: 'cards', kinds: ['credit'] },
  { name: 'growing', kinds: ['investment', 'kiwisaver'] },
  { name: 'debt', kinds: ['loan', 'mortgage'] },
  { name: 'other', kinds: ['other'] },
];

export function groupName(group: AccountGroup): string {
  const names: Record<AccountGroup, string> = {
    everyday: i18n._('Everyday'),
    savings: i18n._('Savings'),
    cards: i18n._('Cards'),
    growing: i18n._('KiwiSaver and investments'),
    debt: i18n._('Loans'),
    other: i18n._('Other'),
  };
  return names[group];
}
