/** The end of the audit's time: days that are older than they are kept go, and leave their seal. Runs as the owner. */
import { addDays } from '@kinwise/core/days';
import { instant, todayIn } from '../clock.ts';
import type { Ground } from '../context.ts';
import { SEAL_COLUMNS, SECURITY, asOwner, isGenuine, sign } from './seals.ts';
import type { Seal } from './seals.ts';

const PAGE = 200;

/** All of it while the household is an organisation's or belongs to one, else the days on which it was so. */
const IS_ORGANISATIONS = `exists (select from organisation_times t where t.household_id = chain and (t.until is null
  or day between (t.since at time zone 'UTC')::date and (t.until at time zone 'UTC')::date + 1))`;

/** Answers how many entries went. A day that is not as its seal says stays, as evidence. */
export async function forgetOldDays(ground: Ground): Promise<number> {
  const { AUDIT_KEPT_DAYS, AUDIT_ORGANISATION_DAYS, SECURITY_KEPT_DAYS } = ground.config;
  const today = todayIn(ground.clock.nowMs(), 'UTC');
  const before = {
    households: addDays(today, -AUDIT_KEPT_DAYS),
    organisations: addDays(today, -AUDIT_ORGANISATION_DAYS),
    security: addDays(today, -SECURITY_KEPT_DAYS),
  };
  let gone = 0;
  let after = { day: '-infinity', chain: SECURITY };
  for (;;) {
    const { rows } = await ground.database.owner.query<Seal>(
      `select ${SEAL_COLUMNS} from audit_seals
       where removed_at is null and day < case when chain = $1 then $2::date
           when ${IS_ORGANISATIONS} then $4::date else $3::date end
         and (day, chain) > ($5::date, $6::uuid)
       order by day, chain limit ${PAGE}`,
      [SECURITY, before.security, before.households, before.organisations, after.day, after.chain],
    );
    for (const seal of rows) gone += await forget(ground, seal);
    const last = rows.at(-1);
    if (!last) return gone;
    after = last;
  }
}

/** What is chained on a day was told on it, or some hours before its beginning. */
const OF_DAY = `chained_on = $1 and at >= $1::date - interval '1 day' and at < $1::date + interval '1 day'`;

class Odd extends Error {}

async function forget(ground: Ground, seal: Seal): Promise<number> {
  const { chain, day, entries } = seal;
  try {
    await asOwner(ground, async (client) => {
      const { rowCount } =
        chain === SECURITY
          ? await client.query(`delete from security_entries where ${OF_DAY}`, [day])
          : await client.query(`delete from audit_entries where household_id = $2 and ${OF_DAY}`, [
              day,
              chain,
            ]);
      if (rowCount !== entries || !isGenuine(ground, seal)) throw new Odd();
      await sign(ground, client, { ...seal, removed_at: instant(ground.clock.nowMs()) });
    });
    return entries;
  } catch (error) {
    if (!(error instanceof Odd)) throw error;
    ground.log.error({ chain, day }, 'a day of the audit is not as its seal says, and is kept');
    return 0;
  }
}
