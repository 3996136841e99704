import { arc } from 'd3-shape';
import type { ReactNode } from 'react';

export type RingPart = {
  readonly name: string /** 0 to 1 of the whole. */;
  readonly share: number;
  readonly colour: string;
};

/** Parts of a whole as a ring with something in its middle. The sentence names the parts. */
export function Ring({
  parts,
  summary,
  size = 140,
  children,
}: {
  parts: readonly RingPart[];
  summary: string;
  size?: number;
  children?: ReactNode;
}) {
  const draw = arc<{ from: number; to: number }>()
    .innerRadius(size / 2 - 14)
    .outerRadius(size / 2)
    .cornerRadius(4)
    .padAngle(0.03)
    .startAngle((part) => part.from * 2 * Math.PI)
    .endAngle((part) => part.to * 2 * Math.PI);
  let from = 0;
  return (
    <div className="relative inline-flex items-center justify-center" style={{ width: size, height: size }}>
      <svg
        role="img"
        aria-label={summary}
        width={size}
        height={size}
        viewBox={`${-size / 2} ${-size / 2} ${size} ${size}`}
      >
        <circle r={size / 2 - 7} fill="none" stroke="var(--sunk)" strokeWidth="14" />
        {parts.map((part) => {
          const to = Math.min(1, from + part.share);
          const path = draw({ from, to }) ?? '';
          from = to;
          return <path key={part.name} d={path} fill={part.colour} />;
        })}
      </svg>
      <div className="absolute inset-0 flex flex-col items-center justify-center text-center">{children}</div>
    </div>
  );
}
