import { households } from './home/households/index.ts';
import { invitations } from './home/invitations/index.ts';
import { memberships } from './home/memberships/index.ts';
import { permissions } from './home/permissions/index.ts';
import { categories } from './ledger/categories/index.ts';
import { currencies } from './ledger/currencies/index.ts';
import { defaultCategories } from './ledger/default-categories/index.ts';
import { tags } from './ledger/tags/index.ts';
import type { Feature } from './platform/feature.ts';

/** Every feature, from the ground up. The order is also the order in which they may use each other. */
export const features: readonly Feature[] = [
  memberships,
  households,
  invitations,
  permissions,
  categories,
  defaultCategories,
  currencies,
  tags,
];
