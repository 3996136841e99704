import type { Category } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { ArrowDown, ArrowUp, Combine, CornerDownRight, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import type { Folded } from '../../../offline/fold.ts';
import { useWrite } from '../../../offline/hooks.tsx';
import { WaitingMark } from '../../../shell/sync-indicator.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { CategoryIcon } from '../../../ui/category-icon.tsx';
import { cx } from '../../../ui/cx.ts';
import { MenuButton } from '../../../ui/menu-button.tsx';
import type { MenuEntry } from '../../../ui/menu.tsx';
import type { Doing } from './doing.ts';
import { moved, type Placed } from './tree.ts';

type LineProps = {
  placed: Placed;
  row: Folded<Category> | undefined;
  /** How many entries are in it. */
  count: number;
  categories: readonly Category[];
  editable: boolean;
  onDo: (doing: Doing) => void;
};

const INDENT = ['', 'pl-2', 'pl-10', 'pl-18'];

/** One category: its sign, its names, how much it is used, and what can be done with it. */
export function CategoryLine({ placed, row, count, categories, editable, onDo }: LineProps) {
  const { i18n } = useLingui();
  const { category, depth } = placed;
  const entries = useEntries(placed, { categories, onDo });
  return (
    <li className={cx('flex items-center gap-1 rounded-button hover:bg-sunk/60', INDENT[depth])}>
      <button
        type="button"
        disabled={!editable}
        onClick={() => onDo({ what: 'edit', category })}
        className="flex min-h-12 min-w-0 flex-1 items-center gap-3 rounded-button py-1 text-left disabled:cursor-default"
      >
        <CategoryIcon icon={category.icon} colour={category.colour} size={depth === 1 ? 'medium' : 'small'} />
        <span className="min-w-0 flex-1">
          <Names category={category} strong={depth === 1} />
          {row?.waiting && <WaitingMark blocked={row.blocked} />}
        </span>
        {count > 0 && (
          <span className="kw-tnum shrink-0 text-sm text-ink-3">
            {i18n._('{count, plural, one {# entry} other {# entries}}', { count })}
          </span>
        )}
      </button>
      {editable && (
        <MenuButton
          trigger={
            <IconButton
              icon={Ellipsis}
              size="small"
              label={i18n._('What to do with {name}', { name: category.name })}
            />
          }
          entries={entries}
        />
      )}
    </li>
  );
}

/** The name in the language of the app first; the other one, where there is one, beneath. */
export function Names({ category, strong = false }: { category: Category; strong?: boolean }) {
  const { i18n } = useLingui();
  const maori = category.name_mi;
  const look = cx('block truncate', strong && 'font-semibold');
  if (!maori || maori === category.name) return <span className={look}>{category.name}</span>;
  const first = i18n.locale.startsWith('mi');
  return (
    <>
      <span className={look} lang={first ? 'mi' : undefined}>
        {first ? maori : category.name}
      </span>
      <span className="block truncate text-sm text-ink-3" lang={first ? 'en' : 'mi'}>
        {first ? category.name : maori}
      </span>
    </>
  );
}

function useEntries(
  { category, depth }: Placed,
  { categories, onDo }: { categories: readonly Category[]; onDo: (doing: Doing) => void },
): MenuEntry[] {
  const { i18n } = useLingui();
  const write = useWrite();
  const shift = (step: -1 | 1) => {
    for (const { id, order } of moved(categories, category.id, step))
      void write.update('category', id, { order });
  };
  return [
    { label: i18n._('Edit or move'), icon: Pencil, onSelect: () => onDo({ what: 'edit', category }) },
    ...(depth < 3
      ? [
          {
            label: i18n._('New one below it'),
            icon: CornerDownRight,
            onSelect: () => onDo({ what: 'new', parent: category, kind: category.kind }),
          },
        ]
      : []),
    {
      label: i18n._('Up'),
      icon: ArrowUp,
      disabled: moved(categories, category.id, -1).length === 0,
      onSelect: () => shift(-1),
    },
    {
      label: i18n._('Down'),
      icon: ArrowDown,
      disabled: moved(categories, category.id, 1).length === 0,
      onSelect: () => shift(1),
    },
    'line',
    { label: i18n._('Merge into another'), icon: Combine, onSelect: () => onDo({ what: 'merge', category }) },
    {
      label: i18n._('Delete'),
      icon: Trash2,
      danger: true,
      onSelect: () => onDo({ what: 'delete', category }),
    },
  ];
}
