import { cx } from './cx.ts';

/** On track, close (80 to 100 %) or over; `plain` has no state. */
export type Status = 'good' | 'close' | 'over';

/**
 * The state of a day or budget as a shape, so that it never rests on colour alone: a disc with a tick, a half disc, a
 * triangle. Without a label it is decoration beside words that say the same.
 */
export function StatusShape({
  status,
  label,
  size = 16,
  className,
}: {
  status: Status;
  label?: string;
  size?: number;
  className?: string;
}) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg {...named} viewBox="0 0 16 16" width={size} height={size} className={cx('shrink-0', className)}>
      {SHAPES[status]}
    </svg>
  );
}

const SHAPES: Record<Status, React.ReactNode> = {
  good: (
    <>
      <circle cx="8" cy="8" r="7.500" className="fill-good" />
      <path
        d="m4.900 8.200 2.200 2.200 4-4.500"
        fill="none"
        className="stroke-surface"
        strokeWidth="1.700"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  close: (
    <>
      <circle cx="8" cy="8" r="6.700" fill="none" className="stroke-close-glyph" strokeWidth="1.600" />
      <path d="M8 1.300a6.700 6.700 0 0 0 0 13.400z" className="fill-close-glyph" />
    </>
  ),
  over: (
    <>
      <path
        d="M8 1.200c.5 0 .9.250 1.150.7l6 10.700c.500.900-.100 2-1.150 2H2c-1.050 0-1.650-1.100-1.150-2l6-10.700C7.100 1.450 7.500 1.200 8 1.200z"
        className="fill-over"
      />
      <path d="M8 5.600v4" className="stroke-surface" strokeWidth="1.600" strokeLinecap="round" />
      <circle cx="8" cy="12" r="0.950" className="fill-surface" />
    </>
  ),
};
