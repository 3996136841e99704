import type { Id } from '@kinwise/core/ids';
import { actorId } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';

/** Stands for nobody, who has nothing of their own, and for no category. */
const NONE = '00000000-0000-0000-0000-000000000000';

/**
 * To whom the sight of entries is narrowed: teens and children see their own alone. Undefined for a role that sees all
 * of the household (the database holds back others' private ones besides).
 */
export function ownOnly(ctx: HouseholdContext): Id | undefined {
  return ctx.reach('transactions.view') === 'all' ? undefined : (actorId(ctx) ?? NONE);
}

/**
 * Whether the entry `t` is a member's own: they wrote it, paid it, or hold its account. `member` is the place of their
 * id in the statement, such as `$3`.
 */
export const isOwn = (member: string): string =>
  `(t.author_id = ${member} or t.payer_id = ${member} or t.account_id in (
    select o.id from accounts o where o.household_id = t.household_id and o.owner_id = ${member}))`;

/** For a statement in which the member's place holds null where all is seen. */
export const isSeen = (member: string): string => `(${member}::uuid is null or ${isOwn(member)})`;

/**
 * What a member's own booked entries of household `$1` were spent on, one row for each part, for member `$2`: what the
 * rollups are made of, for those who may not see them.
 */
export const OWN_PARTS = `
  select t.occurred_on as on_day, coalesce(part.category_id, '${NONE}'::uuid) as category_key, part.household_minor
  from transactions t cross join lateral (
    select t.category_id, t.household_minor where not t.is_split
    union all
    select s.category_id, s.household_minor from transaction_splits s
    where s.household_id = t.household_id and s.transaction_id = t.id) as part
  where t.household_id = $1 and t.deleted_at is null and t.status = 'completed' and t.type <> 'transfer' and ${isOwn('$2')}`;
