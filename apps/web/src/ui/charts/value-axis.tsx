import { formatMoney } from '@kinwise/core/format';
import { useUiSettings } from '../settings.tsx';
import type { Scale } from './scale.ts';

/** The lines of round amounts behind a chart, with the amounts at their left. */
export function ValueAxis({
  scale,
  currency,
  from,
  to,
}: {
  scale: Scale;
  currency: string;
  from: number;
  to: number;
}) {
  const { locale } = useUiSettings();
  return scale.ticks.map((tick) => (
    <g key={tick}>
      <line className="kw-grid" x1={from} x2={to} y1={scale.at(tick)} y2={scale.at(tick)} />
      <text x={from - 8} y={scale.at(tick) + 4} textAnchor="end">
        {formatMoney({ amount: String(tick), currency }, locale, { cents: 'never' })}
      </text>
    </g>
  ));
}
