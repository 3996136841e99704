import type { Id } from '@kinwise/core/ids';
import type { StaffRole } from '@kinwise/core/staff';
import type { OpenContext } from '../../platform/context.ts';
import type { Moment } from '../../platform/lists.ts';
import type { Tier } from '../../platform/http.ts';
import { containing } from '../../platform/patterns.ts';

export type AccountRow = {
  id: Id;
  email: string;
  username: string | null;
  first_name: string;
  last_name: string;
  email_verified_at: string | null;
  locked_at: string | null;
  deletion_due_at: string | null;
  guarded: boolean;
  staff_role: StaffRole | null;
  created_at: string;
  last_login_at: string | null;
  tier: Tier;
};

export type Wanted = {
  readonly words?: string | undefined;
  readonly one?: Id | undefined;
  readonly state?: string | undefined;
  readonly from?: Moment | undefined;
  readonly limit: number;
};

const STATE: Readonly<Record<string, string>> = {
  locked: 'l.locked_at is not null',
  leaving: 'l.locked_at is null and u.deletion_due_at is not null',
  guarded: 'l.locked_at is null and u.deletion_due_at is null and kinwise.is_guarded(u.id)',
  unverified:
    'l.locked_at is null and u.deletion_due_at is null and u.email_verified_at is null and not kinwise.is_guarded(u.id)',
  active:
    'l.locked_at is null and u.deletion_due_at is null and u.email_verified_at is not null and not kinwise.is_guarded(u.id)',
};

/** Accounts that live, the newest first; backwards from a place when that is asked for. */
export async function readAccounts(ctx: OpenContext, wanted: Wanted): Promise<AccountRow[]> {
  const { words, one, state, from, limit } = wanted;
  const order = from?.back ? 'asc' : 'desc';
  return await ctx.db.text<AccountRow>(
    `select u.id, u.email, u.username, u.first_name, u.last_name, u.email_verified_at, l.locked_at, u.deletion_due_at,
       kinwise.is_guarded(u.id) as guarded, s.role as staff_role, u.created_at, u.last_login_at, u.tier
     from users u left join account_locks l on l.user_id = u.id left join staff_members s on s.user_id = u.id
     where u.deleted_at is null and ${STATE[state ?? ''] ?? 'true'}
       and ($1::text is null or u.email ilike $1 or u.username ilike $1
         or u.first_name || ' ' || u.last_name ilike $1)
       and ($2::uuid is null or u.id = $2)
       and ($3::timestamptz is null or (u.created_at, u.id) ${from?.back ? '>' : '<'} ($3, $4::uuid))
     order by u.created_at ${order}, u.id ${order} limit $5`,
    [words === undefined ? null : containing(words), one ?? null, from?.at ?? null, from?.id ?? null, limit],
  );
}

export async function countKeys(ctx: OpenContext, user: Id): Promise<number> {
  const [row] = await ctx.db.text<{ count: number }>(
    'select count(*)::int as count from api_keys where user_id = $1 and expires_at > $2',
    [user, ctx.now],
  );
  return row?.count ?? 0;
}

/** Until when signing in is locked after wrong passwords or codes, from anywhere. */
export async function lockedUntil(ctx: OpenContext, user: Id): Promise<string | undefined> {
  const [row] = await ctx.db.text<{ until: string | null }>(
    `select max(locked_until) as until from sign_in_failures
     where (name_key = $1::text or name_key like '%:' || $1::text) and locked_until > $2`,
    [user, ctx.now],
  );
  return row?.until ?? undefined;
}
