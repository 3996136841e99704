import type { Transaction } from '@kinwise/api-client/schema';
import { daysBetween, type Day, firstOfMonth, monthOf } from '@kinwise/core/days';
import { nextPayDay, periodAt } from '@kinwise/core/pay-periods';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, got } from '../../../api/client.ts';
import { useRow } from '../../../offline/hooks.tsx';
import { useFilteredTransactions } from '../../../offline/use-transactions.ts';
import { useHousehold } from '../../../shell/household.ts';
import { useToHousehold } from '../../ledger/parts/household-money.ts';
import { type AccountNow, useAccountsNow } from '../../ledger/parts/use-balances.ts';
import { keptWithin, useServerState } from '../../ledger/parts/use-server-state.ts';
import { counted, sumOf } from '../../ledger/accounts/sums.ts';
import { flowBetween, type Flow, perDay } from './figures.ts';

export type TodayFigures = {
  readonly accounts: readonly AccountNow[];
  readonly everyday: bigint;
  readonly savings: bigint;
  readonly debt: bigint;
  readonly worth: bigint;
  readonly pay:
    | {
        readonly since: Day;
        readonly next: Day;
        readonly days: number;
        readonly spent: bigint;
        readonly aDay: bigint;
      }
    | undefined;
  readonly month: Flow & { readonly from: Day; readonly entries: readonly Transaction[] };
  /** Entries of this month that nobody has sorted, for the inbox without signal. */
  readonly unsorted: number;
  /** False while the month is still being read. */
  readonly complete: boolean;
};

const EVERYDAY = new Set(['checking', 'cash']);
const SAVINGS = new Set(['savings', 'investment', 'kiwisaver']);
const DEBT = new Set(['credit', 'loan', 'mortgage']);

/** The figures of the first screen, from the local copy with what waits in the outbox; undefined while first read. */
export function useTodayFigures(): TodayFigures | undefined {
  const { today, currency, id } = useHousehold();
  const household = useRow('household', id);
  const accounts = useAccountsNow();
  const toHousehold = useToHousehold();
  const cycle = household?.row.pay_cycle;
  const from = firstOfMonth(monthOf(today));
  const since = cycle ? periodAt(cycle, today).starts_on : from;
  const recent = useFilteredTransactions(
    { from: since < from ? since : from, to: today },
    { key: 'today', passes: () => true },
  );
  return useMemo(() => {
    if (!accounts) return undefined;
    const by = { currency, toHousehold };
    const entries = recent.rows.map((found) => found.row);
    const ofMonth = entries.filter((entry) => entry.occurred_on >= from);
    const kinds = (wanted: ReadonlySet<string>) =>
      sumOf(
        counted(accounts).filter((account) => wanted.has(account.kind)),
        toHousehold,
      ).minor;
    const everyday = kinds(EVERYDAY);
    return {
      accounts,
      everyday,
      savings: kinds(SAVINGS),
      debt: kinds(DEBT),
      worth: sumOf(counted(accounts), toHousehold).minor,
      pay:
        cycle &&
        payOf(
          { next: nextPayDay(cycle, today), since, today },
          everyday,
          flowBetween(entries, [since, today], by),
        ),
      month: {
        ...flowBetween(ofMonth, [from, today], by),
        from,
        entries: ofMonth,
      },
      unsorted: ofMonth.filter(
        (entry) => entry.type !== 'transfer' && !entry.category_id && !entry.splits?.length,
      ).length,
      complete: recent.complete,
    };
  }, [accounts, recent.rows, recent.complete, currency, toHousehold, cycle, from, since, today]);
}

/** What only the server can say at once: twelve months, and what needs a look among all entries. */
export function useDashboard() {
  const { id, today, may } = useHousehold();
  const state = useServerState();
  return useQuery({
    queryKey: ['dashboard', id, today, state],
    enabled: may('reports.view') && state !== undefined,
    queryFn: () => got(api.GET('/analytics/dashboard/')),
    placeholderData: keptWithin(['dashboard', id]),
  });
}

function payOf({ next, since, today }: { next: Day; since: Day; today: Day }, everyday: bigint, flow: Flow) {
  const days = Math.max(1, daysBetween(today, next));
  return { next, since, days, spent: flow.spent, aDay: perDay(everyday, days) };
}
