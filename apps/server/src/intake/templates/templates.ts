import type { CsvMapping } from '@kinwise/engines/statements/types';
import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { notFound } from '../../platform/problems.ts';
import { keepTemplate, readTemplate, readTemplates, removeTemplate } from './templates.store.ts';
import type { TemplateRow } from './templates.store.ts';

export async function listTemplates(ctx: HouseholdContext): Promise<TemplateRow[]> {
  return await readTemplates(ctx);
}

/** What was corrected the last time a file of this layout came, to be used again without asking. */
export async function rememberedMapping(
  ctx: HouseholdContext,
  layout: string,
): Promise<CsvMapping | undefined> {
  return (await readTemplate(ctx, layout))?.mapping;
}

export async function rememberMapping(
  ctx: HouseholdContext,
  template: { layout: string; bank: string; mapping: CsvMapping },
): Promise<void> {
  const id = await keepTemplate(ctx, template);
  ctx.emit(happened('import_template.changed', { ids: [id], op: 'none', after: template }));
}

export async function forgetTemplate(ctx: HouseholdContext, id: Id): Promise<void> {
  const before = await removeTemplate(ctx, id);
  if (!before) throw notFound('template');
  ctx.emit(happened('import_template.changed', { ids: [id], op: 'none', before }));
}
