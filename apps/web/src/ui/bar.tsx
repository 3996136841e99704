import { cx } from './cx.ts';
import type { Status } from './status-shape.tsx';

const FILLS: Record<Status | 'sky', string> = {
  good: 'bg-good',
  close: 'bg-close',
  over: 'bg-over',
  sky: 'bg-sky',
};

/** How much of a whole is used, as a thin bar. `share` is 0 to 1; over 1 the bar is full and hatched at its end. */
export function Bar({
  share,
  status = 'good',
  label,
  thin = false,
  className,
}: {
  share: number;
  status?: Status | 'sky';
  label: string;
  thin?: boolean;
  className?: string;
}) {
  const width = Math.max(0, Math.min(1, share));
  return (
    <div
      role="img"
      aria-label={label}
      className={cx('relative overflow-hidden rounded-full bg-sunk', thin ? 'h-1' : 'h-1.5', className)}
    >
      <div
        className={cx('kw-bar-fill h-full origin-left rounded-full transition-transform', FILLS[status])}
        style={{ transform: `scaleX(${width})` }}
      />
      {share > 1 && <div aria-hidden className="kw-hatch absolute inset-y-0 right-0 w-4" />}
    </div>
  );
}
