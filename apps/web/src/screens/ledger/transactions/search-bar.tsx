import { useLingui } from '@lingui/react';
import { Search, SlidersHorizontal, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useHousehold } from '../../../shell/household.ts';
import { useShortcuts } from '../../../shell/keys.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { useUiSettings } from '../../../ui/settings.tsx';
import type { LedgerFacts } from '../parts/facts.ts';
import { filterCount, type Filters } from './filters.ts';
import { chipsOf } from './filter-words.ts';

type SearchBarProps = {
  filters: Filters;
  onSearch: (q: string) => void;
  onFilter: () => void;
};

/** Milliseconds after the last key before the list is looked through. */
const PAUSE_MS = 180;

/** The search field and the way to all filters. `/` goes there from anywhere on the screen. */
export function SearchBar({ filters, onSearch, onFilter }: SearchBarProps) {
  const { i18n } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useTyped(filters.q ?? '', onSearch);
  const count = filterCount(filters);
  useShortcuts([
    { keys: '/', label: i18n._('Search entries'), run: () => field.current?.focus() },
    { keys: 'f', label: i18n._('Filter'), run: onFilter },
  ]);
  return (
    <div className="flex gap-2">
      <div className="relative min-w-0 flex-1">
        <Search aria-hidden size={18} className="pointer-events-none absolute top-3.5 left-3.5 text-ink-3" />
        <input
          ref={field}
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          value={typed}
          aria-label={i18n._('Search entries')}
          placeholder={i18n._('Payee, note, category or amount')}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            if (typed !== '') setTyped('');
            else event.currentTarget.blur();
          }}
          className="min-h-11 w-full rounded-button border border-line bg-surface pr-11 pl-11 text-base text-ellipsis shadow-card outline-offset-0 hover:border-line-strong [&::-webkit-search-cancel-button]:hidden"
        />
        {typed === '' ? (
          <kbd className="pointer-events-none absolute top-2.5 right-3 hidden rounded-md border border-line px-1.5 font-sans text-xs leading-5 text-ink-3 lg:block">
            /
          </kbd>
        ) : (
          <button
            type="button"
            aria-label={i18n._('Clear the search')}
            onClick={() => setTyped('')}
            className="absolute inset-y-0 right-0 flex w-11 items-center justify-center text-ink-3 hover:text-ink"
          >
            <X aria-hidden size={17} />
          </button>
        )}
      </div>
      <button
        type="button"
        onClick={onFilter}
        aria-haspopup="dialog"
        className={cx(buttonClass('secondary'), 'max-sm:px-3')}
      >
        <SlidersHorizontal aria-hidden size={17} />
        <span className="max-sm:sr-only">{i18n._('Filter')}</span>
        {count > 0 && (
          <span className="kw-tnum inline-flex min-w-5 items-center justify-center rounded-chip bg-brand px-1.5 text-xs leading-5 text-on-brand">
            {count}
          </span>
        )}
      </button>
    </div>
  );
}

/** The filters in force, each with a cross; nothing where there are none. */
export function FilterChips({
  filters,
  facts,
  onClear,
}: {
  filters: Filters;
  facts: LedgerFacts;
  onClear: (names: readonly (keyof Filters)[] | 'all') => void;
}) {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { currency, today } = useHousehold();
  const chips = chipsOf(filters, { i18n, locale, facts, currency, today });
  if (chips.length === 0) return null;
  return (
    <ul aria-label={i18n._('Filters in force')} className="flex flex-wrap gap-2">
      {chips.map((chip) => (
        <li key={chip.names.join()}>
          <button
            type="button"
            aria-label={i18n._('Remove filter: {label}', { label: chip.label })}
            onClick={() => onClear(chip.names)}
            className="inline-flex min-h-8 items-center gap-1.5 rounded-chip bg-good-soft pr-2 pl-3 text-sm font-medium text-good-text hover:bg-good-line max-lg:min-h-11"
          >
            {chip.label}
            <X aria-hidden size={14} />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button
            type="button"
            onClick={() => onClear('all')}
            className="min-h-8 px-2 text-sm font-semibold text-brand-text hover:underline max-lg:min-h-11"
          >
            {i18n._('Clear all')}
          </button>
        </li>
      )}
    </ul>
  );
}

/** What stands in the field runs ahead of the address by a breath, so that typing never waits for the list. */
function useTyped(q: string, onSearch: (q: string) => void): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(q);
  const told = useRef(q);
  const tell = useRef(onSearch);
  tell.current = onSearch;
  useEffect(() => {
    // The address has changed by itself: a link, or the way back.
    if (q === told.current) return;
    told.current = q;
    setTyped(q);
  }, [q]);
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => {
      told.current = typed;
      tell.current(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped];
}
