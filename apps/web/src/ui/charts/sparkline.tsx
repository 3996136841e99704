import { curveMonotoneX, line } from 'd3-shape';

/** A bare line of the last days beside a figure. The sentence says what the line does. */
export function Sparkline({
  values,
  summary,
  width = 96,
  height = 28,
  colour = 'var(--good)',
}: {
  values: readonly number[];
  summary: string;
  width?: number;
  height?: number;
  colour?: string;
}) {
  if (values.length < 2) return null;
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const x = (index: number) => 2 + (index * (width - 6)) / (values.length - 1);
  const y = (value: number) => height - 3 - ((value - low) / span) * (height - 6);
  const path = line<number>((_, index) => x(index), y).curve(curveMonotoneX)([...values]) ?? '';
  return (
    <svg role="img" aria-label={summary} width={width} height={height} className="shrink-0">
      <path
        d={path}
        fill="none"
        stroke={colour}
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx={x(values.length - 1)} cy={y(values.at(-1) ?? 0)} r="2.500" fill={colour} />
    </svg>
  );
}
