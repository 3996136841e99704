/** What somebody agreed to, purpose by purpose. Whoever wants to use data for one of them asks here first. */
import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import { note } from '../security/security.ts';
import { PURPOSES, consentsOnTheWire, counts } from './consents.schema.ts';
import type { ConsentChange, Purpose, WireConsents } from './consents.schema.ts';
import { insertConsent, readConsents, readIsChild, readLast } from './consents.store.ts';

/**
 * Whether something may be done with a person's data for a purpose. The one door: nothing that a purpose covers happens
 * without asking here, at the moment when it happens, since a yes can be taken back.
 */
export async function consented(ctx: OpenContext, user: Id, purpose: Purpose): Promise<boolean> {
  const last = await readLast(ctx, user, purpose);
  return last !== undefined && counts(last, { user, isChild: await readIsChild(ctx, user) });
}

export async function showConsents(ctx: OpenContext, user: Id): Promise<WireConsents> {
  const isChild = await readIsChild(ctx, user);
  return consentsOnTheWire(await readConsents(ctx, user), { user, isChild });
}

/** Says yes or no. A no is always taken; for a child a guardian has to say yes. */
export async function setConsent(
  ctx: OpenContext,
  of: { user: Id; by: Id },
  change: ConsentChange,
): Promise<WireConsents> {
  const { user, by } = of;
  const { purpose, granted } = change;
  if (granted && by === user && (await readIsChild(ctx, user))) {
    throw new Problem('AUTH_1030', 'A guardian in your household has to switch this on for you.');
  }
  await insertConsent(ctx, { user, by, purpose, granted, version: PURPOSES[purpose].version });
  await note(ctx, {
    action: granted ? 'consent.given' : 'consent.withdrawn',
    // From where the call came belongs to who made it; a child reads in the consents what a guardian said.
    user: by,
    details: { purpose, ...(by === user ? {} : { child: user }) },
  });
  return await showConsents(ctx, user);
}

/** Whether a guardian says what somebody's data may be used for. */
export async function decidedByGuardian(ctx: OpenContext, user: Id): Promise<boolean> {
  return await readIsChild(ctx, user);
}
