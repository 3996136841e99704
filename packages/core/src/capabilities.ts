/** Who may do what in a household: the one table, read by the server's routes, its rules and the web app. */
export const ROLES = ['admin', 'parent', 'teen', 'child', 'flatmate', 'observer'] as const;

export type Role = (typeof ROLES)[number];

/** How far a capability reaches: everything of the household, only what is the member's own, or nothing. */
export type Reach = 'all' | 'own' | 'none';

type Row = readonly [
  admin: Reach,
  parent: Reach,
  teen: Reach,
  child: Reach,
  flatmate: Reach,
  observer: Reach,
];

const a = 'all';
const o = 'own';
const n = 'none';

// biome-ignore format: a table is read by its columns.
const TABLE = {
  //                        admin parent teen child flatmate observer
  'household.view':          [a, a, a, a, a, a],
  'household.edit':          [a, a, n, n, n, n],
  'household.delete':        [a, n, n, n, n, n],
  'household.transfer':      [a, n, n, n, n, n],
  'billing.manage':          [a, n, n, n, n, n],
  'members.invite':          [a, a, n, n, n, n],
  'members.manage':          [a, a, n, n, n, n],
  'accounts.view':           [a, a, o, o, a, a],
  'accounts.manage':         [a, a, o, n, o, n],
  'transactions.view':       [a, a, o, o, a, a],
  'transactions.create':     [a, a, a, o, a, n],
  'transactions.edit':       [a, a, o, o, o, n],
  'categories.manage':       [a, a, n, n, a, n],
  'rules.manage':            [a, a, n, n, a, n],
  'budgets.view':            [a, a, a, o, a, a],
  'budgets.manage':          [a, a, n, n, n, n],
  'plan.view':               [a, a, a, o, a, a],
  'plan.redistribute':       [a, a, n, n, n, n],
  'goals.view':              [a, a, a, o, a, a],
  'goals.manage':            [a, a, o, o, o, n],
  'goals.contribute':        [a, a, a, a, a, n],
  'bills.view':              [a, a, a, n, a, a],
  'bills.manage':            [a, a, n, n, a, n],
  'bills.pay':               [a, a, n, n, a, n],
  'settlements.view':        [a, a, o, n, a, a],
  'settlements.settle':      [a, a, o, n, a, n],
  'reports.view':            [a, a, o, n, a, a],
  'insights.view':           [a, a, o, n, a, a],
  'data.import':             [a, a, n, n, o, n],
  'data.export':             [a, a, n, n, o, n],
  'rewards.view':            [a, a, a, a, a, n],
  'challenges.join':         [a, a, a, a, a, n],
  'lessons.view':            [a, a, a, a, a, a],
  'rewards.grant':           [a, a, n, n, n, n],
  'allowances.manage':       [a, a, n, n, n, n],
  'approvals.decide':        [a, a, n, n, n, n],
  'audit.view':              [a, n, n, n, n, n],
  'staff_access.manage':     [a, n, n, n, n, n],
  'organisation.manage':     [a, n, n, n, n, n],
} as const satisfies Record<string, Row>;

export type Capability = keyof typeof TABLE;

export const CAPABILITIES = Object.keys(TABLE) as Capability[];

export function reachOf(role: Role, capability: Capability): Reach {
  return TABLE[capability][ROLES.indexOf(role)] ?? 'none';
}

export function may(role: Role, capability: Capability): boolean {
  return reachOf(role, capability) !== 'none';
}

/** The capabilities of a role, as they travel to the web app. */
export function capabilitiesOf(role: Role): Capability[] {
  return CAPABILITIES.filter((capability) => may(role, capability));
}

/** The roles that a member may give to others or take from them: never above their own. */
export function rolesGrantableBy(role: Role): readonly Role[] {
  if (role === 'admin') return ROLES;
  return role === 'parent' ? ['teen', 'child', 'flatmate', 'observer'] : [];
}

/** Whether giving this role gives the household away: an admin may do everything, also to whoever made them one. */
export function givesAll(by: Role, role: Role): boolean {
  return role === 'admin' && rolesGrantableBy(by).includes(role);
}
