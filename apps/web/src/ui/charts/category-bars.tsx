import { formatShare } from '@kinwise/core/format';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconTile } from '../icon-tile.tsx';
import { Money } from '../money.tsx';

export type CategoryBar = {
  readonly id: string;
  readonly name: string;
  readonly icon: LucideIcon;
  readonly colour?: string;
  /** Positive, in wire form. */
  readonly amount: string;
  /** Of the whole, 0 to 1. */
  readonly share: number;
};

/** Categories with a bar each, largest first. A list of words and numbers already: it needs no table twin. */
export function CategoryBars({
  rows,
  currency,
  renderName,
}: {
  rows: readonly CategoryBar[];
  currency: string;
  /** Wraps the name, usually in a link to the entries behind it. */
  renderName?: (row: CategoryBar) => ReactNode;
}) {
  const longest = Math.max(...rows.map((row) => row.share), 0.0001);
  return (
    <ul className="space-y-3.5">
      {rows.map((row) => (
        <li key={row.id} className="flex items-center gap-3">
          <IconTile icon={row.icon} />
          <div className="min-w-0 flex-1">
            <div className="flex items-baseline justify-between gap-3">
              <span className="truncate">{renderName?.(row) ?? row.name}</span>
              <span className="shrink-0 text-ink-3">
                <Money
                  amount={row.amount}
                  currency={currency}
                  sign="never"
                  className="font-semibold text-ink"
                />{' '}
                <span className="kw-tnum inline-block min-w-9 text-right text-sm">
                  {formatShare(row.share)}
                </span>
              </span>
            </div>
            <div aria-hidden className="mt-1.5 h-1 overflow-hidden rounded-full bg-sunk">
              <div
                className="h-full origin-left rounded-full bg-good"
                style={{
                  transform: `scaleX(${row.share / longest})`,
                  ...(row.colour && { background: row.colour }),
                }}
              />
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
