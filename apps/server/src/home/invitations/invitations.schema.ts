import { ROLES } from '@kinwise/core/capabilities';
import type { Role } from '@kinwise/core/capabilities';
import { z } from 'zod';
import { millisecondsOf } from '../../platform/clock.ts';
import { id, instant, newIdField, paragraph } from '../../platform/fields.ts';
import type { InvitationRow } from './invitations.store.ts';

const STATUSES = ['pending', 'accepted', 'revoked', 'expired'] as const;

type Status = (typeof STATUSES)[number];

export const invitationSchema = z
  .object({
    id,
    email: z.string().nullable(),
    role: z.enum(ROLES),
    status: z.enum(STATUSES),
    message: z.string(),
    link: z
      .string()
      .optional()
      .describe('Only in the answer that made or renewed it; nobody can read it later'),
    invited_by: id,
    inviter_name: z.string(),
    expires_at: instant,
    accepted_by: id.nullable(),
    accepted_at: instant.nullable(),
    version: z.number().int(),
    created_at: instant,
    updated_at: instant,
    available_actions: z.array(z.string()),
  })
  .meta({ id: 'Invitation' });

const expires_in_days = z.number().int().min(1).max(30).default(7);

export const newInvitationSchema = z
  .strictObject({
    id: newIdField.optional(),
    email: z.email().max(254).optional().describe('Who gets it by mail; without it, whoever has the link'),
    role: z.enum(ROLES),
    expires_in_days,
    message: paragraph(500).default(''),
  })
  .meta({
    id: 'NewInvitation',
    examples: [{ email: 'hana@example.org', role: 'observer', expires_in_days: 7, message: 'Kia ora Hana' }],
  });

export const resendSchema = z
  .strictObject({ expires_in_days })
  .meta({ id: 'InvitationResend', examples: [{ expires_in_days: 14 }] });

export const invitationCardSchema = z
  .object({
    household_name: z.string(),
    inviter_name: z.string(),
    role: z.enum(ROLES),
    message: z.string(),
    expires_at: instant,
    email_hint: z.string().nullable().describe('Enough to recognise one’s own address by'),
  })
  .meta({ id: 'InvitationCard' });

export type NewInvitation = z.infer<typeof newInvitationSchema>;
export type WireInvitation = z.infer<typeof invitationSchema>;
export type InvitationCard = z.infer<typeof invitationCardSchema>;

export function invitationOnTheWire(
  row: InvitationRow,
  seen: { status: Status; inviterName: string; actions: readonly string[]; link?: string | undefined },
): WireInvitation {
  return {
    id: row.id,
    email: row.email,
    role: row.role as Role,
    status: seen.status,
    message: row.message,
    ...(seen.link === undefined ? {} : { link: seen.link }),
    invited_by: row.invited_by,
    inviter_name: seen.inviterName,
    expires_at: row.expires_at,
    accepted_by: row.accepted_by,
    accepted_at: row.accepted_at,
    version: row.version,
    created_at: row.created_at,
    updated_at: row.updated_at,
    available_actions: [...seen.actions],
  };
}

/** `hana@example.org` → `h***@example.org`: known to who owns it, of no use to who does not. */
export function hintOf(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}***${email.slice(at)}`;
}

/** Its time runs out by the clock; the row follows in the night. */
export function statusOf(row: InvitationRow, nowMs: number): Status {
  if (row.status === 'pending' && millisecondsOf(row.expires_at) <= nowMs) return 'expired';
  return row.status as Status;
}
