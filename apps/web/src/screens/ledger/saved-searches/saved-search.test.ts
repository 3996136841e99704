import type { SavedSearch } from '@kinwise/api-client/schema';
import type { Day } from '@kinwise/core/days';
import { describe, expect, it } from 'vitest';
import type { ListSearch } from '../transactions/filters.ts';
import { filtersToSave, savedAs, searchOf } from './saved-search.ts';

const coffee: ListSearch = { q: 'coffee', type: 'expense', from: '2026-01-01' as Day, sort: 'largest' };

function saved(filters: SavedSearch['filters']): SavedSearch {
  const at = '2026-11-22T00:00:00.000Z';
  return { id: 'a', name: 'Coffee', filters, version: 1, created_at: at, updated_at: at };
}

describe('a saved search', () => {
  it('keeps filters and order, and neither the open entry nor the trash', () => {
    expect(filtersToSave({ ...coffee, view: 'trash', entry: 'b' })).toEqual(coffee);
  });

  it('opens the list that was saved', () => {
    expect(searchOf(saved(filtersToSave(coffee)))).toEqual(coffee);
  });

  it('leaves out what this version of the app does not understand', () => {
    expect(searchOf(saved({ q: 'tea', colour: 'green', sort: 'sideways', view: 'trash' }))).toEqual({
      q: 'tea',
    });
  });

  it('is found again in the list that shows it, in whatever order the filters came', () => {
    const one = saved({ sort: 'largest', from: '2026-01-01', type: 'expense', q: 'coffee' });
    expect(savedAs({ ...coffee, entry: 'b' }, [saved({ q: 'tea' }), one])).toBe(one);
    expect(savedAs({ ...coffee, q: 'tea' }, [one])).toBeUndefined();
    expect(savedAs({}, [saved({ colour: 'green' })])).toBeUndefined();
  });
});
