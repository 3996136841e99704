import { z } from 'zod';
import { day, dayField, decimal, id, instant } from '../../platform/fields.ts';
import { LIST_QUERY } from '../../platform/lists.ts';
import { changeSchema } from '../audit-names/audit-names.schema.ts';

export const RISKS = ['low', 'medium', 'high', 'critical'] as const;
const yes = z.enum(['true', 'false']).transform((text) => text === 'true');
const word = z.string().regex(/^[a-z_]{1,40}(\.[a-z_]{1,40})?$/);

export const auditEntrySchema = z
  .object({
    id,
    at: instant,
    on: day.describe('The day of the household'),
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
    amount: decimal.nullable().describe('Of an entry'),
    currency: z.string().nullable(),
    changes: z.array(changeSchema),
    risk: z.enum(RISKS),
    success: z.boolean(),
    private: z.boolean().describe('Only the reader sees it: it hangs on a private account of theirs'),
    ip: z.string().nullable(),
    api_key: z
      .object({ id, name: z.string() })
      .nullable()
      .describe('The API key that a program called by, as it was named then'),
    device: z.string(),
    request_id: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });

/** What the feed and the file can be narrowed by. */
export const FILTERS = {
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

export const auditQuery = z.strictObject({ ...LIST_QUERY, ...FILTERS });
export type AuditQuery = z.infer<typeof auditQuery>;
export type WireAuditEntry = z.infer<typeof auditEntrySchema>;
