import { copiedWhole } from '../../platform/copies.ts';
import type { Feature } from '../../platform/feature.ts';
import { routes } from './categories.routes.ts';
import { actionsOn, listCategories } from './categories.ts';
import { categorySchema } from './categories.schema.ts';

export const categories: Feature = {
  name: 'categories',
  routes,
  tables: ['categories'],
  copies: [
    copiedWhole({
      entity: 'category',
      row: categorySchema,
      requires: 'transactions.view',
      list: listCategories,
    }),
  ],
  actions: { category: actionsOn },
  invariants: [
    {
      // Invariant 6: the level of a living category is one more than its parent's, so that no circle can be.
      name: 'categories: a level that does not follow from the parent, or a living category below a deleted one',
      sql: `select c.household_id, c.id, c.depth, p.depth as parent_depth
        from categories c left join categories p on p.household_id = c.household_id and p.id = c.parent_id
        where c.deleted_at is null
          and (c.depth <> coalesce(p.depth, 0) + 1 or p.deleted_at is not null
            or (p.kind <> 'both' and p.kind <> c.kind))`,
    },
  ],
};
