import type { LucideIcon } from 'lucide-react';
import { cx } from './cx.ts';

const TONES = {
  plain: 'bg-sunk text-ink-2',
  good: 'bg-good-soft text-good-text',
  sky: 'bg-sky-soft text-sky',
  plum: 'bg-plum-soft text-plum',
  close: 'bg-close-soft text-close-text',
};

/** An icon on a soft square, at the head of a row. */
export function IconTile({
  icon: Icon,
  tone = 'plain',
  size = 'medium',
}: {
  icon: LucideIcon;
  tone?: keyof typeof TONES;
  size?: 'small' | 'medium';
}) {
  return (
    <span
      aria-hidden
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-[10px]',
        size === 'small' ? 'size-8' : 'size-9',
        TONES[tone],
      )}
    >
      <Icon size={size === 'small' ? 16 : 18} />
    </span>
  );
}
