import type { Id } from '@kinwise/core/ids';
import { instant } from '../../platform/clock.ts';
import type { HouseholdContext } from '../../platform/context.ts';
import { sendLetter } from '../../identity/letters/letters.ts';
import { raise } from '../../identity/security/security.ts';
import type { Alert } from '../../identity/security/security.ts';
import { userById } from '../../identity/users/users.ts';
import { nameOf } from '../households/households.ts';
import { adminsOf, memberOf } from '../memberships/memberships.ts';
import { countOf } from './household-alerts.store.ts';

const MINUTE_MS = 60_000;
const DENIALS = 10;
const DENIALS_MS = 10 * MINUTE_MS;
const EXPORTS = 5;
const EXPORTED_ROWS = 50_000;
const EXPORTS_MS = 60 * MINUTE_MS;

/** Somebody tries one thing after another that their role does not allow. */
export async function watchDenials(ctx: HouseholdContext, user: Id): Promise<void> {
  const since = instant(ctx.nowMs - DENIALS_MS);
  const { count } = await countOf(ctx, { user, action: 'permission.denied', since });
  if (count < DENIALS) return;
  await tell(ctx, {
    user,
    count,
    kind: 'many_denials',
    action: 'alert.many_denials',
    quietMs: 6 * DENIALS_MS,
  });
}

/** Somebody takes a lot of the household's data with them. */
export async function watchExports(ctx: HouseholdContext, user: Id): Promise<void> {
  const since = instant(ctx.nowMs - EXPORTS_MS);
  const { count, rows } = await countOf(ctx, { user, action: 'data.exported', since });
  if (count < EXPORTS && rows < EXPORTED_ROWS) return;
  await tell(ctx, { user, count, kind: 'mass_export', action: 'alert.mass_export', quietMs: EXPORTS_MS });
}

type About = Pick<Alert, 'action' | 'quietMs'> & {
  readonly kind: 'many_denials' | 'mass_export';
  readonly user: Id;
  readonly count: number;
};

async function tell(ctx: HouseholdContext, { kind, user, count, ...alert }: About): Promise<void> {
  const about = `${ctx.household}:${user}`;
  const details = { household: ctx.household, count };
  if (!(await raise(ctx, { ...alert, about, user, details }))) return;
  const household_name = await nameOf(ctx);
  const member_name = (await memberOf(ctx, user))?.display_name ?? '';
  for (const admin of await adminsOf(ctx)) {
    const person = await userById(ctx, admin.user_id);
    if (!person) continue;
    sendLetter(ctx, {
      to: person.email,
      locale: person.locale,
      letter: {
        kind,
        name: person.first_name,
        household_name,
        member_name,
        count,
        link: `${ctx.ground.publicUrl()}/household/activity`,
      },
    });
  }
}
