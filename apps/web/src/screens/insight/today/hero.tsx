import { formatDay, formatMoney } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { Hills } from '../../../shell/hills.tsx';
import { useHousehold } from '../../../shell/household.ts';
import { Bar } from '../../../ui/bar.tsx';
import { Card } from '../../../ui/card.tsx';
import { HeroMoney, Money } from '../../../ui/money.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { StatusShape } from '../../../ui/status-shape.tsx';
import { wireOf } from '../../ledger/parts/amounts.ts';
import type { TodayFigures } from './use-today.ts';

/** What can be spent from, until when, and how the month goes. It claims no more than it knows: bills come with budgets. */
export function Hero({ figures }: { figures: TodayFigures }) {
  return (
    <Card flush className="@container overflow-hidden">
      <div className="grid gap-px bg-line *:min-w-0 *:bg-surface @lg:grid-cols-[1.2fr_1fr] @3xl:grid-cols-[1.35fr_1fr_1.1fr]">
        <Everyday figures={figures} />
        <Payday figures={figures} />
        <ThisMonth figures={figures} />
      </div>
    </Card>
  );
}

function Everyday({ figures }: { figures: TodayFigures }) {
  const { i18n } = useLingui();
  const { currency } = useHousehold();
  const empty = figures.everyday <= 0n;
  return (
    <div className="@container relative min-h-40 p-5">
      <p className="flex items-center gap-2 text-sm font-semibold text-ink-2">
        <StatusShape status={empty ? 'over' : 'good'} />
        {i18n._('In everyday accounts')}
      </p>
      <HeroMoney
        amount={wireOf(figures.everyday, currency)}
        currency={currency}
        className="mt-2 mb-14 text-[clamp(2rem,14cqw,3.5rem)]!"
      />
      <Hills className="pointer-events-none absolute right-0 bottom-0 h-[76px] w-[152px]" />
    </div>
  );
}

function Payday({ figures }: { figures: TodayFigures }) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { currency } = useHousehold();
  const { pay } = figures;
  if (!pay) return <div className="min-h-36 p-5" />;
  const money = (minor: bigint) =>
    formatMoney({ amount: wireOf(minor, currency), currency }, locale, { cents: 'never' });
  return (
    <div className="p-5">
      <p className="text-sm font-semibold text-ink-2">{i18n._('Until payday')}</p>
      <p className="mt-1.5 font-display text-2xl font-semibold tracking-[-0.03em]">
        {i18n._('{count, plural, one {# day} other {# days}}', { count: pay.days })}
      </p>
      <p className="mt-0.5 text-ink-2">
        {formatDay(pay.next, 'medium', locale)}
        {pay.aDay > 0n && (
          <>
            {' · '}
            {i18n._('about {amount} a day, before bills', { amount: money(pay.aDay) })}
          </>
        )}
      </p>
      <p className="mt-3 inline-block rounded-chip bg-sky-soft px-2.5 py-0.5 text-xs font-semibold text-sky">
        {i18n._('{amount} spent since {day}', {
          amount: money(-pay.spent),
          day: formatDay(pay.since, 'short', locale),
        })}
      </p>
    </div>
  );
}

function ThisMonth({ figures }: { figures: TodayFigures }) {
  const { i18n } = useLingui();
  const { currency } = useHousehold();
  const { income, spent } = figures.month;
  const net = income + spent;
  const share = income > 0n ? Number((-spent * 1000n) / income) / 1000 : spent < 0n ? 1 : 0;
  const wire = (minor: bigint) => wireOf(minor, currency);
  return (
    <div className="p-5 @lg:col-span-2 @3xl:col-span-1">
      <div className="flex items-baseline justify-between gap-3">
        <p className="text-sm font-semibold text-ink-2">{i18n._('This month')}</p>
        <p className="text-sm font-semibold">
          <Money amount={wire(net)} currency={currency} meaning={net >= 0n ? 'entry' : 'plain'} />
        </p>
      </div>
      <ul className="mt-3 space-y-3">
        <FlowRow
          name={i18n._('Received')}
          amount={wire(income)}
          share={income > 0n ? Math.min(1, 1 / Math.max(share, 1)) : 0}
          status="good"
        />
        <FlowRow name={i18n._('Spent')} amount={wire(-spent)} share={share > 1 ? 1 : share} status="sky" />
      </ul>
    </div>
  );
}

function FlowRow({
  name,
  amount,
  share,
  status,
}: {
  name: string;
  amount: string;
  share: number;
  status: 'good' | 'sky';
}) {
  const { currency } = useHousehold();
  const { locale } = useUiSettings();
  return (
    <li>
      <div className="flex items-baseline justify-between gap-3">
        <span className="text-ink-2">{name}</span>
        <Money amount={amount} currency={currency} sign="never" className="font-semibold" />
      </div>
      <Bar
        share={share}
        status={status}
        label={`${name}: ${formatMoney({ amount, currency }, locale)}`}
        className="mt-1.5"
      />
    </li>
  );
}
