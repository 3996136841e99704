import { ACTION_KINDS, FIELDS, OPS } from '@kinwise/engines/rules/types';
import { z } from 'zod';
import { id, instant, line, newIdField } from '../../platform/fields.ts';
import type { RuleRow } from './rules.store.ts';

export const conditionSchema = z
  .strictObject({
    field: z.enum(FIELDS),
    op: z.enum(OPS),
    value: z
      .unknown()
      .describe('A text, an id, an amount without sign, a day; a list for in, a pair for between'),
  })
  .meta({ id: 'RuleCondition' });

export const actionSchema = z
  .strictObject({
    kind: z.enum(ACTION_KINDS),
    value: z.unknown().optional().describe('An id, a text, shares of a split; nothing for ignore'),
  })
  .meta({ id: 'RuleAction' });

export const ruleSchema = z
  .object({
    id,
    name: z.string(),
    order: z.number().int(),
    is_active: z.boolean(),
    match: z.enum(['all', 'any']),
    conditions: z.array(conditionSchema),
    actions: z.array(actionSchema),
    stop: z.boolean().describe('Leaves out the rules after this one for an entry that it caught'),
    hits: z.number().int().describe('How many entries it has changed or sorted'),
    version: z.number().int(),
    created_at: instant,
    updated_at: instant,
    available_actions: z.array(z.string()),
  })
  .meta({ id: 'Rule' });

export const rulesSchema = z.object({ results: z.array(ruleSchema) });

const fields = {
  name: line(80, 1),
  is_active: z.boolean(),
  match: z.enum(['all', 'any']),
  conditions: z.array(conditionSchema).min(1).max(20),
  actions: z.array(actionSchema).min(1).max(10),
  stop: z.boolean(),
  order: z.number().int().min(0).max(100_000),
};

const exampleId = '01a20119-5f73-7133-b10c-cbcfa574f45e';

/** What a rule does, without its name and place: as it is tested before it is kept. */
export const ruleBodySchema = z
  .strictObject({
    name: fields.name.optional(),
    match: fields.match.default('all'),
    conditions: fields.conditions,
    actions: fields.actions,
  })
  .meta({ id: 'RuleBody' });

export const newRuleSchema = z
  .strictObject({
    id: newIdField.optional(),
    name: fields.name,
    is_active: fields.is_active.default(true),
    match: fields.match.default('all'),
    conditions: fields.conditions,
    actions: fields.actions,
    stop: fields.stop.default(false),
    order: fields.order.optional().describe('After all others when absent'),
  })
  .meta({
    id: 'NewRule',
    examples: [
      {
        name: 'Rent',
        conditions: [
          { field: 'payee', op: 'contains', value: 'property' },
          { field: 'amount', op: 'between', value: ['500.00', '700.00'] },
        ],
        actions: [{ kind: 'set_notes', value: 'Rent of the week' }],
      },
    ],
  });

export const ruleChangeSchema = z
  .strictObject({ ...z.object(fields).partial().shape })
  .meta({ id: 'RuleChange', examples: [{ is_active: false }] });

export const reorderSchema = z
  .strictObject({ ids: z.array(id).min(1).max(500) })
  .meta({ id: 'RuleOrder', examples: [{ ids: [exampleId] }] });

export type NewRule = z.infer<typeof newRuleSchema>;

export type RuleChange = z.infer<typeof ruleChangeSchema>;
export type WireRule = z.infer<typeof ruleSchema>;

export function ruleOnTheWire(row: RuleRow, actions: readonly string[]): WireRule {
  return {
    id: row.id,
    name: row.name,
    order: row.position,
    is_active: row.is_active,
    match: row.matching,
    conditions: [...row.conditions],
    actions: [...row.actions],
    stop: row.is_final,
    hits: Number(row.hits),
    version: row.version,
    created_at: row.created_at,
    updated_at: row.updated_at,
    available_actions: [...actions],
  };
}
