import { copiedWhole } from '../../platform/copies.ts';
import type { Feature } from '../../platform/feature.ts';
import { routes } from './tags.routes.ts';
import { listTags, showTag } from './tags.ts';
import { tagSchema } from './tags.schema.ts';

export const tags: Feature = {
  name: 'tags',
  routes,
  actions: { tag: async (ctx, id) => (await showTag(ctx, id)).available_actions },
  tables: ['tags', 'transaction_tags'],
  copies: [copiedWhole({ entity: 'tag', row: tagSchema, requires: 'transactions.view', list: listTags })],
};
