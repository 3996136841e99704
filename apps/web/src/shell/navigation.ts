import type { Capability } from '@kinwise/core/capabilities';
import { i18n } from '@lingui/core';
import { CloudOff, FileDown, LayoutGrid, ListOrdered, type LucideIcon, Sun } from 'lucide-react';

/** A place that one can go to from anywhere. A new screen adds one line here and one in routes.tsx. */
export type Place = {
  readonly to: string;
  readonly label: () => string;
  readonly icon: LucideIcon;
  /** The letter after `g`. */
  readonly key?: string;
  /** Where it stands: in the sidebar, and on phones in the bottom bar or under "More". */
  readonly bar: boolean;
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
    to: '/import',
    label: () => i18n._('Import'),
    icon: FileDown,
    key: 'i',
    bar: false,
    capability: 'data.import',
  },
  { to: '/sync', label: () => i18n._('Sync'), icon: CloudOff, key: 's', bar: false },
];

export const MORE: Place = { to: '/more', label: () => i18n._('More'), icon: LayoutGrid, bar: true };
