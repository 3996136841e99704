import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import type { Moment } from '../../platform/lists.ts';

export type ActRow = {
  id: Id;
  at: string;
  staff_id: Id | null;
  staff_name: string;
  staff_role: string | null;
  action: string;
  user_id: Id | null;
  user_name: string;
  household_id: Id | null;
  household_name: string | null;
  reason: string;
  ticket: string;
  details: unknown;
  ip: string | null;
};

export type Wanted = {
  readonly staff_id?: Id | undefined;
  readonly user_id?: Id | undefined;
  readonly household_id?: Id | undefined;
  readonly action?: string | undefined;
  readonly at__gte?: string | undefined;
  readonly at__lte?: string | undefined;
};

const name = (of: string): string =>
  `coalesce(nullif(trim(${of}.first_name || ' ' || ${of}.last_name), ''), ${of}.username, ${of}.email, '')`;

/** What staff did, the newest first. */
export async function readActs(
  ctx: OpenContext,
  wanted: Wanted,
  { from, limit }: { from: Moment | undefined; limit: number },
): Promise<ActRow[]> {
  const values: unknown[] = [];
  const where = ['true'];
  const add = (value: unknown, condition: (parameter: string) => string): void => {
    if (value === undefined) return;
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  add(wanted.staff_id, (p) => `a.staff_id = ${p}`);
  add(wanted.user_id, (p) => `a.on_user = ${p}`);
  add(wanted.household_id, (p) => `a.on_household = ${p}`);
  add(wanted.action, (p) => `a.action = ${p}`);
  add(wanted.at__gte, (p) => `a.at >= ${p}`);
  add(wanted.at__lte, (p) => `a.at <= ${p}`);
  if (from) {
    values.push(from.at, from.id);
    where.push(
      `(a.at, a.id) ${from.back ? '>' : '<'} ($${values.length - 1}::timestamptz, $${values.length}::uuid)`,
    );
  }
  const order = from?.back ? 'asc' : 'desc';
  return await ctx.db.text<ActRow>(
    `select a.id, a.at, a.staff_id, ${name('s')} as staff_name, a.staff_role, a.action, a.on_user as user_id,
       ${name('u')} as user_name, a.on_household as household_id,
       (select h.name from kinwise.staff_households(null, null, a.on_household, null, null, false, 1) h
         where a.on_household is not null) as household_name,
       a.reason, a.ticket, a.details, a.ip
     from staff_acts a left join users s on s.id = a.staff_id left join users u on u.id = a.on_user
     where ${where.join(' and ')} order by a.at ${order}, a.id ${order} limit ${limit}`,
    values,
  );
}
