/**
 * What staff did. The act is kept with its reason; that it happened also stands in the chained security entries, once for
 * who did it and once for whom it was done to, so that it can be neither denied nor hidden from them.
 */
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { note } from '../security/security.ts';
import { insertAct } from './staff-acts.store.ts';
import type { Act } from './staff-acts.store.ts';

export type { Act, StaffAction } from './staff-acts.store.ts';

/** What the person whom it was done to finds in their security history. */
const TOLD = {
  'account.locked': 'staff.locked_account',
  'account.unlocked': 'staff.unlocked_account',
  'sessions.ended': 'staff.ended_sessions',
  'factors.removed': 'staff.removed_factors',
  'role.given': 'staff.role_given',
  'role.taken': 'staff.role_taken',
  'password.required': 'staff.required_password',
  'tier.given': 'staff.gave_tier',
  'access.opened': undefined,
  'access.ended': undefined,
  'organisation.tier_set': 'organisation.changed',
  'audit.exported': undefined,
} as const;

/** Writes it down in the transaction of what was done; answers its id. */
export async function recordAct(ctx: OpenContext, act: Act): Promise<Id> {
  const id = newId();
  await insertAct(ctx, { ...act, id });
  const details = { act: id, what: act.action, role: act.role ?? 'operator' };
  if (act.staff !== undefined)
    await note(ctx, { action: 'staff.acted', user: act.staff, risk: 'medium', details });
  const told = TOLD[act.action];
  if (act.user !== undefined && told !== undefined)
    await note(ctx, { action: told, user: act.user, byOther: true, risk: 'high', details });
  return id;
}
