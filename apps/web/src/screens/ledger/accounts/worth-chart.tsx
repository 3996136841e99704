import { formatDay, formatMoney } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useRows } from '../../../offline/hooks.tsx';
import { AreaChart, type DayPoint } from '../../../ui/charts/area-chart.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import type { Span } from './use-worth.ts';

type WorthChartProps = {
  /** What is drawn: "Net worth", an account's name. */
  name: string;
  points: readonly DayPoint[] | undefined;
  /** Nothing came, and nothing was kept from before. */
  missing: boolean;
  currency: string;
  height?: number;
};

/** A value over time; holds its place while it is fetched, and says so where it needs signal. */
export function WorthChart({ name, points, missing, currency, height = 200 }: WorthChartProps) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  if (missing) return <Place height={height}>{i18n._('The history needs signal.')}</Place>;
  if (!points) {
    return (
      <div style={{ height: height + 36 }}>
        <Skeleton className="h-full w-full" />
      </div>
    );
  }
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || points.length < 2) {
    return (
      <Place height={height}>{i18n._('A line stands here once there are entries of a few days.')}</Place>
    );
  }
  const money = (amount: string) => formatMoney({ amount, currency }, locale, { cents: 'never' });
  const summary = i18n._('{name}: {from} on {start}, {to} on {end}.', {
    name,
    from: money(first.amount),
    start: formatDay(first.on, 'date', locale),
    to: money(last.amount),
    end: formatDay(last.on, 'date', locale),
  });
  return (
    <AreaChart
      points={points}
      currency={currency}
      summary={summary}
      heads={[i18n._('Day'), name]}
      height={height}
      tight={points.every((point) => !point.amount.startsWith('-'))}
    />
  );
}

/** Net worth by day is without what other members keep private, though they may let its sum count (decision 033). */
export function WithoutPrivate() {
  const { i18n } = useLingui();
  const members = (useRows('membership') ?? []).filter(({ row }) => row.status === 'active');
  if (members.length < 2) return null;
  return (
    <p className="mt-1 text-sm text-ink-3">{i18n._('Without the private accounts of other members.')}</p>
  );
}

export function SpanSegments({ span, onChange }: { span: Span; onChange: (span: Span) => void }) {
  const { i18n } = useLingui();
  return (
    <Segments
      label={i18n._('Time')}
      value={span}
      onChange={onChange}
      choices={[
        { name: '3m', label: i18n._('3 months') },
        { name: '1y', label: i18n._('1 year') },
        { name: '5y', label: i18n._('5 years') },
      ]}
    />
  );
}

/** As high as the chart with its frame, so that nothing moves when the line arrives. */
function Place({ height, children }: { height: number; children: ReactNode }) {
  return (
    <div className="flex items-center justify-center text-sm text-ink-3" style={{ height: height + 36 }}>
      {children}
    </div>
  );
}
