import type { Capability } from '@kinwise/core/capabilities';
import { i18n } from '@lingui/core';
import {
  FileDown,
  LayoutGrid,
  ListOrdered,
  type LucideIcon,
  RefreshCw,
  Settings,
  Shapes,
  Sun,
  Wallet,
  Users,
  WandSparkles,
} from 'lucide-react';

/** A place that one can go to from anywhere. A new screen adds one line here and one in routes.tsx. */
export type Place = {
  readonly to: string;
  readonly label: () => string;
  readonly icon: LucideIcon;
  /** The letter after `g`. */
  readonly key?: string;
  /** Where it stands: in the sidebar, and on phones in the bottom bar or under "More". */
  readonly bar: boolean;
  /** Found under Settings and by search, not in the sidebar. */
  readonly within?: 'settings';
  /** What a member must be allowed to do for this place to be shown. */
  readonly capability?: Capability;
};

export const PLACES: readonly Place[] = [
  { to: '/', label: () => i18n._('Today'), icon: Sun, key: 't', bar: true },
  {
    to: '/transactions',
    label: () => i18n._('Transactions'),
    icon: ListOrdered,
    key: 'l',
    bar: true,
    capability: 'transactions.view',
  },
  {
    to: '/accounts',
    label: () => i18n._('Accounts'),
    icon: Wallet,
    key: 'a',
    bar: true,
    capability: 'accounts.view',
  },
  {
    to: '/import',
    label: () => i18n._('Import'),
    icon: FileDown,
    key: 'i',
    bar: false,
    capability: 'data.import',
  },
  { to: '/household', label: () => i18n._('Household'), icon: Users, key: 'h', bar: false },
  { to: '/settings', label: () => i18n._('Settings'), icon: Settings, key: ',', bar: false },
  {
    to: '/categories',
    label: () => i18n._('Categories'),
    icon: Shapes,
    key: 'c',
    bar: false,
    within: 'settings',
    capability: 'transactions.view',
  },
  {
    to: '/rules',
    label: () => i18n._('Rules'),
    icon: WandSparkles,
    key: 'r',
    bar: false,
    within: 'settings',
    capability: 'rules.manage',
  },
  { to: '/sync', label: () => i18n._('Sync'), icon: RefreshCw, key: 's', bar: false },
];

export const MORE: Place = { to: '/more', label: () => i18n._('More'), icon: LayoutGrid, bar: true };
