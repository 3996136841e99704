import { CircleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** What a screen says before there is anything on it: what it is for, one action, one example in grey. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
  example,
}: {
  icon?: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  example?: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-4 py-10 text-center">
      {Icon && (
        <span className="mb-4 inline-flex size-14 items-center justify-center rounded-card bg-good-soft text-good-text">
          <Icon aria-hidden size={26} />
        </span>
      )}
      <h2 className="text-lg">{title}</h2>
      {children && <p className="mt-1.5 text-pretty text-ink-2">{children}</p>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
      {example && (
        <div
          aria-hidden
          className="mt-7 w-full rounded-cell border border-dashed border-line-strong p-3 text-left opacity-60 grayscale"
        >
          {example}
        </div>
      )}
    </div>
  );
}

/** A grey shape where something will stand. Give it the size of the true thing by classes. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx('kw-skeleton block', className ?? 'h-4 w-full')} />;
}

/** Several rows of a list that is being read. */
export function SkeletonRows({ rows = 4 }: { rows?: number }) {
  return (
    <div aria-hidden className="space-y-4 py-2">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex items-center gap-3">
          <Skeleton className="size-9 shrink-0" />
          <Skeleton className={cx('h-4', index % 2 === 0 ? 'w-2/5' : 'w-1/3')} />
          <Skeleton className="ml-auto h-4 w-16" />
        </div>
      ))}
    </div>
  );
}

/** Something went wrong: what happened, what is safe, what to do. Read out when it appears. */
export function ProblemNote({
  title,
  children,
  action,
  tone = 'over',
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  tone?: 'over' | 'close';
}) {
  const look = tone === 'over' ? 'border-over-line bg-over-soft' : 'border-close-line bg-close-soft';
  const text = tone === 'over' ? 'text-over-text' : 'text-close-text';
  return (
    <div role="alert" className={cx('flex gap-3 rounded-cell border p-4', look)}>
      <CircleAlert aria-hidden size={20} className={cx('mt-0.5 shrink-0', text)} />
      <div className="min-w-0 flex-1">
        <p className={cx('font-semibold', text)}>{title}</p>
        {children && <div className="mt-0.5 text-ink-2">{children}</div>}
        {action && <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
