import { z } from 'zod';
import { id, instant, line, newIdField } from '../../platform/fields.ts';
import type { TagRow } from './tags.store.ts';

const colour = z
  .string()
  .regex(/^(#[0-9a-f]{6})?$/i, { message: 'must be a colour such as #0d5c48' })
  .toLowerCase();

export const tagSchema = z
  .object({
    id,
    name: z.string(),
    colour: z.string(),
    transactions_count: z.number().int(),
    version: z.number().int(),
    created_at: instant,
    updated_at: instant,
    available_actions: z.array(z.string()),
  })
  .meta({ id: 'Tag' });

export const newTagSchema = z
  .strictObject({ id: newIdField.optional(), name: line(40, 1), colour: colour.default('') })
  .meta({ id: 'NewTag', examples: [{ name: 'Holiday', colour: '#f3b63a' }] });

export const tagChangeSchema = z
  .strictObject({ name: line(40, 1).optional(), colour: colour.optional() })
  .meta({ id: 'TagChange', examples: [{ name: 'Rarotonga' }] });

export type NewTag = z.infer<typeof newTagSchema>;
export type TagChange = z.infer<typeof tagChangeSchema>;

export function tagOnTheWire(row: TagRow, actions: readonly string[]): z.infer<typeof tagSchema> {
  return {
    id: row.id,
    name: row.name,
    colour: row.colour,
    transactions_count: Number(row.uses),
    version: row.version,
    created_at: row.created_at,
    updated_at: row.updated_at,
    available_actions: [...actions],
  };
}
