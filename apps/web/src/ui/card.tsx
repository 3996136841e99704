import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

type CardProps = ComponentProps<'section'> & {
  /** Without padding, for lists that run to the edge. */
  flush?: boolean;
};

export function Card({ flush = false, className, ...rest }: CardProps) {
  return (
    <section
      {...rest}
      className={cx('rounded-card border border-line bg-surface shadow-card', !flush && 'p-5', className)}
    />
  );
}

type CardHeaderProps = {
  title: ReactNode;
  /** What stands at the right: a link, a date, a button. */
  aside?: ReactNode;
  note?: ReactNode;
  /** The heading's level below the page's own. */
  level?: 2 | 3;
  className?: string;
};

export function CardHeader({ title, aside, note, level = 2, className }: CardHeaderProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <header className={cx('mb-3 flex items-baseline justify-between gap-3', className)}>
      <div className="min-w-0">
        <Heading className="text-base leading-6 break-words">{title}</Heading>
        {note && <p className="text-sm text-ink-3">{note}</p>}
      </div>
      {aside && <div className="shrink-0 text-sm text-ink-3">{aside}</div>}
    </header>
  );
}
