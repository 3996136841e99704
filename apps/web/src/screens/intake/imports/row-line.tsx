import type { ImportRow } from '@kinwise/api-client/schema';
import { formatDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { useHousehold } from '../../../shell/household.ts';
import { CategoryIcon } from '../../../ui/category-icon.tsx';
import { Pill } from '../../../ui/chip.tsx';
import { cx } from '../../../ui/cx.ts';
import { Money } from '../../../ui/money.tsx';
import { useUiSettings } from '../../../ui/settings.tsx';
import { useCategoryNames } from '../../category-names.ts';
import { stateName, STATE_LOOK } from './words.ts';

/** One row of the file: whether it comes in, what it is, where it would be sorted, what state it is in. */
export function RowLine({
  row,
  editable,
  onOpen,
  onInclude,
}: {
  row: ImportRow;
  editable: boolean;
  onOpen: () => void;
  onInclude: (include: boolean) => void;
}) {
  const { i18n } = useLingui();
  const title = row.payee || row.memo || i18n._('Without a name');
  const faded = !row.include;
  if (row.state === 'rejected') return <RejectedLine row={row} onOpen={onOpen} />;
  return (
    <div className="flex items-stretch border-b border-line pr-2 pl-1 hover:bg-sunk/60 sm:pr-3 sm:pl-2">
      <label className="flex w-11 shrink-0 items-center justify-center">
        <span className="sr-only">{i18n._('Bring in {name}', { name: title })}</span>
        <input
          type="checkbox"
          checked={row.include}
          disabled={!editable}
          onChange={(event) => onInclude(event.target.checked)}
          className="size-5 accent-[var(--brand)]"
        />
      </label>
      <button
        type="button"
        onClick={onOpen}
        className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 rounded-button px-1.5 py-2.5 text-left outline-offset-[-2px] lg:grid-cols-[5rem_minmax(0,1fr)_minmax(0,15rem)_10.5rem_7.5rem]"
      >
        <Day row={row} className="max-lg:hidden" />
        <span className="min-w-0">
          <span className={cx('block truncate font-medium', faded && 'text-ink-3')}>{title}</span>
          <span className="block truncate text-sm text-ink-3">
            <Day row={row} className="lg:hidden" /> <Second row={row} />
          </span>
        </span>
        <span className="flex min-w-0 items-center gap-2 max-lg:order-3">
          <Category row={row} />
        </span>
        <span className="max-lg:order-4 max-lg:justify-self-end">
          <StatePill row={row} />
        </span>
        <span className="text-right max-lg:order-2">
          {row.amount !== null && row.currency !== null && (
            <Money
              amount={row.amount}
              currency={row.currency}
              meaning={row.state === 'transfer' ? 'transfer' : 'entry'}
              className={cx('font-medium', faded && 'text-ink-3')}
            />
          )}
        </span>
      </button>
    </div>
  );
}

/** A line of the file that is no row: where it stands, why, and what stands there, in full. */
function RejectedLine({ row, onOpen }: { row: ImportRow; onOpen: () => void }) {
  const { i18n } = useLingui();
  return (
    <button
      type="button"
      onClick={onOpen}
      className="grid w-full grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 border-b border-line px-5 py-3 text-left outline-offset-[-2px] hover:bg-sunk/60 lg:grid-cols-[5.5rem_minmax(0,1fr)_auto]"
    >
      <span className="kw-tnum text-sm text-ink-2 max-lg:self-center">
        {i18n._('Line {line}', { line: row.line })}
      </span>
      <span className="min-w-0 max-lg:order-3 max-lg:col-span-2">
        <span className="block text-pretty">{row.reason}</span>
        {row.text && (
          <code className="mt-0.5 line-clamp-3 font-mono text-sm break-words whitespace-pre-wrap text-ink-3">
            {row.text}
          </code>
        )}
      </span>
      <StatePill row={row} />
    </button>
  );
}

export function StatePill({ row }: { row: ImportRow }) {
  const look = STATE_LOOK[row.state];
  return (
    <Pill tone={look.tone} icon={look.icon}>
      {stateName(row.state)}
    </Pill>
  );
}

function Day({ row, className }: { row: ImportRow; className?: string }) {
  const { locale } = useUiSettings();
  const { today } = useHousehold();
  return (
    <span className={cx('kw-tnum text-sm text-ink-2', className)}>
      {row.on !== null && formatDay(row.on, 'short', { ...locale, today })}
    </span>
  );
}

/** What is worth knowing beside the name: why it is not simply new, else what the bank wrote. */
function Second({ row }: { row: ImportRow }) {
  if (row.state !== 'new' && row.reason !== '') return row.reason;
  const texts = [row.payee ? row.memo : '', row.reference].filter(
    (text) => text !== '' && text !== row.payee,
  );
  return texts.join(' · ');
}

function Category({ row }: { row: ImportRow }) {
  const { i18n } = useLingui();
  const names = useCategoryNames();
  if (row.state === 'duplicate' || row.state === 'transfer') return null;
  const id = row.category_id ?? row.proposed?.category_id;
  const category = id === undefined ? undefined : names.get(id);
  if (!category) return <span className="truncate text-sm text-ink-3">{i18n._('No category yet')}</span>;
  const asked = row.category_id === null;
  return (
    <>
      <CategoryIcon icon={category.icon} colour={category.colour} size="small" />
      <span className={cx('truncate text-sm', asked ? 'text-ink-3' : 'text-ink-2')}>
        {asked ? i18n._('{name}?', { name: category.name }) : category.name}
      </span>
    </>
  );
}
