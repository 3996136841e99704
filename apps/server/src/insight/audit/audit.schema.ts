import { z } from 'zod';
import { dayField, id } from '../../platform/fields.ts';
import { csvOf } from '../../platform/csv.ts';
import type { Cell } from '../../platform/csv.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import { changeSchema } from '../audit-names/audit-names.schema.ts';
import type { WireChange, WireValue } from '../audit-names/audit-names.schema.ts';

export const RISKS = ['low', 'medium', 'high', 'critical'] as const;
const yes = z.enum(['true', 'false']).transform((text) => text === 'true');
const word = z.string().regex(/^[a-z_]{1,40}(\.[a-z_]{1,40})?$/);

export const auditEntrySchema = z
  .object({
    id,
    at: z.string(),
    on: z.string().describe('The day of the household'),
    actor: z.object({
      kind: z.enum(['user', 'system']),
      user_id: id.nullable(),
      name: z.string().nullable(),
    }),
    action: z.string().describe('Such as transaction.changed, member.joined, permission.denied'),
    entity: z.string(),
    entity_id: id.nullable(),
    count: z.number().int().describe('How many things it tells of'),
    subject: z.string().nullable().describe('How the thing is called, as far as it can still be seen'),
    amount: z.string().nullable().describe('Of an entry'),
    currency: z.string().nullable(),
    changes: z.array(changeSchema),
    risk: z.enum(RISKS),
    success: z.boolean(),
    private: z.boolean().describe('Only the reader sees it: it hangs on a private account of theirs'),
    ip: z.string().nullable(),
    device: z.string(),
    request_id: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });

const filters = {
  member_id: id.optional().describe('The user who acted'),
  actor_kind: z.enum(['user', 'system']).optional(),
  action: word.optional(),
  entity: word.optional(),
  entity_id: id.optional(),
  risk: z.enum(RISKS).optional(),
  risk__gte: z.enum(RISKS).optional().describe('This risk or a higher one'),
  success: yes.optional(),
  on__gte: dayField.optional(),
  on__lte: dayField.optional(),
};

export const auditQuery = z.strictObject({ ...LIST_QUERY, ...filters });
export const exportQuery = z.strictObject({
  ...filters,
  household: LIST_QUERY.household,
  format: z.enum(['csv', 'json']).default('csv'),
});

export type AuditQuery = z.infer<typeof auditQuery>;
export type ExportQuery = z.infer<typeof exportQuery>;
export type WireAuditEntry = z.infer<typeof auditEntrySchema>;

const HEADINGS =
  'at,on,who,user_id,action,entity,entity_id,subject,count,field,before,after,currency,risk,success,ip,device,request_id,id';

/** A line for each field that changed, or one for an entry that tells of none. */
export function csvOfEntries(entries: readonly WireAuditEntry[]): string {
  return csvOf([HEADINGS.split(','), ...entries.flatMap(linesOf)]);
}

function linesOf(entry: WireAuditEntry): Cell[][] {
  const { actor } = entry;
  const before = [entry.at, entry.on, actor.name ?? actor.kind, actor.user_id, entry.action, entry.entity];
  const what = [entry.entity_id, entry.subject, entry.count];
  const rest = [entry.risk, String(entry.success), entry.ip, entry.device, entry.request_id, entry.id];
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
  if (value.text !== undefined) {
    const isNumber = change.kind === 'money' || change.kind === 'number';
    return isNumber && value.text !== null ? { number: value.text } : (value.text ?? '(details)');
  }
  return textOf(value);
}

function textOf({ things, parts }: WireValue): string {
  if (things) return things.map(({ name }) => name ?? '(not to be seen)').join(', ');
  return (parts ?? [])
    .map(({ category, member, amount }) => [category ?? member ?? '', amount].filter(Boolean).join(' '))
    .join('; ');
}
