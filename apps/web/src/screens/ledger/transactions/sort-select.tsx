import { useLingui } from '@lingui/react';
import { ArrowDownUp } from 'lucide-react';
import { type ListSearch, type Sort, withFilter } from './filters.ts';

/** The order of the list, as small as it is rarely used. */
export function SortSelect({
  search,
  change,
}: {
  search: ListSearch;
  change: (next: (search: ListSearch) => ListSearch) => void;
}) {
  const { i18n } = useLingui();
  const choices: [Sort, string][] = [
    ['newest', i18n._('Newest first')],
    ['oldest', i18n._('Oldest first')],
    ['largest', i18n._('Largest first')],
    ['smallest', i18n._('Smallest first')],
  ];
  return (
    <label className="relative flex shrink-0 items-center gap-1.5 rounded-[10px] hover:text-ink">
      <ArrowDownUp aria-hidden size={14} className="pointer-events-none absolute left-2" />
      <span className="sr-only">{i18n._('Order')}</span>
      <select
        value={search.sort ?? 'newest'}
        onChange={(event) => {
          const sort = event.target.value as Sort;
          change((old) => withFilter(old, 'sort', sort === 'newest' ? undefined : sort));
        }}
        className="min-h-8 cursor-pointer appearance-none rounded-[10px] bg-transparent pr-2 pl-7.5 text-sm font-medium max-lg:min-h-11"
      >
        {choices.map(([sort, label]) => (
          <option key={sort} value={sort} className="bg-raised text-ink">
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
