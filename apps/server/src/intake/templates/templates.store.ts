import type { CsvMapping } from '@kinwise/engines/statements/types';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';

export type TemplateRow = {
  id: Id;
  layout: string;
  bank: string;
  mapping: CsvMapping;
  uses: number;
  version: number;
  created_at: string;
  updated_at: string;
};

const COLUMNS = 'id, layout, bank, mapping, uses, version, created_at, updated_at';

export async function readTemplates(ctx: HouseholdContext): Promise<TemplateRow[]> {
  return await ctx.db.text<TemplateRow>(
    `select ${COLUMNS} from import_templates where household_id = $1 order by updated_at desc, id`,
    [ctx.household],
  );
}

export async function readTemplate(ctx: HouseholdContext, layout: string): Promise<TemplateRow | undefined> {
  const [row] = await ctx.db.text<TemplateRow>(
    `select ${COLUMNS} from import_templates where household_id = $1 and layout = $2`,
    [ctx.household, layout],
  );
  return row;
}

export async function keepTemplate(
  ctx: HouseholdContext,
  template: { layout: string; bank: string; mapping: unknown },
): Promise<Id> {
  const [row] = await ctx.db.text<{ id: Id }>(
    `insert into import_templates as t (household_id, id, layout, bank, mapping, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $6)
     on conflict (household_id, layout) do update
       set bank = excluded.bank, mapping = excluded.mapping, uses = t.uses + 1, version = t.version + 1,
         updated_at = excluded.updated_at
     returning id`,
    [ctx.household, newId(), template.layout, template.bank, JSON.stringify(template.mapping), ctx.now],
  );
  return row?.id ?? '';
}

export async function removeTemplate(ctx: HouseholdContext, id: Id): Promise<TemplateRow | undefined> {
  const [row] = await ctx.db.text<TemplateRow>(
    `delete from import_templates where household_id = $1 and id = $2 returning ${COLUMNS}`,
    [ctx.household, id],
  );
  return row;
}
