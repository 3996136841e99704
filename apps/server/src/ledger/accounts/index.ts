import { copiedWhole } from '../../platform/copies.ts';
import type { Feature } from '../../platform/feature.ts';
import { routes } from './accounts.routes.ts';
import { listAccounts, showAccount } from './accounts.ts';
import { accountSchema } from './accounts.schema.ts';

export const accounts: Feature = {
  name: 'accounts',
  routes,
  tables: ['accounts'],
  sealed: [{ table: 'accounts', column: 'number_cipher', key: ['household_id', 'id'] }],
  copies: [
    copiedWhole({ entity: 'account', row: accountSchema, requires: 'accounts.view', list: listAccounts }),
  ],
  kept: [
    {
      what: 'Accounts: name, kind, balance, limits, notes, and the account number encrypted',
      why: 'So that the household knows what it has',
      until: 'As long as the household lives; private ones until you are erased',
    },
  ],
  actions: { account: async (ctx, id) => (await showAccount(ctx, id)).available_actions },
  invariants: [
    {
      name: '1: an account’s balance is its opening balance and its completed entries',
      sql: `select a.household_id, a.id, a.balance_minor, a.pending_minor from accounts a
        left join lateral (
          select coalesce(sum(t.amount_minor) filter (where t.status = 'completed'), 0) as posted,
            coalesce(sum(t.amount_minor) filter (where t.status = 'pending'), 0) as pending
          from transactions t
          where t.household_id = a.household_id and t.account_id = a.id and t.deleted_at is null) s on true
        where a.balance_minor <> a.opening_minor + s.posted or a.pending_minor <> s.pending`,
    },
  ],
};
