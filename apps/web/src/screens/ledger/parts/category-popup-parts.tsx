import { Combobox as Base } from '@base-ui/react/combobox';
import { useLingui } from '@lingui/react';
import { Check, CircleOff, type LucideIcon, Sparkles } from 'lucide-react';
import { useMemo } from 'react';
import { ITEM, POPUP } from '../../../ui/menu-look.ts';
import { plain } from '../transactions/matches.ts';
import { categoryIcon } from './category-icon.ts';
import type { CategoryPopupProps } from './category-popup.tsx';
import { categoriesInOrder, type LedgerFacts } from './facts.ts';

type Item = {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
  readonly icon: LucideIcon;
};

const NONE = 'none';

export function CategoryPopupParts({
  anchor,
  facts,
  kind,
  value,
  proposed,
  onChoose,
  onClose,
}: CategoryPopupProps & { anchor: HTMLElement }) {
  const { i18n } = useLingui();
  const items = useMemo(() => {
    const all = itemsOf(facts, kind);
    const guess = proposed && all.find((item) => item.value === proposed.category_id);
    const rest = all.filter((item) => item !== guess);
    return [
      ...(guess && proposed ? [{ ...guess, note: proposed.reason, icon: Sparkles }] : []),
      ...rest,
      { value: NONE, label: i18n._('No category'), icon: CircleOff },
    ];
  }, [facts, kind, proposed, i18n]);
  const chosen = items.find((item) => item.value === (value ?? NONE)) ?? null;

  function close() {
    onClose();
    anchor.focus();
  }

  return (
    <Base.Root
      open
      onOpenChange={(open) => !open && close()}
      items={items}
      value={chosen}
      onValueChange={(item: Item | null) => item && onChoose(item.value === NONE ? null : item.value)}
      isItemEqualToValue={(left: Item, right: Item) => left.value === right.value}
      filter={(item: Item, query) => plain(`${item.label} ${item.note ?? ''}`).includes(plain(query))}
      autoHighlight
    >
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={4}
          className="z-60 outline-none"
        >
          <Base.Popup
            className={`${POPUP} flex max-h-[min(24rem,var(--available-height))] w-72 flex-col`}
            aria-label={i18n._('Category')}
          >
            <Base.Input
              aria-label={i18n._('Find a category')}
              placeholder={i18n._('Find a category')}
              className="mb-1.5 min-h-10 w-full shrink-0 rounded-[10px] border border-line-strong bg-surface px-3 outline-offset-0"
            />
            <Base.Empty className="px-3 py-2 text-sm text-ink-3 empty:hidden">
              {i18n._('Nothing found')}
            </Base.Empty>
            <Base.List className="min-h-0 overflow-y-auto">
              {(item: Item) => (
                <Base.Item key={item.value} value={item} className={ITEM}>
                  <item.icon aria-hidden size={17} className="shrink-0 text-ink-3" />
                  <span className="min-w-0 flex-1">
                    <span className="block truncate">{item.label}</span>
                    {item.note && <span className="block truncate text-xs text-ink-3">{item.note}</span>}
                  </span>
                  <Base.ItemIndicator className="text-brand-text">
                    <Check aria-hidden size={16} />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function itemsOf(facts: LedgerFacts, kind: 'income' | 'expense' | undefined): readonly Item[] {
  return categoriesInOrder(facts.categories)
    .filter((category) => kind === undefined || category.kind === kind || category.kind === 'both')
    .map((category): Item => {
      const parent = facts.nameOf(category.parent_id);
      return {
        value: category.id,
        label: facts.nameOf(category.id) ?? category.name,
        icon: categoryIcon(category.icon),
        ...(parent !== undefined && { note: parent }),
      };
    });
}
