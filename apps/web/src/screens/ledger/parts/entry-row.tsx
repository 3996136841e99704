import { useLingui } from '@lingui/react';
import { ArrowRightLeft, ChevronDown, Split, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { WaitingMark } from '../../../shell/sync-indicator.tsx';
import { Pill } from '../../../ui/chip.tsx';
import { cx } from '../../../ui/cx.ts';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { Money } from '../../../ui/money.tsx';
import { categoryIcon } from './category-icon.ts';
import type { FoldedTransaction } from '../../../offline/transactions.ts';
import type { LedgerFacts } from './facts.ts';
import { useEntryWords } from './entry-words.ts';

type EntryRowProps = {
  found: FoldedTransaction;
  facts: LedgerFacts;
  onOpen: (id: string) => void;
  /** Not given where rows cannot be ticked. */
  onTick?: (id: string, range: boolean) => void;
  ticked?: boolean;
  /** Boxes stand there always, not only under the pointer. */
  ticking?: boolean;
  /** Opens the list of categories at the pressed button. */
  onCategory?: (id: string, button: HTMLElement) => void;
  /** On the page of one account its name says nothing. */
  withoutAccount?: boolean;
};

/** An entry in a list. The whole row opens it; the box and the category lie above that. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const {
    found,
    facts,
    onOpen,
    onCategory,
    onTick,
    ticked = false,
    ticking = false,
    withoutAccount = false,
  } = props;
  const { id, row } = found;
  const words = useEntryWords(facts);
  const title = words.title(row);
  const category = facts.categories.get(row.category_id ?? '');
  const icon =
    row.type === 'transfer' ? ArrowRightLeft : row.splits?.length ? Split : categoryIcon(category?.icon);
  // A row that waits says so; on a phone there is no room for more beside it.
  const account = withoutAccount ? undefined : facts.accounts.get(row.account_id)?.name;
  return (
    <div
      className={cx(
        'group relative flex min-h-[var(--row)] items-center gap-3 px-4 py-1.5 transition-colors hover:bg-sunk/60',
        ticked && 'bg-good-soft hover:bg-good-soft',
      )}
    >
      {onTick && <TickBox {...{ id, title, ticked, ticking, onTick }} />}
      <IconTile
        icon={icon}
        tone={row.type === 'transfer' ? 'sky' : row.type === 'income' ? 'good' : 'plain'}
      />
      <button
        type="button"
        data-entry={id}
        onClick={() => onOpen(id)}
        className="min-w-0 flex-1 text-left outline-none after:absolute after:inset-0 after:-outline-offset-2 focus-visible:after:outline-2 focus-visible:after:outline-brand-text"
      >
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{title}</span>
          {row.needs_review && <ReviewMark />}
          <Tags row={row} facts={facts} />
        </span>
        <span className="flex items-center gap-1.5 truncate text-sm text-ink-3">
          <span className={cx('truncate', onCategory && 'lg:hidden')}>{words.category(row)}</span>
          {account && (
            <span aria-hidden className={cx(onCategory && 'lg:hidden', found.waiting && 'max-sm:hidden')}>
              ·
            </span>
          )}
          {account && <span className={cx('truncate', found.waiting && 'max-sm:hidden')}>{account}</span>}
          {row.status !== 'completed' && <span className="shrink-0">· {words.status(row)}</span>}
          {found.waiting && (
            <span className="relative z-10 shrink-0">
              <WaitingMark blocked={found.blocked} />
            </span>
          )}
        </span>
      </button>
      {onCategory && <CategoryCell {...{ found, facts, onCategory }} />}
      <Money
        amount={row.amount}
        currency={row.currency}
        meaning={row.type === 'transfer' ? 'transfer' : 'entry'}
        className={cx(
          'shrink-0 text-right font-medium',
          onCategory && 'lg:min-w-28',
          dead(row.status) && 'line-through opacity-60',
        )}
      />
    </div>
  );
});

function TickBox({
  id,
  title,
  ticked,
  ticking,
  onTick,
}: { id: string; title: string } & Required<Pick<EntryRowProps, 'ticked' | 'ticking' | 'onTick'>>) {
  const { i18n } = useLingui();
  return (
    <span
      className={cx(
        'relative z-10 -mx-2.5 flex size-11 shrink-0 items-center justify-center transition-opacity lg:size-9',
        !ticking && 'max-lg:hidden lg:opacity-0 lg:group-hover:opacity-100 lg:focus-within:opacity-100',
      )}
    >
      <input
        type="checkbox"
        checked={ticked}
        aria-label={i18n._('Select {title}', { title })}
        onChange={(event) => onTick(id, (event.nativeEvent as MouseEvent).shiftKey)}
        className="size-5 cursor-pointer accent-[var(--brand)]"
      />
    </span>
  );
}

function CategoryCell({
  found,
  facts,
  onCategory,
}: Required<Pick<EntryRowProps, 'found' | 'facts' | 'onCategory'>>) {
  const { i18n } = useLingui();
  const { row, id } = found;
  const words = useEntryWords(facts);
  const name = words.category(row);
  const fixed = row.type === 'transfer' || (row.splits?.length ?? 0) > 0;
  const look = 'hidden w-52 shrink-0 items-center gap-1.5 text-left lg:flex';
  if (fixed) return <span className={cx(look, 'px-2.5 text-ink-3')}>{name}</span>;
  return (
    <button
      type="button"
      data-category={id}
      aria-haspopup="listbox"
      aria-label={i18n._('Category: {name}', { name })}
      onClick={(event) => onCategory(id, event.currentTarget)}
      className={cx(
        look,
        'relative z-10 min-h-9 rounded-[10px] border border-transparent px-2.5 hover:border-line-strong hover:bg-surface',
        !row.category_id && 'text-ink-3',
      )}
    >
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <ChevronDown aria-hidden size={14} className="shrink-0 text-ink-3 opacity-0 group-hover:opacity-100" />
    </button>
  );
}

function Tags({ row, facts }: { row: FoldedTransaction['row']; facts: LedgerFacts }) {
  const tags = (row.tags ?? []).flatMap((id) => facts.tags.get(id) ?? []);
  if (tags.length === 0) return null;
  return (
    <span className="hidden shrink-0 gap-1 sm:flex">
      {tags.slice(0, 2).map((tag) => (
        <Pill key={tag.id} className="max-w-28 truncate">
          {tag.name}
        </Pill>
      ))}
      {tags.length > 2 && <Pill>+{tags.length - 2}</Pill>}
    </span>
  );
}

function ReviewMark() {
  const { i18n } = useLingui();
  return (
    <span className="inline-flex shrink-0 text-close-text" title={i18n._('Needs a look')}>
      <TriangleAlert aria-hidden size={14} />
      <span className="sr-only">{i18n._('Needs a look')}</span>
    </span>
  );
}

function dead(status: string): boolean {
  return status === 'cancelled' || status === 'failed';
}
