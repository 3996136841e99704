import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import type { WireFigures } from './sign-in-figures.schema.ts';

const is = (...actions: string[]) => `e.action in (${actions.map((action) => `'${action}'`).join(', ')})`;
const counted = (condition: string) => `(count(e.id) filter (where ${condition}))::int`;
const signedIn = (by: string) => `e.action = 'login.succeeded' and e.details->>'by' ~ '${by}'`;

/** Each day or hour by the clock of a zone, also those in which nobody came. */
export async function readBuckets(
  ctx: OpenContext,
  { by, since, zone }: { by: 'day' | 'hour'; since: string; zone: string },
): Promise<WireFigures['results']> {
  return await ctx.db.text<WireFigures['results'][number]>(
    `with begins as (
       select g as at, lead(g, 1, 'infinity') over (order by g) as next
       from generate_series(date_trunc($1, $2::timestamptz, $3), $4::timestamptz, ('1 ' || $1)::interval, $3) g)
     select b.at, ${counted(is('login.succeeded'))} as succeeded,
       ${counted(signedIn('totp|backup_code|passkey'))} as with_second_factor,
       ${counted(signedIn('passkey'))} as with_passkey,
       ${counted(is('alert.new_device'))} as new_devices,
       ${counted(is('account.locked', 'factor.locked', 'code.locked'))} as locks,
       ${counted(is('login.failed'))} as wrong_password,
       ${counted(is('login.refused', 'factor.refused', 'code.refused'))} as locked,
       ${counted(is('factor.failed'))} as wrong_factor,
       ${counted(is('code.failed'))} as wrong_mail_code
     from begins b left join security_entries e on e.at >= greatest(b.at, $2::timestamptz) and e.at < b.next
     group by b.at order by b.at`,
    [by, since, zone, ctx.now],
  );
}

const FAILED = is(
  'login.failed',
  'login.refused',
  'factor.failed',
  'factor.refused',
  'code.failed',
  'code.refused',
);

export async function readNetworks(ctx: OpenContext, since: string): Promise<WireFigures['networks']> {
  return await ctx.db.text<WireFigures['networks'][number]>(
    `select case family(e.ip) when 4 then host(e.ip) else network(set_masklen(e.ip, 64))::text end as network,
       count(*)::int as failures, count(distinct e.user_id)::int as accounts, max(e.at) as last_at
     from security_entries e where e.at >= $1 and e.ip is not null and not e.success and ${FAILED}
     group by 1 order by failures desc, network limit 20`,
    [since],
  );
}

type AlertRow = {
  id: Id;
  at: string;
  action: string;
  risk: string;
  user_id: Id | null;
  user_name: string;
  details: unknown;
};

export async function readAlerts(ctx: OpenContext, since: string): Promise<AlertRow[]> {
  return await ctx.db.text<AlertRow>(
    `select e.id, e.at, e.action, e.risk, e.user_id, e.details,
       coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username, u.email, '') as user_name
     from security_entries e left join users u on u.id = e.user_id
     where e.kind = 'alert' and e.at >= $1 and e.action <> 'alert.new_device'
     order by e.at desc, e.id desc limit 100`,
    [since],
  );
}
