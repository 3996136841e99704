import { z } from 'zod';
import { day, id, instant, line, newIdField } from '../../platform/fields.ts';
import { LIST_QUERY, listOf } from '../../platform/lists.ts';
import type { Alias, MerchantUse } from '../payees/payees.ts';
import type { MerchantRow } from './merchants.store.ts';

const colour = z
  .string()
  .regex(/^(#[0-9a-f]{6})?$/i, { message: 'must be a colour such as #0d5c48' })
  .toLowerCase();

export const merchantSchema = z
  .object({
    id,
    name: z.string(),
    aliases: z
      .array(z.object({ id, name: z.string() }))
      .describe('The names that banks and people write for it'),
    default_category_id: id.nullable(),
    colour: z.string(),
    visibility: z.enum(['shared', 'private']),
    transactions_count: z.number().int(),
    last_used_on: day.nullable(),
    version: z.number().int(),
    created_at: instant,
    updated_at: instant,
    available_actions: z.array(z.string()),
  })
  .meta({ id: 'Merchant' });

export const merchantListSchema = listOf(merchantSchema);

export const merchantListQuery = z.strictObject({
  ...LIST_QUERY,
  q: z.string().trim().min(1).max(100).optional().describe('A part of the name or of an alias'),
  sort: z.enum(['name']).default('name'),
});

export const newMerchantSchema = z
  .strictObject({
    id: newIdField.optional(),
    name: line(100, 1),
    aliases: z.array(line(200, 1)).max(50).default([]),
    default_category_id: id.nullable().default(null),
    colour: colour.default(''),
    visibility: z
      .enum(['shared', 'private'])
      .default('shared')
      .describe('private: only for the entries of one’s own private accounts, seen by nobody else'),
  })
  .meta({
    id: 'NewMerchant',
    examples: [{ name: 'Countdown', aliases: ['COUNTDOWN 4412 HAMILTON'] }],
  });

export const merchantChangeSchema = z
  .strictObject({
    name: line(100, 1).optional(),
    default_category_id: id.nullable().optional(),
    colour: colour.optional(),
  })
  .meta({ id: 'MerchantChange', examples: [{ name: 'Woolworths' }] });

export const mergeSchema = z
  .strictObject({ into_id: id })
  .meta({ id: 'MerchantMerge', examples: [{ into_id: '01a20119-5f73-7133-b10c-cbcfa574f45e' }] });

export const aliasBodySchema = z
  .strictObject({ name: line(200, 1) })
  .meta({ id: 'NewAlias', examples: [{ name: 'COUNTDOWN 4412 HAMILTON' }] });

export type NewMerchant = z.infer<typeof newMerchantSchema>;
export type MerchantChange = z.infer<typeof merchantChangeSchema>;
export type MerchantListQuery = z.infer<typeof merchantListQuery>;
export type WireMerchant = z.infer<typeof merchantSchema>;

export function merchantOnTheWire(
  row: MerchantRow,
  with_: { aliases: readonly Alias[]; use: MerchantUse | undefined; actions: readonly string[] },
): WireMerchant {
  return {
    id: row.id,
    name: row.name,
    aliases: with_.aliases.map(({ id, name }) => ({ id, name })),
    default_category_id: row.default_category_id,
    colour: row.colour,
    visibility: row.private_to === null ? 'shared' : 'private',
    transactions_count: with_.use?.entries ?? 0,
    last_used_on: with_.use?.last_on ?? null,
    version: row.version,
    created_at: row.created_at,
    updated_at: row.updated_at,
    available_actions: [...with_.actions],
  };
}
