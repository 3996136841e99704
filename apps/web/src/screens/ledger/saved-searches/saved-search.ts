import type { SavedSearch } from '@kinwise/api-client/schema';
import { type ListSearch, readListSearch } from '../transactions/filters.ts';

/** What is kept of a list: its filters and its order, not what lies over it. */
export function filtersToSave(search: ListSearch): SavedSearch['filters'] {
  const { view: _view, entry: _entry, ...kept } = search;
  return kept as SavedSearch['filters'];
}

/** The list that a saved search opens. What this version of the app does not understand of it is left out. */
export function searchOf(saved: SavedSearch): ListSearch {
  const { view: _view, entry: _entry, ...search } = readListSearch(saved.filters);
  return search;
}

/** The saved search that the list shows just now, if it shows one. */
export function savedAs(search: ListSearch, saved: readonly SavedSearch[]): SavedSearch | undefined {
  const shown = inOrder(filtersToSave(search));
  return shown === '{}' ? undefined : saved.find((one) => inOrder(filtersToSave(searchOf(one))) === shown);
}

function inOrder(filters: SavedSearch['filters']): string {
  return JSON.stringify(Object.fromEntries(Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1))));
}
