import { z } from 'zod';
import { id, instant } from '../../platform/fields.ts';
import type { ExportRow } from './exports.store.ts';

const STATES = ['waiting', 'working', 'ready', 'failed', 'removed'] as const;

export const exportSchema = z
  .object({
    id,
    status: z.enum(STATES),
    progress: z.object({ done: z.number().int(), total: z.number().int() }),
    rows: z.number().int().describe('So many have been written so far'),
    size_bytes: z.number().int().nullable(),
    requested_at: instant,
    ready_at: instant.nullable(),
    expires_at: instant.nullable(),
    download: z.string().nullable().describe('Where it can be fetched, below /api/v1/, while it is ready'),
  })
  .meta({ id: 'DataExport' });

export type WireExport = z.infer<typeof exportSchema>;

export function exportOnTheWire(row: ExportRow): WireExport {
  return {
    id: row.id,
    status: row.status as WireExport['status'],
    progress: { done: row.parts_done, total: row.parts_total },
    rows: row.rows_done,
    size_bytes: row.size_bytes === null ? null : Number(row.size_bytes),
    requested_at: row.requested_at,
    ready_at: row.ready_at,
    expires_at: row.expires_at,
    download: row.status === 'ready' ? `privacy/export/${row.id}/download/` : null,
  };
}
