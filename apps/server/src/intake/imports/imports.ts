import { createHash } from 'node:crypto';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import type { CsvMapping } from '@kinwise/engines/statements/types';
import { happened } from '../../events.ts';
import { requireCategories } from '../../ledger/categories/categories.ts';
import { actorId } from '../../platform/context.ts';
import type { Hidden, HouseholdContext } from '../../platform/context.ts';
import { page, pageByTime, positionOf } from '../../platform/lists.ts';
import { Problem, forbidden, notFound, stale } from '../../platform/problems.ts';
import type { UploadedFile } from '../../platform/routes.ts';
import { checksOf, requireImportable } from '../destinations/destinations.ts';
import { stayingOf } from '../overlaps/overlaps.ts';
import { isLarge } from '../parsing/parsing.ts';
import { countsOf, decideRows, decideState, hideRows, readPreview } from '../previews/previews.ts';
import { previewOnTheWire } from '../previews/previews.schema.ts';
import { importOnTheWire } from './imports.schema.ts';
import type { Check } from '../destinations/destinations.schema.ts';
import type { ImportChange, Summary, WireImport } from './imports.schema.ts';
import {
  hideImports,
  insertImport,
  lockImport,
  readAmounts,
  readImports,
  removeImport,
  updateImport,
} from './imports.store.ts';
import type { ImportRow } from './imports.store.ts';

export type { ImportRow } from './imports.store.ts';
export {
  lockImport,
  lockImports,
  noteNumbers,
  readFile,
  readNumbers,
  removeFile,
  updateImport,
} from './imports.store.ts';
export type { Summary } from './imports.schema.ts';

/** What an account's files held is as private as the account. */
export async function hideImportsOf(ctx: HouseholdContext, hidden: Hidden): Promise<void> {
  const ids = await hideImports(ctx, hidden);
  if (ids.length === 0) return;
  await hideRows(ctx, ids, hidden.owner);
  ctx.emit(happened('import.changed', { ids, privateTo: hidden.owner, after: { private: true } }));
}

/** Takes a file in. It belongs to the person who brought it until its rows are in accounts. */
export async function receive(
  ctx: HouseholdContext,
  file: UploadedFile | undefined,
  with_: { account_id?: Id | undefined; mapping?: CsvMapping | undefined },
): Promise<ImportRow> {
  if (!file) throw new Problem('VALIDATION_2001', 'There is no file. Send it in the form field "file".');
  const user = actorId(ctx);
  if (user === undefined) throw forbidden('data.import');
  if (with_.account_id !== undefined) await requireImportable(ctx, with_.account_id);
  const summary: Summary = {
    is_large: isLarge(file.bytes),
    ...(with_.mapping ? { given: with_.mapping } : {}),
    ...(with_.account_id ? { statements: [blankStatement(ctx.currency, with_.account_id)] } : {}),
  };
  const id = newId();
  const row = {
    id,
    private_to: user,
    author_id: user,
    file_name: file.name,
    file_hash: createHash('sha256').update(file.bytes).digest('base64url'),
    summary,
  };
  await insertImport(ctx, row, file.bytes);
  const after = { file_name: file.name, size_bytes: file.bytes.length, account_id: with_.account_id };
  ctx.emit(happened('import.uploaded', { ids: [id], after, privateTo: user }));
  return await requireImport(ctx, id);
}

export async function listImports(
  ctx: HouseholdContext,
  query: { page_size: number; cursor?: string | undefined },
) {
  const { rows, meta } = await pageByTime(ctx.ground, query, {
    sort: '-created_at',
    filters: {},
    by: 'created_at',
    read: async (from, limit) => await readImports(ctx, { from, limit }),
  });
  const results: WireImport[] = [];
  for (const row of rows) results.push(await onTheWire(ctx, row, []));
  return { results, _meta: meta };
}

export async function showImport(ctx: HouseholdContext, id: Id): Promise<WireImport> {
  return await onTheWire(ctx, await requireImport(ctx, id));
}

export async function listRows(
  ctx: HouseholdContext,
  id: Id,
  query: {
    page_size: number;
    cursor?: string | undefined;
    state?: string | undefined;
    statement?: number | undefined;
  },
) {
  await requireImport(ctx, id);
  const sort = `rows ${id}`;
  const from = query.cursor === undefined ? undefined : positionOf(ctx.ground, sort, query.cursor);
  const after = Number(from?.values[0] ?? -1);
  const found = await readPreview(ctx, { ...query, importId: id, after, limit: query.page_size + 1 });
  const { rows, meta } = page(ctx.ground, found, {
    size: query.page_size,
    sort,
    from,
    filters: { state: query.state, statement: query.statement },
    valuesOf: (row) => [String(row.position)],
  });
  return { results: rows.map(previewOnTheWire), _meta: { ...meta, previous_cursor: null, sort: 'line' } };
}

/** Includes or leaves out rows, or sets their categories; only while nothing is committed. */
export async function decide(
  ctx: HouseholdContext,
  id: Id,
  body: {
    rows?:
      | readonly { id: Id; include?: boolean | undefined; category_id?: Id | null | undefined }[]
      | undefined;
    all?: Parameters<typeof decideState>[2] | undefined;
  },
): Promise<WireImport> {
  const row = await inState(ctx, id, 'preview');
  const rows = body.rows ?? [];
  const chosen = rows.flatMap(({ id: one, category_id }, index) =>
    category_id ? [{ one, id: category_id, pointer: `/rows/${index}/category_id` }] : [],
  );
  const ids = chosen.map(({ one }) => one);
  const found = ids.length === 0 ? [] : await readAmounts(ctx, id, ids);
  const amounts = new Map(found.map((one) => [one.id, one.amount_minor]));
  await requireCategories(
    ctx,
    chosen.map(({ one, ...use }) => ({
      ...use,
      forType: (amounts.get(one) ?? 1n) < 0n ? 'expense' : 'income',
    })),
  );
  if (rows.length > 0 && (await decideRows(ctx, id, rows)) < rows.length)
    throw notFound('row that can be imported');
  if (body.all) await decideState(ctx, id, body.all);
  const after = await updateImport(ctx, row, {});
  ctx.emit(
    happened('import.changed', {
      ids: [id],
      after: { rows: rows.length, all: body.all },
      privateTo: row.private_to,
    }),
  );
  return await onTheWire(ctx, after);
}

/** Notes a corrected mapping or the accounts of statements; the file has to be read again after it. */
export async function reassign(
  ctx: HouseholdContext,
  at: { id: Id; ifVersion: number | undefined },
  body: ImportChange,
): Promise<ImportRow> {
  const row = await inState(ctx, at.id, 'preview', 'failed');
  if (at.ifVersion !== undefined && at.ifVersion !== row.version) throw stale(await onTheWire(ctx, row));
  const statements = [...(row.summary.statements ?? [])];
  if (body.account_id !== undefined) {
    await requireImportable(ctx, body.account_id);
    if (statements.length === 0) statements.push(blankStatement(ctx.currency, body.account_id));
    for (const [index, one] of statements.entries()) {
      statements[index] = { ...one, account_id: body.account_id, skip: false };
    }
  }
  for (const { index, account_id, skip } of body.statements ?? []) {
    const one = statements[index];
    if (!one) throw notFound(`statement ${index}`);
    if (account_id) await requireImportable(ctx, account_id);
    statements[index] = {
      ...one,
      ...(account_id === undefined ? {} : { account_id }),
      ...(skip === undefined ? {} : { skip }),
    };
  }
  const given = body.mapping ? corrected(row.summary.given, body.mapping as CsvMapping) : row.summary.given;
  const { refusal: _refusal, ...summary } = row.summary;
  const after = await updateImport(ctx, row, {
    summary: { ...summary, given, statements },
    status: 'reading',
  });
  ctx.emit(
    happened('import.changed', {
      ids: [row.id],
      before: destinationsOf(row.summary.given, row.summary.statements),
      after: destinationsOf(given, statements),
      privateTo: row.private_to,
    }),
  );
  return after;
}

/** What the audit tells of where a file goes and how its columns are read. */
function destinationsOf(mapping: Summary['given'], statements: Summary['statements']) {
  return { mapping, statements: statements?.map(({ account_id, skip }) => ({ account_id, skip })) };
}

/** Throws a preview away. What was committed is undone first, so that an entry always knows where it came from. */
export async function discard(ctx: HouseholdContext, id: Id): Promise<void> {
  const row = await inState(ctx, id, 'reading', 'preview', 'failed', 'undone');
  await removeImport(ctx, id);
  ctx.emit(
    happened('import.discarded', {
      ids: [id],
      op: 'delete',
      before: { file: row.file_name },
      privateTo: row.private_to,
    }),
  );
}

/** An import that the actor may see, or 404. */
export async function requireImport(ctx: HouseholdContext, id: Id): Promise<ImportRow> {
  const [row] = await readImports(ctx, { ids: [id], limit: 1 });
  if (!row) throw notFound('import');
  return row;
}

/** The import, locked, in one of the states; 409 otherwise. */
export async function inState(ctx: HouseholdContext, id: Id, ...states: string[]): Promise<ImportRow> {
  await requireImport(ctx, id);
  const row = await lockImport(ctx, id);
  if (!row) throw notFound('import');
  if (!states.includes(row.status)) {
    const message = `The import is ${row.status}; this needs it to be ${states.join(' or ')}.`;
    throw new Problem('BUSINESS_4005', message, { extra: { import_status: row.status } });
  }
  return row;
}

/** An import as it is shown; in lists without what has to be looked up for each statement. */
export async function onTheWire(
  ctx: HouseholdContext,
  row: ImportRow,
  checks?: readonly Check[],
): Promise<WireImport> {
  return importOnTheWire(row, {
    counts: await countsOf(ctx, row),
    checks: checks ?? (await checksOf(ctx, row)),
    staying: checks === undefined && row.status === 'committed' ? await stayingOf(ctx, row.id) : null,
    actions: actionsOn(ctx, row),
  });
}

/** What is named now goes before what was named earlier; another delimiter or line of names makes other columns. */
function corrected(earlier: CsvMapping | undefined, now: CsvMapping): CsvMapping {
  if (!earlier) return now;
  const isNewTable = now.delimiter !== undefined || now.header_line !== undefined;
  const { columns, sign, ...rest } = earlier;
  if (isNewTable) return { ...rest, ...now };
  const kept = columns === undefined ? {} : { columns: { ...columns, ...now.columns } };
  return { ...rest, ...(sign === undefined ? {} : { sign }), ...now, ...kept };
}

function blankStatement(currency: string, account_id: Id) {
  return {
    currency,
    number_masked: null,
    name: null,
    kind: null,
    proposed_account_id: null,
    account_id,
    skip: false,
  };
}

function actionsOn(ctx: HouseholdContext, row: ImportRow): string[] {
  if (ctx.reach('data.import') === 'none') return [];
  const by: Record<string, string[]> = {
    reading: ['discard'],
    preview: ['edit', 'commit', 'discard'],
    failed: ['edit', 'discard'],
    committed: ['undo'],
    undone: ['discard'],
  };
  return by[row.status] ?? [];
}
