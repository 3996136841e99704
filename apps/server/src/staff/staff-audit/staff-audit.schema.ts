import { isIP } from 'node:net';
import { z } from 'zod';
import { BYTE_ORDER_MARK, csvLine } from '@kinwise/engines/exports/csv';
import { id, instant } from '../../platform/fields.ts';
import { PAGE_QUERY } from '../../platform/lists.ts';
import type { EntryRow } from './staff-audit.store.ts';

const RISKS = ['low', 'medium', 'high', 'critical'] as const;
export type Risk = (typeof RISKS)[number];

export const SORTS = ['-at', 'at'] as const;

export const staffAuditEntrySchema = z
  .object({
    id,
    at: instant,
    source: z
      .enum(['household', 'security'])
      .describe('In a household, or around signing in and the account itself'),
    actor: z
      .object({ id: id.nullable(), kind: z.string(), name: z.string().nullable() })
      .describe('Of a security entry: whose account it is about'),
    household: z.object({ id, name: z.string() }).nullable(),
    action: z.string(),
    entity: z.string(),
    entity_id: id.nullable(),
    count: z.number().int().describe('How many things it tells of'),
    risk: z.enum(RISKS),
    success: z.boolean(),
    ip: z.string().nullable(),
    request_id: z.string().nullable(),
  })
  .meta({ id: 'StaffAuditEntry' });

const network = z
  .string()
  .max(49)
  .refine(isNetwork, { message: 'must be an address, or a network such as 203.0.113.0/24' });

const FILTERS = {
  actor_id: id.optional().describe('Who acted, or whose account it is about'),
  household_id: id.optional(),
  organisation_id: id
    .optional()
    .describe('In households that belong to it now, and what was done about itself'),
  action: z
    .string()
    .regex(/^[a-z_]{1,40}(\.[a-z_]{0,40})?$/, {
      message: 'must be the beginning of an action, such as login.',
    })
    .optional()
    .describe('The action or its beginning: `login.` for all of signing in'),
  risk: z.enum(RISKS).optional(),
  risk__gte: z.enum(RISKS).optional().describe('This risk or a higher one'),
  success: z.enum(['true', 'false']).optional(),
  at__gte: instant.optional(),
  at__lt: instant.optional(),
  ip: network.optional().describe('An address, or a network such as 203.0.113.0/24'),
  request_id: z.string().min(1).max(100).optional(),
  entity_id: id.optional().describe('What it is about; with a household also among many of one change'),
};

export const staffAuditQuery = z.strictObject({
  ...PAGE_QUERY,
  ...FILTERS,
  sort: z.enum(SORTS).default('-at'),
});

export const staffAuditExportQuery = z.strictObject(FILTERS);

export type StaffAuditFilters = z.infer<typeof staffAuditExportQuery>;
export type StaffAuditQuery = z.infer<typeof staffAuditQuery>;
export type WireEntry = z.infer<typeof staffAuditEntrySchema>;

/** The risks that are meant: one, or one and all above it. */
export function risksOf({ risk, risk__gte: least }: StaffAuditFilters): readonly Risk[] | undefined {
  const least_at = least === undefined ? 0 : RISKS.indexOf(least);
  if (risk === undefined && least === undefined) return undefined;
  return RISKS.filter((one, at) => at >= least_at && (risk === undefined || one === risk));
}

export function entryOnTheWire(row: EntryRow): WireEntry {
  return {
    id: row.id,
    at: row.at,
    source: row.source as WireEntry['source'],
    actor: { id: row.actor_id, kind: row.actor_kind, name: row.actor_name },
    household: row.household_id === null ? null : { id: row.household_id, name: row.household_name ?? '' },
    action: row.action,
    entity: row.entity,
    entity_id: row.entity_id,
    count: row.count,
    risk: row.risk as Risk,
    success: row.success,
    ip: row.ip,
    request_id: row.request_id,
  };
}

const HEADINGS =
  'at,source,actor_kind,actor_id,actor,household_id,household,action,entity,entity_id,count,risk,success,ip,request_id,id';

export const CSV_BEGINNING = BYTE_ORDER_MARK + csvLine(HEADINGS.split(','));

export function csvOfEntries(rows: readonly EntryRow[]): string {
  return rows.map((row) => csvLine(cellsOf(row))).join('');
}

function cellsOf(row: EntryRow): unknown[] {
  return [
    row.at,
    row.source,
    row.actor_kind,
    row.actor_id,
    row.actor_name,
    row.household_id,
    row.household_name,
    row.action,
    row.entity,
    row.entity_id,
    row.count,
    row.risk,
    row.success,
    row.ip,
    row.request_id,
    row.id,
  ];
}

function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const kind = isIP(address);
  if (kind === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (kind === 4 ? 32 : 128));
}
