import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { useHousehold } from '../../../shell/household.ts';
import { Card } from '../../../ui/card.tsx';
import { HeroMoney } from '../../../ui/money.tsx';
import { type Span, useWorth } from '../../ledger/accounts/use-worth.ts';
import { SpanSegments, WithoutPrivate, WorthChart } from '../../ledger/accounts/worth-chart.tsx';
import { wireOf } from '../../ledger/parts/amounts.ts';

/** Net worth now, and the way to it. */
export function WorthCard({ worth }: { worth: bigint }) {
  const { i18n } = useLingui();
  const { currency } = useHousehold();
  const [span, setSpan] = useState<Span>('1y');
  const history = useWorth(span);
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 className="text-base">{i18n._('Net worth')}</h2>
          <HeroMoney amount={wireOf(worth, currency)} currency={currency} size="large" />
        </div>
        <SpanSegments span={span} onChange={setSpan} />
      </div>
      <WorthChart
        name={i18n._('Net worth')}
        points={history.data}
        missing={history.isError && !history.data}
        currency={currency}
        height={190}
      />
      <WithoutPrivate />
    </Card>
  );
}
