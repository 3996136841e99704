import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

const KINDS: Record<ButtonKind, string> = {
  primary: 'bg-brand text-on-brand hover:bg-brand-strong',
  secondary: 'border border-line bg-surface text-ink shadow-card hover:border-line-strong',
  quiet: 'text-brand-text hover:bg-good-soft',
  danger: 'border border-over-line bg-over-soft text-over-text hover:border-over',
};

const SIZES: Record<ButtonSize, string> = {
  small: 'min-h-9 px-3 text-sm gap-1.5 max-lg:min-h-11',
  medium: 'min-h-11 px-4 text-body gap-2',
  large: 'min-h-13 px-6 text-base gap-2',
};

/** The classes of a button, for links that look like one. */
export function buttonClass(kind: ButtonKind = 'secondary', size: ButtonSize = 'medium'): string {
  return cx(
    'inline-flex items-center justify-center rounded-button font-semibold transition-colors select-none',
    'whitespace-nowrap disabled:opacity-50',
    KINDS[kind],
    SIZES[size],
  );
}

type ButtonProps = ComponentProps<'button'> & {
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: LucideIcon;
  /** Work is under way: shows a turning ring and takes no further press. */
  busy?: boolean;
};

export function Button({ kind, size, icon: Icon, busy = false, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      disabled={rest.disabled === true || busy}
      className={cx(buttonClass(kind, size), className)}
    >
      {busy ? (
        <LoaderCircle aria-hidden className="kw-spin" size={18} />
      ) : (
        Icon && <Icon aria-hidden size={18} />
      )}
      {children}
    </button>
  );
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon;
  /** What the button does; its accessible name and its tooltip. */
  label: string;
  kind?: ButtonKind | 'bare';
  size?: ButtonSize;
  /** A small thing at the corner, such as a dot for unread alerts. */
  badge?: ReactNode;
};

const ICON_SIZES: Record<ButtonSize, string> = {
  small: 'size-9 max-lg:size-11',
  medium: 'size-11',
  large: 'size-13',
};

export function IconButton({
  icon: Icon,
  label,
  kind = 'bare',
  size = 'medium',
  badge,
  className,
  ...rest
}: IconButtonProps) {
  const look = kind === 'bare' ? 'text-ink-2 hover:bg-sunk hover:text-ink' : KINDS[kind];
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={cx(
        'relative inline-flex shrink-0 items-center justify-center rounded-button transition-colors disabled:opacity-50',
        look,
        ICON_SIZES[size],
        className,
      )}
    >
      <Icon aria-hidden size={size === 'small' ? 18 : 20} />
      {badge}
    </button>
  );
}
