/** What an API key may be made for: an area of the household, to read it or to change it. Derived from the capabilities. */
import { CAPABILITIES } from './capabilities.ts';
import type { Capability } from './capabilities.ts';

/**
 * The area of each capability; null for what is no business of a program: who belongs to the household, who decides,
 * what is paid for, who did what. A key has no more than its owner's role, whatever its scopes say.
 */
const AREA_OF = {
  'household.view': 'household',
  'household.edit': 'household',
  'household.delete': null,
  'household.transfer': null,
  'billing.manage': null,
  'members.invite': null,
  'members.manage': null,
  'accounts.view': 'accounts',
  'accounts.manage': 'accounts',
  'transactions.view': 'transactions',
  'transactions.create': 'transactions',
  'transactions.edit': 'transactions',
  'categories.manage': 'categories',
  'rules.manage': 'rules',
  'budgets.view': 'budgets',
  'budgets.manage': 'budgets',
  'plan.view': 'plan',
  'plan.redistribute': 'plan',
  'goals.view': 'goals',
  'goals.manage': 'goals',
  'goals.contribute': 'goals',
  'bills.view': 'bills',
  'bills.manage': 'bills',
  'bills.pay': 'bills',
  'settlements.view': 'settlements',
  'settlements.settle': 'settlements',
  'reports.view': 'reports',
  'insights.view': 'insights',
  'data.import': 'imports',
  'data.export': 'exports',
  'rewards.view': 'rewards',
  'challenges.join': 'challenges',
  'lessons.view': 'lessons',
  'rewards.grant': null,
  'allowances.manage': 'allowances',
  'approvals.decide': null,
  'audit.view': null,
  'staff_access.manage': null,
  'organisation.manage': null,
} as const satisfies Record<Capability, string | null>;

export type Area = NonNullable<(typeof AREA_OF)[Capability]> | 'profile';
export type Scope = `${'read' | 'write'}:${Area}`;

export function areaOf(capability: Capability): Area | null {
  return AREA_OF[capability];
}

/** Every area that a capability leads to, in the order of the table. */
export const AREAS: readonly Area[] = [
  ...new Set(CAPABILITIES.map(areaOf).filter((area) => area !== null)),
  'profile',
];

/** The scopes that open something by now. What else the table leads to is offered when there are routes for it. */
export const SCOPES = [
  'read:household',
  'write:household',
  'read:accounts',
  'write:accounts',
  'read:transactions',
  'write:transactions',
  'write:categories',
  'read:rules',
  'write:rules',
  'read:reports',
  'read:imports',
  'write:imports',
  'read:profile',
] as const satisfies readonly Scope[];

export type OfferedScope = (typeof SCOPES)[number];
