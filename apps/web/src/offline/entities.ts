import type {
  Account,
  Category,
  ExchangeRate,
  Household,
  Invitation,
  Membership,
  Merchant,
  Rule,
  SavedSearch,
  Tag,
  Transaction,
} from '../api/types.ts';
import type { Import } from '../api/import-types.ts';
import type { SyncEntity } from '../api/sync-types.ts';

/** The kinds of rows that live on the device, named as the sync door names them. */
export type EntityName = SyncEntity;

export type RowOf = {
  transaction: Transaction;
  account: Account;
  category: Category;
  merchant: Merchant;
  tag: Tag;
  saved_search: SavedSearch;
  rule: Rule;
  household: Household;
  membership: Membership;
  invitation: Invitation;
  import: Import;
  exchange_rate: ExchangeRate;
};

export type PlainRow = Readonly<Record<string, unknown>>;

type EntityRule = {
  /** The collection under /api/v1. */
  readonly path: string;
  /** What a member may want while there is no signal. Everything else "needs signal". */
  readonly queueable: boolean;
  /** How the screen shows an action before the server has answered. An action that is not named here changes nothing. */
  readonly actions?: Readonly<Record<string, (row: PlainRow, body: PlainRow) => PlainRow>>;
};

export const ENTITIES: Readonly<Record<EntityName, EntityRule>> = {
  transaction: {
    path: 'transactions',
    queueable: true,
    actions: {
      splits: (row, body) => ({ ...row, splits: body['splits'] ?? [] }),
      tags: (row, body) => ({ ...row, tags: changedTags(row['tags'], body) }),
      categorise: (row, body) => ({
        ...row,
        category_id: body['category_id'],
        needs_review: false,
        proposed: null,
      }),
      restore: (row) => ({ ...row, deleted_at: null }),
    },
  },
  category: {
    path: 'categories',
    queueable: true,
    actions: { restore: (row) => ({ ...row, is_archived: false }) },
  },
  tag: { path: 'tags', queueable: true },
  saved_search: { path: 'saved-searches', queueable: true },
  merchant: { path: 'merchants', queueable: true },
  rule: { path: 'rules', queueable: true },
  account: { path: 'accounts', queueable: true },
  household: { path: 'households', queueable: false },
  membership: { path: 'memberships', queueable: false },
  invitation: { path: 'invitations', queueable: false },
  import: { path: 'imports', queueable: false },
  exchange_rate: { path: 'exchange-rates', queueable: false },
};

export const ENTITY_NAMES = Object.keys(ENTITIES) as readonly EntityName[];

export function isEntity(name: string): name is EntityName {
  return name in ENTITIES;
}

function changedTags(tags: unknown, body: PlainRow): string[] {
  const removed = new Set(idsOf(body['remove']));
  return [...new Set([...idsOf(tags), ...idsOf(body['add'])])].filter((id) => !removed.has(id));
}

function idsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
}
