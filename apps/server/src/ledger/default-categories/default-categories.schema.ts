import { DEFAULT_CATEGORIES } from '@kinwise/engines/categorisation/default-tree';
import { z } from 'zod';

const KINDS = ['income', 'expense', 'both'] as const;

export const defaultsSchema = z.object({
  results: z.array(
    z
      .object({
        key: z.string(),
        parent_key: z.string().nullable(),
        name: z.string(),
        name_mi: z.string().nullable(),
        kind: z.enum(KINDS),
        icon: z.string(),
        colour: z.string(),
      })
      .meta({ id: 'DefaultCategory' }),
  ),
});

export const DEFAULTS_ON_THE_WIRE = DEFAULT_CATEGORIES.map((row) => ({
  key: row.key,
  parent_key: row.parentKey ?? null,
  name: row.name,
  name_mi: row.nameMi ?? null,
  kind: row.kind,
  icon: row.icon,
  colour: row.colour,
}));
