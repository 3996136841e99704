/** Organisations, as staff see them: who owns one, how much room it has bought, and who asks for more. */
import type { Id } from '@kinwise/core/ids';
import { capacityOf, lockOrganisation } from '../../home/organisations/organisations.ts';
import { recordAct } from '../../identity/staff-acts/staff-acts.ts';
import { staffRoleOf } from '../../identity/staff-members/staff-members.ts';
import type { UserContext } from '../../platform/context.ts';
import { pageByTime } from '../../platform/lists.ts';
import { Problem, stale } from '../../platform/problems.ts';
import { sought } from '../sought/sought.ts';
import { organisationOnTheWire } from './staff-organisations.schema.ts';
import type {
  StaffOrganisationsQuery,
  TierBody,
  WireStaffOrganisation,
} from './staff-organisations.schema.ts';
import { readAll, setTier } from './staff-organisations.store.ts';
import type { OrganisationRow } from './staff-organisations.store.ts';

const SORT = '-created_at';

export async function listAll(ctx: UserContext, query: StaffOrganisationsQuery) {
  const { q, asking } = query;
  const { rows, meta } = await pageByTime(ctx.ground, query, {
    sort: SORT,
    filters: { q, asking },
    by: 'created_at',
    read: async (from, limit) => await readAll(ctx, { ...sought(q), asking: asking === 'true', from, limit }),
  });
  return { results: rows.map((row) => onTheWire(ctx, row)), _meta: meta };
}

export async function showOne(ctx: UserContext, id: Id): Promise<WireStaffOrganisation> {
  const [row] = await readAll(ctx, { one: id, limit: 1 });
  if (!row) throw noSuchOrganisation();
  return onTheWire(ctx, row);
}

/** Room is bought, so that staff alone give it. Lowering leaves the households that are there, and lets no more in. */
export async function giveTier(
  ctx: UserContext,
  at: { id: Id; ifVersion: number | undefined },
  { tier, reason }: TierBody,
): Promise<WireStaffOrganisation> {
  await lockOrganisation(ctx, at.id);
  const before = await showOne(ctx, at.id);
  if (at.ifVersion !== undefined && at.ifVersion !== before.version) throw stale(before);
  if (!(await setTier(ctx, at.id, tier))) throw noSuchOrganisation();
  const staff = ctx.actor.userId;
  const details = { organisation: at.id, before: before.tier, after: tier };
  const role = await staffRoleOf(ctx, staff);
  await recordAct(ctx, {
    action: 'organisation.tier_set',
    staff,
    role,
    user: before.owner.id,
    reason,
    details,
  });
  return await showOne(ctx, at.id);
}

function onTheWire(ctx: UserContext, row: OrganisationRow): WireStaffOrganisation {
  return organisationOnTheWire(row, (tier) => capacityOf(ctx, tier));
}

function noSuchOrganisation(): Problem {
  return new Problem('RESOURCE_3001', 'There is no such organisation.');
}
