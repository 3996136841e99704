import { COLOUR_TOKENS } from '@kinwise/engines/categorisation/default-tree';
import { z } from 'zod';
import { id, instant, line, newIdField } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import type { CategoryRow } from './categories.store.ts';

const KINDS = ['income', 'expense', 'both'] as const;

const colour = z
  .string()
  .max(20)
  .toLowerCase()
  .refine((text) => /^(#[0-9a-f]{6})?$/.test(text) || (COLOUR_TOKENS as readonly string[]).includes(text), {
    message: `must be #rrggbb or one of ${COLOUR_TOKENS.join(', ')}`,
    params: { code: 'colour_unknown' },
  });

const icon = z
  .string()
  .max(40)
  .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, { message: 'must be the name of an icon such as shopping-basket' });

export const categorySchema = z
  .object({
    id,
    parent_id: id.nullable(),
    name: z.string(),
    name_mi: z.string().nullable(),
    kind: z.enum(KINDS),
    icon: z.string(),
    colour: z.string(),
    order: z.number().int(),
    depth: z.number().int(),
    path: z.string().describe('The names from the top down: Food & Dining › Groceries'),
    is_default: z.boolean(),
    is_archived: z.boolean().describe('Deleted; kept so that its history stays readable'),
    transactions_count: z.number().int(),
    version: z.number().int(),
    created_at: instant,
    updated_at: instant,
    available_actions: z.array(z.string()),
  })
  .meta({ id: 'Category' });

export const categoriesSchema = z.object({ results: z.array(categorySchema) });

export const categoryListQuery = z.strictObject({
  household: LIST_QUERY.household,
  deleted: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .describe('With the deleted ones'),
  kind: z.enum(KINDS).optional(),
});

const fields = {
  name: line(60, 1),
  name_mi: line(60, 1).nullable(),
  kind: z.enum(KINDS),
  parent_id: id.nullable(),
  icon,
  colour,
  order: z.number().int().min(0).max(100_000),
};

export const newCategorySchema = z
  .strictObject({
    id: newIdField.optional(),
    name: fields.name,
    name_mi: fields.name_mi.optional(),
    kind: fields.kind.optional().describe('That of the parent when absent; expense at the top'),
    parent_id: fields.parent_id.default(null),
    icon: fields.icon.default(''),
    colour: fields.colour.default(''),
    order: fields.order.optional().describe('After its siblings when absent'),
  })
  .meta({ id: 'NewCategory', examples: [{ name: 'Dog', kind: 'expense', icon: 'dog', colour: 'plum' }] });

export const categoryChangeSchema = z
  .strictObject({ ...z.object(fields).partial().shape })
  .meta({ id: 'CategoryChange', examples: [{ name: 'Market' }] });

export const reorderSchema = z
  .strictObject({ ids: z.array(id).min(1).max(500) })
  .meta({ id: 'CategoryOrder', examples: [{ ids: ['01a20119-5f73-7133-b10c-cbcfa574f45e'] }] });

export type NewCategory = z.infer<typeof newCategorySchema>;
export type CategoryChange = z.infer<typeof categoryChangeSchema>;
export type CategoryListQuery = z.infer<typeof categoryListQuery>;
export type WireCategory = z.infer<typeof categorySchema>;

export function categoryOnTheWire(
  row: CategoryRow,
  at: { depth: number; path: string; entries: number; actions: readonly string[] },
): WireCategory {
  return {
    id: row.id,
    parent_id: row.parent_id,
    name: row.name,
    name_mi: row.name_mi,
    kind: row.kind,
    icon: row.icon,
    colour: row.colour,
    order: row.position,
    depth: at.depth,
    path: at.path,
    is_default: row.default_key !== null,
    is_archived: row.deleted,
    transactions_count: at.entries,
    version: row.version,
    created_at: row.created_at,
    updated_at: row.updated_at,
    available_actions: [...at.actions],
  };
}
