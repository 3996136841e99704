import type { Day } from '@kinwise/core/days';
import { formatDay, formatMoney } from '@kinwise/core/format';
import { area, curveMonotoneX, line } from 'd3-shape';
import { useId } from 'react';
import { useUiSettings } from '../settings.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { drawn, valueScale } from './scale.ts';

export type DayPoint = { readonly on: Day; readonly amount: string };

type AreaChartProps = {
  points: readonly DayPoint[];
  currency: string;
  /** One sentence, such as "Net worth rose from $41,000 in June to $48,200 today." */
  summary: string;
  /** Heads of the table twin: day and amount. */
  heads: readonly [string, string];
  height?: number;
  /** Lets the scale begin near the lowest value instead of at zero. */
  tight?: boolean;
};

const PLACE = { top: 12, right: 10, bottom: 24, left: 58 };

/** A line over a soft area with its last point marked: net worth, a balance. */
export function AreaChart({ points, currency, summary, heads, height = 200, tight = false }: AreaChartProps) {
  const { locale } = useUiSettings();
  const table = {
    head: heads,
    rows: points.map((point) => [
      formatDay(point.on, 'medium', locale, points.at(-1)?.on),
      formatMoney({ amount: point.amount, currency }, locale),
    ]),
  };
  return (
    <ChartFrame summary={summary} table={table} height={height}>
      {(width) => <Drawing points={points} currency={currency} width={width} height={height} tight={tight} />}
    </ChartFrame>
  );
}

function Drawing({
  points,
  currency,
  width,
  height,
  tight,
}: {
  points: readonly DayPoint[];
  currency: string;
  width: number;
  height: number;
  tight: boolean;
}) {
  const { locale } = useUiSettings();
  const gradient = useId();
  const values = points.map((point) => drawn(point.amount));
  if (values.length === 0) return null;
  const y = valueScale(values, [height - PLACE.bottom, PLACE.top], tight);
  const step = (width - PLACE.left - PLACE.right) / Math.max(1, values.length - 1);
  const x = (index: number) => PLACE.left + index * step;
  const floor = y.at(y.ticks[0] ?? 0);
  const curve = line<number>(
    (_, index) => x(index),
    (value) => y.at(value),
  ).curve(curveMonotoneX);
  const under = area<number>(
    (_, index) => x(index),
    floor,
    (value) => y.at(value),
  ).curve(curveMonotoneX);
  const end = points.at(-1);
  return (
    <>
      <defs>
        <linearGradient id={gradient} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--good)" stopOpacity="0.22" />
          <stop offset="1" stopColor="var(--good)" stopOpacity="0.02" />
        </linearGradient>
      </defs>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <line
            className="kw-grid"
            x1={PLACE.left}
            x2={width - PLACE.right}
            y1={y.at(tick)}
            y2={y.at(tick)}
          />
          <text x={PLACE.left - 8} y={y.at(tick) + 4} textAnchor="end">
            {formatMoney({ amount: String(tick), currency }, locale, { cents: 'never' })}
          </text>
        </g>
      ))}
      <path d={under(values) ?? ''} fill={`url(#${gradient})`} />
      <path
        d={curve(values) ?? ''}
        fill="none"
        stroke="var(--good)"
        strokeWidth="2.500"
        strokeLinejoin="round"
      />
      <circle
        cx={x(values.length - 1)}
        cy={y.at(values.at(-1) ?? 0)}
        r="5"
        fill="var(--surface)"
        stroke="var(--good)"
        strokeWidth="2.500"
      />
      <text x={PLACE.left} y={height - 6}>
        {points[0] && formatDay(points[0].on, 'short', locale, end?.on)}
      </text>
      <text x={width - PLACE.right} y={height - 6} textAnchor="end">
        {end && formatDay(end.on, 'short', locale)}
      </text>
    </>
  );
}
