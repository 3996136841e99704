import { Menu as Base } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import { ITEM, POPUP } from './menu-look.ts';

export type MenuEntry =
  | {
      readonly label: string;
      readonly icon?: LucideIcon;
      readonly onSelect: () => void;
      readonly danger?: boolean;
      readonly disabled?: boolean;
      /** Marks the entry that is in force, in a menu that chooses. */
      readonly chosen?: boolean;
      /** A second, paler line. */
      readonly note?: string;
      readonly before?: ReactNode;
    }
  | 'line';

type MenuProps = {
  /** The button that opens it. */
  trigger: ReactElement<Record<string, unknown>>;
  entries: readonly MenuEntry[];
  /** Words above the entries. */
  heading?: ReactNode;
  side?: 'bottom' | 'top';
  align?: 'start' | 'end';
  /** Open from the start, for menus whose code came with the press that asked for them. */
  defaultOpen?: boolean;
};

export function Menu({
  trigger,
  entries,
  heading,
  side = 'bottom',
  align = 'end',
  defaultOpen = false,
}: MenuProps) {
  return (
    <Base.Root defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} className="z-50 outline-none">
          <Base.Popup
            className={cx(
              POPUP,
              'max-h-[var(--available-height)] min-w-[max(13rem,var(--anchor-width))] overflow-y-auto',
            )}
          >
            {heading && <div className="px-3 pt-1.5 pb-1 text-sm text-ink-3">{heading}</div>}
            {entries.map((entry, index) =>
              entry === 'line' ? (
                <Base.Separator key={`line-${index}`} className="my-1.5 h-px bg-line" />
              ) : (
                <Entry key={entry.label} entry={entry} />
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Entry({ entry }: { entry: Exclude<MenuEntry, 'line'> }) {
  const { icon: Icon } = entry;
  return (
    <Base.Item
      onClick={entry.onSelect}
      disabled={entry.disabled ?? false}
      className={cx(ITEM, entry.danger && 'text-over-text')}
    >
      {entry.before}
      {Icon && <Icon aria-hidden size={18} className={cx('shrink-0', !entry.danger && 'text-ink-3')} />}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{entry.label}</span>
        {entry.note && <span className="block truncate text-sm text-ink-3">{entry.note}</span>}
      </span>
      {entry.chosen && <Check aria-hidden size={16} className="shrink-0 text-brand-text" />}
    </Base.Item>
  );
}
