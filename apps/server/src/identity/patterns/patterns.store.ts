import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';

/** Networks from which passwords of many names failed since an instant. Names stand there as hashes, also of nobody. */
export async function networksOfManyNames(
  ctx: OpenContext,
  { since, least }: { since: string; least: number },
): Promise<{ network: string; names: number }[]> {
  return await ctx.db.text<{ network: string; names: number }>(
    `select network, count(*)::int as names from sign_in_failures
     where last_at > $1 and network <> '*' and name_key like 'who:%'
     group by network having count(*) >= $2 order by network`,
    [since, least],
  );
}

const PERSON = "case when key ~ '^who:[0-9a-f]{8}-[0-9a-f-]{27}$' then substr(key, 5)::uuid end";

/** Names, whoever has them, at which passwords failed from many networks since an instant. */
export async function namesOfManyNetworks(
  ctx: OpenContext,
  { since, least }: { since: string; least: number },
): Promise<{ key: string; user: Id | null; networks: number }[]> {
  return await ctx.db.text<{ key: string; user: Id | null; networks: number }>(
    `select key, networks, ${PERSON} as user from (
       select name_key as key, count(*)::int as networks from sign_in_failures
       where last_at > $1 and network <> '*' and name_key like 'who:%'
       group by name_key having count(*) >= $2) found order by key`,
    [since, least],
  );
}

/** Neighbourhoods (/24 of IPv4, /48 of IPv6) from which many accounts were registered since an instant. */
export async function neighbourhoodsOfMany(
  ctx: OpenContext,
  { since, least }: { since: string; least: number },
): Promise<{ network: string; accounts: number }[]> {
  return await ctx.db.text<{ network: string; accounts: number }>(
    `select network(set_masklen(ip, case family(ip) when 4 then 24 else 48 end))::text as network,
       count(distinct user_id)::int as accounts
     from security_entries where at > $1 and action = 'account.registered' and ip is not null
     group by 1 having count(distinct user_id) >= $2 order by 1`,
    [since, least],
  );
}

/** People, and names that nobody has, that were locked so often since an instant. */
export async function oftenLocked(
  ctx: OpenContext,
  { since, least }: { since: string; least: number },
): Promise<{ key: string; user: Id | null; locks: number }[]> {
  return await ctx.db.text<{ key: string; user: Id | null; locks: number }>(
    `select 'who:' || user_id as key, user_id as user, count(*)::int as locks from security_entries
       where at > $1 and action in ('account.locked', 'factor.locked', 'code.locked') and user_id is not null
       group by user_id having count(*) >= $2
     union all
     select key, null, locks from (select name_key as key, sum(locks)::int as locks from sign_in_failures
       where last_at > $1 and name_key like 'who:%' group by name_key having sum(locks) >= $2) found
       where ${PERSON} is null
     order by key`,
    [since, least],
  );
}
