import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import { Problem, invalid } from '../../platform/problems.ts';
import { editable, hasPending, write } from '../accounts/accounts.ts';
import type { WireAccount } from '../accounts/accounts.schema.ts';

type At = { id: Id; ifVersion: number | undefined };

/** From then on the account takes no entries; its history stays. */
export async function closeAccount(
  ctx: HouseholdContext,
  at: At,
  closedOn: string | undefined,
): Promise<WireAccount> {
  const before = await editable(ctx, at);
  if (before.status === 'closed') throw new Problem('BUSINESS_4010', 'The account is closed already.');
  if (await hasPending(ctx, before.id)) {
    throw new Problem(
      'BUSINESS_4001',
      'There are pending entries. Book or cancel them, then close the account.',
    );
  }
  if (closedOn !== undefined && closedOn > ctx.today) {
    throw invalid(
      '/closed_on',
      'future',
      'closed_on: must be today or before; close the account on that day',
    );
  }
  return await write(ctx, before, { status: 'closed', closed_on: closedOn ?? ctx.today });
}

export async function reopenAccount(ctx: HouseholdContext, at: At): Promise<WireAccount> {
  const before = await editable(ctx, at);
  if (before.status === 'open') throw new Problem('BUSINESS_4001', 'The account is open already.');
  return await write(ctx, before, { status: 'open', closed_on: null });
}
