import { z } from 'zod';
import { BYTE_ORDER_MARK, csvLine } from '@kinwise/engines/exports/csv';
import { LIST_QUERY } from '../../platform/lists.ts';
import type { WireChange, WireValue } from '../audit-names/audit-names.schema.ts';
import { FILTERS } from '../audit/audit.schema.ts';
import type { WireAuditEntry } from '../audit/audit.schema.ts';

export const exportQuery = z.strictObject({
  ...FILTERS,
  household: LIST_QUERY.household,
  format: z.enum(['csv', 'json']).default('csv'),
});

export type ExportQuery = z.infer<typeof exportQuery>;

const HEADINGS =
  'at,on,who,user_id,action,entity,entity_id,subject,count,field,before,after,currency,risk,success,ip,device,api_key_id,api_key,request_id,id';

/** What a file consists of: a beginning, pages of which one is the first, and an end. */
export type Writer = {
  readonly type: string;
  readonly begin: string;
  readonly page: (entries: readonly WireAuditEntry[], isFirst: boolean) => string;
  readonly end: string;
};

export const WRITERS: Readonly<Record<ExportQuery['format'], Writer>> = {
  /** A line for each field that changed, or one for an entry that tells of none. */
  csv: {
    type: 'text/csv; charset=utf-8',
    begin: BYTE_ORDER_MARK + csvLine(HEADINGS.split(',')),
    page: (entries) => entries.flatMap(linesOf).map(csvLine).join(''),
    end: '',
  },
  json: {
    type: 'application/json; charset=utf-8',
    begin: '{"results":[',
    page: (entries, isFirst) =>
      entries.map((entry, at) => (isFirst && at === 0 ? '' : ',') + JSON.stringify(entry)).join(''),
    end: ']}',
  },
};

type Cell = string | number | null;

function linesOf(entry: WireAuditEntry): Cell[][] {
  const { actor } = entry;
  const before = [entry.at, entry.on, actor.name ?? actor.kind, actor.user_id, entry.action, entry.entity];
  const what = [entry.entity_id, entry.subject, entry.count];
  const { api_key: key } = entry;
  const from = [entry.ip, entry.device, key?.id ?? null, key?.name ?? null];
  const rest = [entry.risk, String(entry.success), ...from, entry.request_id, entry.id];
  const changes: (WireChange | undefined)[] = entry.changes.length > 0 ? entry.changes : [undefined];
  return changes.map((change) => [
    ...before,
    ...what,
    change?.field ?? null,
    cellOf(change, 'before'),
    cellOf(change, 'after'),
    change?.currency ?? null,
    ...rest,
  ]);
}

function cellOf(change: WireChange | undefined, side: 'before' | 'after'): Cell {
  if (!change) return null;
  if (side === 'before' ? change.before_varies : change.after_varies) return '(various)';
  const value = change[side];
  if (!value) return null;
  if (value.text !== undefined) return value.text ?? '(details)';
  return textOf(value);
}

function textOf({ things, parts }: WireValue): string {
  if (things) return things.map(({ name }) => name ?? '(not to be seen)').join(', ');
  return (parts ?? [])
    .map(({ category, member, amount }) => [category ?? member ?? '', amount].filter(Boolean).join(' '))
    .join('; ');
}
