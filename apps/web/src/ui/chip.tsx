import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { type Status, StatusShape } from './status-shape.tsx';

export type Tone = 'plain' | Status | 'sky' | 'kowhai' | 'plum';

const TONES: Record<Tone, string> = {
  plain: 'bg-sunk text-ink-2',
  good: 'bg-good-soft text-good-text',
  close: 'bg-close-soft text-close-text',
  over: 'bg-over-soft text-over-text',
  sky: 'bg-sky-soft text-sky',
  kowhai: 'bg-kowhai text-on-kowhai',
  plum: 'bg-plum-soft text-plum',
};

/** A small label that says what something is: `Autopay`, `Pay`, `$952 set aside`. */
export function Pill({
  tone = 'plain',
  icon: Icon,
  className,
  children,
}: {
  tone?: Tone;
  icon?: LucideIcon;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1 rounded-chip px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap',
        TONES[tone],
        className,
      )}
    >
      {Icon && <Icon aria-hidden size={13} />}
      {children}
    </span>
  );
}

/** A state as shape and words together. */
export function StatusPill({ status, children }: { status: Status; children: ReactNode }) {
  return (
    <Pill tone={status}>
      <StatusShape status={status} size={12} />
      {children}
    </Pill>
  );
}

type ChipProps = ComponentProps<'button'> & { chosen?: boolean; icon?: LucideIcon };

/** A choice among several that can be pressed: categories, filters. Says by `aria-pressed` whether it is chosen. */
export function Chip({ chosen = false, icon: Icon, className, children, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-pressed={chosen}
      className={cx(
        'inline-flex min-h-9 items-center gap-1.5 rounded-chip border px-3.5 text-sm font-medium transition-colors max-lg:min-h-11',
        chosen
          ? 'border-brand bg-brand text-on-brand'
          : 'border-line bg-surface text-ink-2 hover:border-line-strong hover:text-ink',
        className,
      )}
    >
      {Icon && <Icon aria-hidden size={16} />}
      {children}
    </button>
  );
}

/** A number beside a name in a list: how many wait there. */
export function CountBadge({ count, label }: { count: number; label: string }) {
  if (count === 0) return null;
  return (
    <span className="kw-tnum inline-flex min-w-5 items-center justify-center rounded-chip bg-plum-soft px-1.5 text-xs font-semibold text-plum">
      <span aria-hidden>{count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
