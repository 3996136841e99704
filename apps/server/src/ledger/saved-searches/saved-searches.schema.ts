import { z } from 'zod';
import { id, instant, line, newIdField } from '../../platform/fields.ts';
import type { SavedSearchRow } from './saved-searches.store.ts';

const FILTERS_MAX = 30;

/** The words of the app's address. They are kept as they are: which of them mean something, the app says. */
const filters = z
  .record(
    z.string().regex(/^[a-z_]{1,40}$/, { message: 'is not the name of a filter' }),
    z.union([line(2000, 1), z.boolean()]),
  )
  .refine((all) => Object.keys(all).length > 0, {
    message: 'must name at least one filter',
    params: { code: 'empty' },
  })
  .refine((all) => Object.keys(all).length <= FILTERS_MAX, {
    message: `has room for ${FILTERS_MAX} filters`,
    params: { code: 'too_many' },
  })
  .describe('Filters of the transactions list as its address in the app holds them');

const name = line(60, 1);

export const savedSearchSchema = z
  .object({
    id,
    name: z.string(),
    filters: z.record(z.string(), z.union([z.string(), z.boolean()])),
    version: z.number().int(),
    created_at: instant,
    updated_at: instant,
  })
  .meta({ id: 'SavedSearch' });

export const newSavedSearchSchema = z
  .strictObject({ id: newIdField.optional(), name, filters })
  .meta({ id: 'NewSavedSearch', examples: [{ name: 'Coffee', filters: { q: 'coffee', type: 'expense' } }] });

export const savedSearchChangeSchema = z
  .strictObject({ name: name.optional(), filters: filters.optional() })
  .meta({ id: 'SavedSearchChange', examples: [{ name: 'Cafés' }] });

export type WireSavedSearch = z.infer<typeof savedSearchSchema>;
export type NewSavedSearch = z.infer<typeof newSavedSearchSchema>;
export type SavedSearchChange = z.infer<typeof savedSearchChangeSchema>;

export function savedSearchOnTheWire(row: SavedSearchRow): WireSavedSearch {
  const { id, name, filters, version, created_at, updated_at } = row;
  return { id, name, filters, version, created_at, updated_at };
}
