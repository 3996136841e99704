import { z } from 'zod';
import { id } from '../../platform/fields.ts';
import { LIST_QUERY, listOf } from '../../platform/lists.ts';
import { Reply, householdRoute } from '../../platform/routes.ts';
import { decide, discard, listImports, listRows, showImport } from '../imports/imports.ts';
import { commitSchema, importChangeSchema, importSchema, uploadSchema } from '../imports/imports.schema.ts';
import { importRowSchema, rowsChangeSchema, rowsQuerySchema } from '../previews/previews.schema.ts';
import { change, commitImport, undoImport, upload } from './statements.ts';

const tag = 'Imports';
const one = z.object({ id });
const nothing = z.strictObject({}).meta({ examples: [{}] });
const UPLOAD_MAX_BYTES = 50 * 1024 * 1024;

export const routes = [
  householdRoute({
    method: 'POST',
    path: 'imports/',
    requires: 'data.import',
    summary: 'Bring a bank’s file: it is read, and shown before anything is kept',
    tag,
    body: uploadSchema,
    upload: { maxBytes: UPLOAD_MAX_BYTES },
    limits: ['import'],
    returns: importSchema,
    status: 201,
    work: async (ctx, { file, body }) => await upload(ctx, file, body),
  }),
  householdRoute({
    method: 'GET',
    path: 'imports/',
    requires: 'data.import',
    summary: 'Imports, newest first',
    tag,
    query: z.strictObject({ ...LIST_QUERY }),
    returns: listOf(importSchema),
    uncached: true,
    work: async (ctx, { query }) => await listImports(ctx, query),
  }),
  householdRoute({
    method: 'GET',
    path: 'imports/:id/',
    requires: 'data.import',
    summary: 'One import: what was read, counts and sums, warnings, progress',
    tag,
    params: one,
    returns: importSchema,
    uncached: true,
    work: async (ctx, { params }) => await showImport(ctx, params.id),
  }),
  householdRoute({
    method: 'PATCH',
    path: 'imports/:id/',
    requires: 'data.import',
    summary: 'Correct the mapping or say where statements go; the file is read again',
    tag,
    params: one,
    body: importChangeSchema,
    returns: importSchema,
    work: async (ctx, { params, body, ifVersion }) => await change(ctx, { id: params.id, ifVersion }, body),
  }),
  householdRoute({
    method: 'DELETE',
    path: 'imports/:id/',
    requires: 'data.import',
    summary: 'Throw a preview away',
    tag,
    params: one,
    status: 204,
    work: async (ctx, { params }) => {
      await discard(ctx, params.id);
    },
  }),
  householdRoute({
    method: 'GET',
    path: 'imports/:id/rows/',
    requires: 'data.import',
    summary: 'The rows of an import in the order of the file, each with its state and why',
    tag,
    params: one,
    query: rowsQuerySchema,
    returns: listOf(importRowSchema),
    uncached: true,
    work: async (ctx, { params, query }) => await listRows(ctx, params.id, query),
  }),
  householdRoute({
    method: 'PATCH',
    path: 'imports/:id/rows/',
    requires: 'data.import',
    summary: 'Include rows, leave them out, or set their categories',
    tag,
    params: one,
    body: rowsChangeSchema,
    returns: importSchema,
    work: async (ctx, { params, body }) => await decide(ctx, params.id, body),
  }),
  householdRoute({
    method: 'POST',
    path: 'imports/:id/commit/',
    requires: 'data.import',
    summary: 'Write the included rows; 202 while a large file is still being written',
    tag,
    params: one,
    body: commitSchema,
    returns: importSchema,
    orStatus: 202,
    work: async (ctx, { params, body }) => accepted(await commitImport(ctx, params.id, body.adjust_opening)),
  }),
  householdRoute({
    method: 'POST',
    path: 'imports/:id/undo/',
    requires: 'data.import',
    summary: 'Take a committed import back, as if it had never been; what others state too stays with them',
    tag,
    params: one,
    body: nothing,
    returns: importSchema,
    orStatus: 202,
    work: async (ctx, { params }) => accepted(await undoImport(ctx, params.id)),
  }),
];

function accepted(import_: z.infer<typeof importSchema>): Reply {
  return new Reply(import_, { status: import_.status === 'committing' ? 202 : 200 });
}
