import type { Month } from '@kinwise/core/days';
import { formatMoney, formatMonth } from '@kinwise/core/format';
import { useUiSettings } from '../settings.tsx';
import { ChartFrame, LegendItem } from './chart-frame.tsx';
import { drawn, type Scale, valueScale } from './scale.ts';
import { ValueAxis } from './value-axis.tsx';

export type Series = { readonly name: string; readonly colour: string };
export type MonthBar = {
  readonly month: Month /** One amount for each series. */;
  readonly amounts: readonly string[];
};

type MonthBarsProps = {
  series: readonly Series[];
  months: readonly MonthBar[];
  currency: string;
  summary: string;
  /** Head of the table's first column. */
  monthHead: string;
  /** Beside each other (income against spending) or on each other (categories). */
  layout?: 'grouped' | 'stacked';
  height?: number;
};

const PLACE = { top: 12, right: 0, bottom: 22, left: 52 };

/** Bars for each month: cash flow, or spending by category. */
export function MonthBars({
  series,
  months,
  currency,
  summary,
  monthHead,
  layout = 'grouped',
  height = 220,
}: MonthBarsProps) {
  const { locale } = useUiSettings();
  const table = {
    head: [monthHead, ...series.map((one) => one.name)],
    rows: months.map((bar) => [
      formatMonth(bar.month, locale),
      ...bar.amounts.map((amount) => formatMoney({ amount, currency }, locale)),
    ]),
  };
  const legend = series.map((one) => (
    <LegendItem key={one.name} colour={one.colour}>
      {one.name}
    </LegendItem>
  ));
  return (
    <ChartFrame summary={summary} table={table} height={height} legend={legend}>
      {(width) => <Drawing {...{ series, months, currency, layout, width, height }} />}
    </ChartFrame>
  );
}

type DrawingProps = Required<Pick<MonthBarsProps, 'series' | 'months' | 'currency' | 'layout' | 'height'>> & {
  width: number;
};

function Drawing({ series, months, currency, layout, width, height }: DrawingProps) {
  const { locale } = useUiSettings();
  const tops = months.map((bar) => {
    const values = bar.amounts.map(drawn);
    return layout === 'stacked' ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values);
  });
  const y = valueScale([0, ...tops], [height - PLACE.bottom, PLACE.top]);
  const slot = (width - PLACE.left - PLACE.right) / Math.max(1, months.length);
  const every = Math.max(1, Math.ceil(34 / slot));
  return (
    <>
      <ValueAxis scale={y} currency={currency} from={PLACE.left} to={width} />
      {months.map((bar, index) => (
        <g key={bar.month} transform={`translate(${PLACE.left + index * slot} 0)`}>
          <Bars bar={bar} series={series} slot={slot} y={y} layout={layout} />
          {(months.length - 1 - index) % every === 0 && (
            <text x={slot / 2} y={height - 5} textAnchor="middle">
              {formatMonth(bar.month, locale, 'short')}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

function Bars({
  bar,
  series,
  slot,
  y,
  layout,
}: {
  bar: MonthBar;
  series: readonly Series[];
  slot: number;
  y: Scale;
  layout: 'grouped' | 'stacked';
}) {
  const room = Math.min(slot * 0.72, 44);
  const each = layout === 'grouped' ? room / series.length - 2 : Math.min(room, 28);
  const left = layout === 'grouped' ? (slot - room) / 2 : (slot - each) / 2;
  let base = 0;
  return bar.amounts.map((amount, index) => {
    const value = drawn(amount);
    const from = layout === 'stacked' ? base : 0;
    base += value;
    const top = Math.min(y.at(from), y.at(from + value));
    const size = Math.abs(y.at(from + value) - y.at(from));
    const x = layout === 'grouped' ? left + index * (each + 2) : left;
    const round = layout === 'grouped' ? Math.min(4, each / 2, size) : 2;
    return (
      <rect
        key={series[index]?.name ?? index}
        x={x}
        y={top}
        width={Math.max(1, each)}
        height={size}
        rx={round}
        fill={series[index]?.colour}
      />
    );
  });
}
