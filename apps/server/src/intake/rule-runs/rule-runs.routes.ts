import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { householdRoute } from '../../platform/routes.ts';
import { applyRule, testRule } from './rule-runs.ts';
import { applyAnswerSchema, applyBodySchema, testAnswerSchema, testBodySchema } from './rule-runs.schema.ts';

const tag = 'Rules';

export const routes = [
  householdRoute({
    method: 'POST',
    path: 'rules/test/',
    requires: 'rules.manage',
    summary: 'What a rule would catch in the history, before it is kept',
    tag,
    body: testBodySchema,
    returns: testAnswerSchema,
    work: async (ctx, { body }) => await testRule(ctx, body),
  }),
  householdRoute({
    method: 'POST',
    path: 'rules/:id/apply/',
    requires: 'rules.manage',
    summary: 'Do what a rule says with everything in the history that it catches',
    tag,
    params: z.object({ id }),
    body: applyBodySchema,
    returns: applyAnswerSchema,
    work: async (ctx, { params, body }) => await applyRule(ctx, params.id, body),
  }),
];
