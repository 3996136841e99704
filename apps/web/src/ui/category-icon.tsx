import { type CSSProperties, useEffect, useState } from 'react';
import type { LucideIcon } from 'lucide-react';
import { cx } from './cx.ts';

/** Colours by their place in the palette, so that dark mode has its own; `#rrggbb` is possible too. */
export const CATEGORY_COLOURS = [
  'brand',
  'good',
  'sky',
  'plum',
  'kowhai',
  'close',
  'over',
  'person-1',
  'person-2',
  'person-3',
  'person-4',
  'person-5',
  'person-6',
] as const;

let icons: Readonly<Record<string, LucideIcon>> | undefined;
let coming: Promise<Readonly<Record<string, LucideIcon>>> | undefined;

/** The colour of a category as CSS: a name of the palette, `#rrggbb`, or ink where it has none. */
export function categoryColour(colour: string | null | undefined): string {
  if (!colour) return 'var(--ink-3)';
  return colour.startsWith('#') ? colour : `var(--${colour})`;
}

const SIZES = { small: 'size-8', medium: 'size-9', large: 'size-11' };

/** The sign of a category: its icon on a soft square of its colour. The icons come behind the first screen. */
export function CategoryIcon({
  icon,
  colour,
  size = 'medium',
  className,
}: {
  icon: string | null | undefined;
  colour: string | null | undefined;
  size?: keyof typeof SIZES;
  className?: string;
}) {
  const Icon = useCategoryIcons()?.[icon || 'tag'];
  const style = { '--category': categoryColour(colour) } as CSSProperties;
  return (
    <span
      aria-hidden
      style={style}
      className={cx(
        'kw-category inline-flex shrink-0 items-center justify-center rounded-[10px] text-ink',
        SIZES[size],
        className,
      )}
    >
      {Icon && <Icon size={size === 'large' ? 20 : size === 'small' ? 16 : 18} />}
    </span>
  );
}

/** Every icon that a category can have; undefined until they have come. */
export function useCategoryIcons(): Readonly<Record<string, LucideIcon>> | undefined {
  const [known, setKnown] = useState(icons);
  useEffect(() => {
    if (known) return;
    let wanted = true;
    coming ??= import('./category-icons.ts').then((module) => module.CATEGORY_ICONS);
    void coming.then((all) => {
      icons = all;
      if (wanted) setKnown(all);
    });
    return () => {
      wanted = false;
    };
  }, [known]);
  return known;
}
