import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';

export type ChildRow = {
  id: Id;
  user_id: Id;
  first_name: string;
  last_name: string;
  username: string | null;
  chosen_name: string;
  photo: Id | null;
  role: string;
  birth_year: number | null;
  sessions: number;
  /** Null without a PIN. */
  failures: number | null;
  link_waits_until: string | null;
  growing_email: string | null;
  growing_until: string | null;
  deletion_due_at: string | null;
};

/** The children of the household whom guardians look after, in the order in which they came. */
export async function readChildren(ctx: HouseholdContext, membership?: Id): Promise<ChildRow[]> {
  return await ctx.db.text<ChildRow>(
    `select m.id, m.user_id, u.first_name, u.last_name, u.username, u.chosen_name, f.photo, m.role, g.birth_year,
       u.deletion_due_at,
       (select count(*)::int from sessions s where s.user_id = u.id and s.ended_at is null and s.expires_at > $3) as sessions,
       p.failures,
       (select l.expires_at from child_links l where l.household_id = m.household_id and l.membership_id = m.id
          and l.used_at is null and l.expires_at > $3) as link_waits_until,
       w.email as growing_email, w.expires_at as growing_until
     from memberships m join users u on u.id = m.user_id and u.deleted_at is null
     join guarded_accounts g on g.user_id = u.id and g.released_at is null
     left join child_pins p on p.household_id = m.household_id and p.membership_id = m.id
     left join photos f on f.user_id = u.id
     left join growing_ups w on w.user_id = u.id and w.expires_at > $3
     where m.household_id = $1 and m.status = 'active' and ($2::uuid is null or m.id = $2)
     order by m.joined_at, m.id`,
    [ctx.household, membership ?? null, ctx.now],
  );
}
