import type { Day } from '@kinwise/core/days';
import { formatNearDay } from '@kinwise/core/format';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { useUiSettings } from './settings.tsx';

/** The heading above the entries of one day: `Today`, `Fri 20 Nov`, with the day's sum at the right. */
export function DayHeading({
  on,
  today,
  aside,
  className,
}: {
  on: Day;
  today: Day;
  aside?: ReactNode;
  className?: string;
}) {
  const { locale } = useUiSettings();
  return (
    <div className={cx('flex items-baseline justify-between gap-3 pt-5 pb-1.5 text-sm', className)}>
      <h2 className="font-sans font-semibold tracking-normal text-ink-2">
        <time dateTime={on}>{formatNearDay(on, today, locale)}</time>
      </h2>
      {aside && <span className="kw-tnum text-ink-3">{aside}</span>}
    </div>
  );
}
