import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext } from '../../platform/context.ts';
import type { Moment } from '../../platform/lists.ts';

export type AuditRow = {
  id: Id;
  at: string;
  actor_id: Id | null;
  actor_kind: string;
  action: string;
  entity: string;
  entity_id: Id | null;
  count: number;
  before: unknown;
  after: unknown;
  parts: unknown;
  risk: string;
  success: boolean;
  ip: string | null;
  agent: string | null;
  request_id: string | null;
  private_to: Id | null;
};

export type Filters = {
  readonly member_id?: Id | undefined;
  readonly actor_kind?: string | undefined;
  readonly action?: string | undefined;
  readonly entity?: string | undefined;
  readonly entity_id?: Id | undefined;
  readonly risk__in?: readonly string[] | undefined;
  readonly success?: boolean | undefined;
  /** Days of the household. */
  readonly on__gte?: string | undefined;
  readonly on__lte?: string | undefined;
};

/** The household's entries, newest first; the wall holds back what hangs on others' private accounts. */
export async function readEntries(
  ctx: HouseholdContext,
  filters: Filters,
  { place, limit }: { place?: Moment | undefined; limit: number },
): Promise<AuditRow[]> {
  const { where, values } = narrowed(ctx, filters, place && { ...place, is: place.back ? '>' : '<' });
  const order = place?.back ? 'asc' : 'desc';
  return await ctx.db.text<AuditRow>(
    `select id, at, actor_id, actor_kind, action, entity, entity_id, count, before, after, parts, risk, success, ip,
       agent, request_id, private_to
     from audit_entries where ${where} order by at ${order}, id ${order} limit ${limit}`,
    values,
  );
}

/** How many entries that is up to one of them, itself included. */
export async function countEntries(
  ctx: HouseholdContext,
  filters: Filters,
  newest: Pick<AuditRow, 'at' | 'id'>,
): Promise<number> {
  const { where, values } = narrowed(ctx, filters, { ...newest, is: '<=' });
  const [row] = await ctx.db.text<{ count: bigint }>(
    `select count(*) as count from audit_entries where ${where}`,
    values,
  );
  return Number(row?.count ?? 0n);
}

type Beside = Pick<AuditRow, 'at' | 'id'> & { readonly is: '<' | '<=' | '>' };

function narrowed(
  ctx: HouseholdContext,
  filters: Filters,
  place: Beside | undefined,
): { where: string; values: unknown[] } {
  const values: unknown[] = [ctx.household, ctx.timeZone];
  const where = ['household_id = $1', '$2::text is not null'];
  const add = (value: unknown, condition: (parameter: string) => string): void => {
    if (value === undefined) return;
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  add(filters.member_id, (p) => `actor_id = ${p}`);
  add(filters.actor_kind, (p) => `actor_kind = ${p}`);
  add(filters.action, (p) => `action = ${p}`);
  add(filters.entity, (p) => `entity = ${p}`);
  add(filters.entity_id, (p) => `entity_id = ${p}`);
  add(filters.risk__in, (p) => `risk = any(${p}::text[])`);
  add(filters.success, (p) => `success = ${p}`);
  add(filters.on__gte, (p) => `at >= (${p}::date::timestamp at time zone $2)`);
  add(filters.on__lte, (p) => `at < ((${p}::date + 1)::timestamp at time zone $2)`);
  if (place) {
    values.push(place.at, place.id);
    where.push(`(at, id) ${place.is} ($${values.length - 1}::timestamptz, $${values.length}::uuid)`);
  }
  return { where: where.join(' and '), values };
}
