import type { Capability } from '@kinwise/core/capabilities';
import type { Id } from '@kinwise/core/ids';
import { listInvitations } from '../../home/invitations/invitations.ts';
import { showHousehold } from '../../home/households/households.ts';
import { listMembers } from '../../home/memberships/memberships.ts';
import { listRules } from '../../intake/rules/rules.ts';
import { listAccounts } from '../../ledger/accounts/accounts.ts';
import { listCategories } from '../../ledger/categories/categories.ts';
import { listRates } from '../../ledger/currencies/currencies.ts';
import { listMerchants } from '../../ledger/merchants/merchants.ts';
import { newestIds, transactionsForCopy } from '../../ledger/register/register.ts';
import { listTags } from '../../ledger/tags/tags.ts';
import type { HouseholdContext } from '../../platform/context.ts';

type Row = { id: Id; version?: number };

/** A kind of thing that devices keep a copy of. */
export type Source = {
  readonly entity: string;
  readonly requires: Capability;
  /** A page of a first copy; `after` is absent on the first and comes back absent with the last. */
  copy(
    ctx: HouseholdContext,
    at: { after: string | undefined; limit: number },
  ): Promise<{ rows: Row[]; after: string | undefined }>;
  /** The rows of these ids as they are now, as far as the actor sees them. */
  byIds(ctx: HouseholdContext, ids: readonly Id[]): Promise<Row[]>;
};

/** In the order in which a device needs them: what entries name comes before the entries. */
export const SOURCES: readonly Source[] = [
  {
    entity: 'household',
    requires: 'household.view',
    copy: async (ctx) => ({ rows: [await showHousehold(ctx)], after: undefined }),
    byIds: async (ctx) => [await showHousehold(ctx)],
  },
  whole('membership', 'household.view', async (ctx, ids) => await listMembers(ctx, ids ? { ids } : {})),
  whole('invitation', 'members.invite', listInvitations),
  whole('account', 'accounts.view', listAccounts),
  whole('category', 'transactions.view', listCategories),
  whole('tag', 'transactions.view', listTags),
  whole('merchant', 'transactions.view', listMerchants),
  whole('rule', 'rules.manage', listRules),
  whole('exchange_rate', 'transactions.view', listRates),
  {
    entity: 'transaction',
    requires: 'transactions.view',
    copy: async (ctx, { after, limit }) => {
      const [on = '', id = ''] = (after ?? '').split(' ');
      const ids = await newestIds(ctx, { after: after === undefined ? undefined : { on, id }, limit });
      const last = ids.length < limit ? undefined : ids.at(-1);
      const rows = await transactionsForCopy(
        ctx,
        ids.map((row) => row.id),
      );
      return { rows, after: last && `${last.occurred_on} ${last.id}` };
    },
    byIds: transactionsForCopy,
  },
];

/** A kind of which a household has few enough to send them in one page. */
function whole(
  entity: string,
  requires: Capability,
  list: (ctx: HouseholdContext, ids?: readonly Id[]) => Promise<Row[]>,
): Source {
  return {
    entity,
    requires,
    copy: async (ctx) => ({ rows: await list(ctx), after: undefined }),
    byIds: async (ctx, ids) => await list(ctx, ids),
  };
}
