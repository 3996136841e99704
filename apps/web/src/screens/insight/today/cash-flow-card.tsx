import type { Dashboard } from '@kinwise/api-client/schema';
import {
  addToMonth,
  firstOfMonth,
  lastOfMonth,
  type Month,
  monthOf,
  monthsBetween,
} from '@kinwise/core/days';
import { formatMoney } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { useFilteredTransactions } from '../../../offline/use-transactions.ts';
import { useHousehold } from '../../../shell/household.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { MonthBars, type MonthBar } from '../../../ui/charts/month-bars.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { minorOf, wireOf } from '../../ledger/parts/amounts.ts';
import { useToHousehold } from '../../ledger/parts/household-money.ts';
import { flowsOf } from './figures.ts';

export type CashFlowProps = {
  /** The server's months; undefined while they come. */
  flows: Dashboard['cash_flow'] | undefined;
  /** The server has not answered: the local copy tells instead. */
  local: boolean;
  /** This month as it is here, waiting entries included. */
  now: { readonly income: bigint; readonly spent: bigint };
};

const MONTHS = 12;

/** Received beside spent, month by month. */
export function CashFlowCard({ flows, local, now }: CashFlowProps) {
  const { i18n } = useLingui();
  const { currency } = useHousehold();
  return (
    <Card>
      <CardHeader
        title={i18n._('Cash flow')}
        note={i18n._('The last twelve months, without transfers')}
        className="mb-1"
      />
      {local ? <LocalBars /> : <Bars bars={barsOf(flows, currency, now)} />}
    </Card>
  );
}

/** The same from the local copy; twelve months of it are read, which is why it is not the first way. */
function LocalBars() {
  const { today, currency } = useHousehold();
  const toHousehold = useToHousehold();
  const months = useMemo(
    () => monthsBetween(addToMonth(monthOf(today), 1 - MONTHS), monthOf(today)),
    [today],
  );
  const [first = monthOf(today)] = months;
  const list = useFilteredTransactions(
    { from: firstOfMonth(first), to: lastOfMonth(monthOf(today)) },
    { key: 'cash flow', passes: (found) => found.row.type !== 'transfer' },
  );
  const bars = useMemo(() => {
    const sums = flowsOf(
      list.rows.map((found) => found.row),
      months,
      { currency, toHousehold },
    );
    return months.map((month, index) => barOf(month, sums[index] ?? { income: 0n, spent: 0n }, currency));
  }, [list.rows, currency, toHousehold, months]);
  return <Bars bars={bars} />;
}

function Bars({ bars }: { bars: readonly MonthBar[] }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { currency } = useHousehold();
  const sum = (index: number) =>
    formatMoney(
      {
        amount: wireOf(
          bars.reduce((all, bar) => all + minorOf(bar.amounts[index], currency), 0n),
          currency,
        ),
        currency,
      },
      locale,
      { cents: 'never' },
    );
  return (
    <MonthBars
      series={[
        { name: i18n._('Received'), colour: 'var(--good)' },
        { name: i18n._('Spent'), colour: 'var(--sky)' },
      ]}
      months={bars}
      currency={currency}
      monthHead={i18n._('Month')}
      summary={i18n._('Received {received} and spent {spent} in twelve months.', {
        received: sum(0),
        spent: sum(1),
      })}
    />
  );
}

function barsOf(
  flows: Dashboard['cash_flow'] | undefined,
  currency: string,
  now: CashFlowProps['now'],
): MonthBar[] {
  return (flows ?? []).map((flow, index, all) =>
    index === all.length - 1
      ? barOf(flow.month, now, currency)
      : { month: flow.month, amounts: [flow.income, flow.expense.replace('-', '')] },
  );
}

function barOf(month: Month, flow: { income: bigint; spent: bigint }, currency: string): MonthBar {
  return { month, amounts: [wireOf(flow.income, currency), wireOf(-flow.spent, currency)] };
}
