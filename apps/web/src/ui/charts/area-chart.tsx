import type { Day } from '@kinwise/core/days';
import { formatDay, formatMoney } from '@kinwise/core/format';
import { area, curveMonotoneX, line } from 'd3-shape';
import { useId } from 'react';
import { useUiSettings } from '../settings.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { drawn, type Scale, valueScale } from './scale.ts';
import { ValueAxis } from './value-axis.tsx';

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
      formatDay(point.on, 'medium', { ...locale, today: points.at(-1)?.on }),
      formatMoney({ amount: point.amount, currency }, locale),
    ]),
  };
  return (
    <ChartFrame summary={summary} table={table} height={height}>
      {(width) => <Drawing points={points} currency={currency} width={width} height={height} tight={tight} />}
    </ChartFrame>
  );
}

type DrawingProps = {
  points: readonly DayPoint[];
  currency: string;
  width: number;
  height: number;
  tight: boolean;
};

function Drawing({ points, currency, width, height, tight }: DrawingProps) {
  const { locale } = useUiSettings();
  const values = points.map((point) => drawn(point.amount));
  const end = points.at(-1);
  if (!end) return null;
  const right = width - PLACE.right;
  const y = valueScale(values, [height - PLACE.bottom, PLACE.top], tight);
  const step = (right - PLACE.left) / Math.max(1, values.length - 1);
  const x = (index: number) => PLACE.left + index * step;
  return (
    <>
      <ValueAxis scale={y} currency={currency} from={PLACE.left} to={right} />
      <Curve values={values} x={x} y={y} />
      <circle
        cx={x(values.length - 1)}
        cy={y.at(values.at(-1) ?? 0)}
        r="5"
        fill="var(--surface)"
        stroke="var(--good)"
        strokeWidth="2.500"
      />
      <text x={PLACE.left} y={height - 6}>
        {points[0] && formatDay(points[0].on, 'short', { ...locale, today: end.on })}
      </text>
      <text x={right} y={height - 6} textAnchor="end">
        {formatDay(end.on, 'short', locale)}
      </text>
    </>
  );
}

/** The line with its soft area, which fades towards the floor. */
function Curve({ values, x, y }: { values: number[]; x: (index: number) => number; y: Scale }) {
  const gradient = useId();
  const place = (_: number, index: number) => x(index);
  const curve = line<number>(place, (value) => y.at(value)).curve(curveMonotoneX);
  const under = area<number>(place, y.at(y.ticks[0] ?? 0), (value) => y.at(value)).curve(curveMonotoneX);
  return (
    <>
      <defs>
        <linearGradient id={gradient} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--good)" stopOpacity="0.22" />
          <stop offset="1" stopColor="var(--good)" stopOpacity="0.02" />
        </linearGradient>
      </defs>
      <path d={under(values) ?? ''} fill={`url(#${gradient})`} />
      <path
        d={curve(values) ?? ''}
        fill="none"
        stroke="var(--good)"
        strokeWidth="2.500"
        strokeLinejoin="round"
      />
    </>
  );
}
