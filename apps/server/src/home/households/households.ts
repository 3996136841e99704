import type { Role } from '@kinwise/core/capabilities';
import type { Day } from '@kinwise/core/days';
import type { PayCycleKind } from '@kinwise/core/pay-periods';
import type { LoadHousehold } from '../../platform/in-household.ts';
import { placeIn } from './households.store.ts';

/** What the opener loads: the household, and the actor's role in it. Who is no active member finds no household. */
export const loadHousehold: LoadHousehold = async (db, household, actor) => {
  const row = await placeIn(db, household, actor.kind === 'user' ? actor.userId : undefined);
  if (!row || (actor.kind === 'user' && row.role === null)) return undefined;
  return {
    role: (row.role ?? 'admin') as Role,
    membershipId: row.membership_id ?? undefined,
    currency: row.currency,
    timeZone: row.time_zone,
    payCycle: {
      kind: row.pay_cycle as PayCycleKind,
      anchor_on: row.pay_anchor_on as Day,
      ...(row.pay_days === null ? {} : { days: row.pay_days }),
    },
    lastSeq: row.last_seq ?? 0n,
  };
};
