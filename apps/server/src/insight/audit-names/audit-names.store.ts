import type { Id } from '@kinwise/core/ids';
import { actorId } from '../../platform/context.ts';
import type { HouseholdContext } from '../../platform/context.ts';

export type NameRow = {
  kind: string;
  id: Id;
  name: string;
  amount_minor: bigint | null;
  currency: string | null;
};

/**
 * Names by kind and id, those of what was deleted as well. The wall holds back what is somebody's own; whose role
 * reaches only their own accounts gets no names of others.
 */
export async function readNames(ctx: HouseholdContext, ids: readonly Id[]): Promise<NameRow[]> {
  if (ids.length === 0) return [];
  const owner = ctx.reach('accounts.view') === 'all' ? null : (actorId(ctx) ?? null);
  return await ctx.db.text<NameRow>(SQL, [ctx.household, [...ids], owner]);
}

const plain = (kind: string, table: string, name: string): string =>
  `select '${kind}' as kind, id, ${name} as name, null::bigint as amount_minor, null::text as currency
   from ${table} where household_id = $1 and id = any($2::uuid[])`;

const person = (kind: string, id: string): string =>
  `select '${kind}', m.${id}, kinwise.called(u, 'Member'),
     null, null
   from memberships m join users u on u.id = m.user_id where m.household_id = $1 and m.${id} = any($2::uuid[])`;

const SQL = [
  `${plain('account', 'accounts', 'name')} and ($3::uuid is null or owner_id = $3)`,
  plain('category', 'categories', 'name'),
  plain('merchant', 'merchants', 'name'),
  plain('payee', 'payees', 'name'),
  plain('tag', 'tags', 'name'),
  plain('rule', 'rules', 'name'),
  plain('import', 'imports', 'file_name'),
  plain('saved_search', 'saved_searches', 'name'),
  plain('invitation', 'invitations', "coalesce(email, '')"),
  plain('import_template', 'import_templates', 'bank'),
  plain('exchange_rate', 'exchange_rates', "base || ' → ' || quote || ', ' || on_day"),
  person('member', 'user_id'),
  person('membership', 'id'),
  `select 'staff_access', g.id, coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username, 'Staff')
     || ', “' || g.reason || '”', null::bigint, null
   from staff_grants g join users u on u.id = g.staff_id where g.household_id = $1 and g.id = any($2::uuid[])`,
  `select distinct 'staff', g.staff_id, coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.username, 'Staff'),
     null::bigint, null
   from staff_grants g join users u on u.id = g.staff_id where g.household_id = $1 and g.staff_id = any($2::uuid[])`,
  `select 'household', id, name, null, null from households where id = $1 and id = any($2::uuid[])`,
  `select 'transaction', t.id, coalesce(p.name, nullif(t.memo, ''), ''), t.amount_minor, t.currency
   from transactions t left join payees p on p.household_id = t.household_id and p.id = t.payee_id
   where t.household_id = $1 and t.id = any($2::uuid[])`,
].join(' union all ');
