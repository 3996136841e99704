import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import { householdRoute } from '../../platform/routes.ts';
import { addRule, changeRule, deleteRule, listRules, reorderRules, showRule } from './rules.ts';
import { newRuleSchema, reorderSchema, ruleChangeSchema, ruleSchema, rulesSchema } from './rules.schema.ts';

const tag = 'Rules';
const one = z.object({ id });

export const routes = [
  householdRoute({
    method: 'GET',
    path: 'rules/',
    requires: 'rules.manage',
    summary: 'All rules, in the order in which they are asked',
    tag,
    query: z.strictObject({ household: LIST_QUERY.household }),
    returns: rulesSchema,
    work: async (ctx) => ({ results: await listRules(ctx) }),
  }),
  householdRoute({
    method: 'POST',
    path: 'rules/',
    requires: 'rules.manage',
    summary: 'Make a rule',
    tag,
    body: newRuleSchema,
    returns: ruleSchema,
    status: 201,
    work: async (ctx, { body }) => await addRule(ctx, body),
  }),
  householdRoute({
    method: 'POST',
    path: 'rules/reorder/',
    requires: 'rules.manage',
    summary: 'Put the rules in an order',
    tag,
    body: reorderSchema,
    returns: rulesSchema,
    work: async (ctx, { body }) => ({ results: await reorderRules(ctx, body.ids) }),
  }),
  householdRoute({
    method: 'GET',
    path: 'rules/:id/',
    requires: 'rules.manage',
    summary: 'One rule',
    tag,
    params: one,
    returns: ruleSchema,
    work: async (ctx, { params }) => await showRule(ctx, params.id),
  }),
  householdRoute({
    method: 'PATCH',
    path: 'rules/:id/',
    requires: 'rules.manage',
    summary: 'Change a rule',
    tag,
    params: one,
    body: ruleChangeSchema,
    returns: ruleSchema,
    work: async (ctx, { params, body, ifVersion }) =>
      await changeRule(ctx, { id: params.id, ifVersion }, body),
  }),
  householdRoute({
    method: 'DELETE',
    path: 'rules/:id/',
    requires: 'rules.manage',
    summary: 'Delete a rule; what it did stays done',
    tag,
    params: one,
    status: 204,
    work: async (ctx, { params, ifVersion }) => {
      await deleteRule(ctx, { id: params.id, ifVersion });
    },
  }),
];
