/** What fields hold where their name alone does not say it. */
export type Reference =
  | 'account'
  | 'category'
  | 'payee'
  | 'merchant'
  | 'tag'
  | 'member'
  | 'import'
  | 'rule'
  | 'staff';

export type FieldKind =
  | Reference
  | 'money'
  | 'day'
  | 'instant'
  | 'flag'
  /** Something that is there or is not. */
  | 'present'
  | 'number'
  | 'text'
  | 'parts'
  /** Too deep to be shown: only that it changed is said. */
  | 'details';

/** A field of any entity, or of one: `category.parent_id`. */
export const REFERENCES: Readonly<Record<string, Reference>> = {
  account_id: 'account',
  transfer_account_id: 'account',
  accounts: 'account',
  category_id: 'category',
  proposed_category_id: 'category',
  default_category_id: 'category',
  'category.parent_id': 'category',
  'transaction.from': 'category',
  'transaction.to': 'category',
  payee_id: 'payee',
  merchant_id: 'merchant',
  'merchant.merged': 'merchant',
  tags: 'tag',
  payer_id: 'member',
  beneficiary_id: 'member',
  author_id: 'member',
  owner_id: 'member',
  user_id: 'member',
  member_id: 'member',
  import_id: 'import',
  rule_id: 'rule',
  staff_id: 'staff',
};

export const KINDS: Readonly<Record<string, { readonly kind: FieldKind; readonly field?: string }>> = {
  splits: { kind: 'parts' },
  as_of: { kind: 'day' },
  transfer_id: { kind: 'present', field: 'transfer' },
  private_to: { kind: 'present', field: 'private' },
  deleted_at: { kind: 'present', field: 'deleted' },
  statement_balance: { kind: 'money' },
  difference: { kind: 'money' },
  balance: { kind: 'money' },
  conditions: { kind: 'details' },
  actions: { kind: 'details' },
  query: { kind: 'details' },
  mapping: { kind: 'details' },
  statements: { kind: 'details' },
  number_last4: { kind: 'text', field: 'number' },
};

/** Nothing that a person would ask about: keys, copies of what stands beside, and places in a list. */
export const UNSAID: ReadonlySet<string> = new Set([
  'id',
  'household_id',
  'currency',
  'household_minor',
  'rate',
  'created_at',
  'updated_at',
  'version',
  'is_split',
  'import_line',
  'bank_id',
  'balance_after_minor',
  'proposed_category_id',
  'proposed_confidence',
  'proposed_reason',
  'created_by',
  'invited_by',
  'position',
  'depth',
  'name_key',
  'default_key',
  'layout',
]);

/** What people look for first. The rest follows in the order in which it was told. */
export const FIRST: readonly string[] = [
  'name',
  'amount',
  'payee',
  'category',
  'splits',
  'account',
  'occurred_on',
  'kind',
  'type',
  'role',
  'status',
];
