import { copiedWhole } from '../../platform/copies.ts';
import type { Feature } from '../../platform/feature.ts';
import { jobs } from './rules.jobs.ts';
import { reactions } from './rules.reactions.ts';
import { routes } from './rules.routes.ts';
import { actionsOn, listRules } from './rules.ts';
import { ruleSchema } from './rules.schema.ts';

export const rules: Feature = {
  name: 'rules',
  routes,
  jobs,
  reactions,
  tables: ['rules'],
  copies: [copiedWhole({ entity: 'rule', row: ruleSchema, requires: 'rules.manage', list: listRules })],
  actions: { rule: actionsOn },
};
