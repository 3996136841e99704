import type { Id } from '@kinwise/core/ids';
import type { HouseholdContext, OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type DeviceRow = {
  id: Id;
  name: string;
  agent: string;
  created_at: string;
  last_used_at: string | null;
  expires_at: string;
  failures: number;
};

const COLUMNS = ['id', 'name', 'agent', 'created_at', 'last_used_at', 'expires_at', 'failures'] as const;

export async function readDevices(ctx: HouseholdContext, id?: Id): Promise<DeviceRow[]> {
  return await ctx.db.rows(
    k
      .selectFrom('family_devices')
      .select(COLUMNS)
      .where('household_id', '=', ctx.household)
      .where('expires_at', '>', ctx.now)
      .$if(id !== undefined, (q) => q.where('id', '=', id ?? ''))
      .orderBy('created_at')
      .orderBy('id'),
  );
}

/** Devices of one household that are added at once take turns, so that none is one too many. */
export async function takeDevicesTurn(ctx: HouseholdContext): Promise<void> {
  await ctx.db.text("select pg_advisory_xact_lock(hashtextextended('family devices of ' || $1::text, 0))", [
    ctx.household,
  ]);
}

export async function insertDevice(
  ctx: HouseholdContext,
  device: { id: Id; name: string; hash: string; by: Id; expiresAt: string },
): Promise<void> {
  await ctx.db.run(
    k.insertInto('family_devices').values({
      household_id: ctx.household,
      id: device.id,
      name: device.name,
      secret_hash: device.hash,
      agent: ctx.origin.agent ?? '',
      made_by: device.by,
      created_at: ctx.now,
      expires_at: device.expiresAt,
    }),
  );
}

export async function deleteDevice(ctx: HouseholdContext, id: Id): Promise<boolean> {
  const gone = await ctx.db.run(
    k.deleteFrom('family_devices').where('household_id', '=', ctx.household).where('id', '=', id),
  );
  return gone === 1;
}

/** Where a secret leads, whoever asks. */
export async function findDevice(
  ctx: OpenContext,
  hash: string,
): Promise<{ household_id: Id; id: Id } | undefined> {
  const [row] = await ctx.db.text<{ household_id: Id; id: Id }>(
    'select household_id, id from kinwise.family_device_by_secret($1)',
    [hash],
  );
  return row;
}

export async function deleteDevicesBefore(ctx: OpenContext, before: string): Promise<void> {
  await ctx.db.text('select kinwise.forget_family_devices($1)', [before]);
}

export async function upsertPin(
  ctx: HouseholdContext,
  pin: { membership: Id; hash: string; by: Id },
): Promise<void> {
  await ctx.db.text(
    `insert into child_pins (household_id, membership_id, pin_hash, set_by, set_at) values ($1, $2, $3, $4, $5)
     on conflict (household_id, membership_id) do update
       set pin_hash = excluded.pin_hash, set_by = excluded.set_by, set_at = excluded.set_at, failures = 0`,
    [ctx.household, pin.membership, pin.hash, pin.by, ctx.now],
  );
}

export async function deletePin(ctx: HouseholdContext, membership: Id): Promise<boolean> {
  const gone = await ctx.db.run(
    k
      .deleteFrom('child_pins')
      .where('household_id', '=', ctx.household)
      .where('membership_id', '=', membership),
  );
  return gone === 1;
}

export async function readPin(
  ctx: HouseholdContext,
  membership: Id,
): Promise<{ pin_hash: string; failures: number } | undefined> {
  return await ctx.db.first(
    k
      .selectFrom('child_pins')
      .select(['pin_hash', 'failures'])
      .where('household_id', '=', ctx.household)
      .where('membership_id', '=', membership),
  );
}

export type Try = { pin_hash: string; pin_failures: number; device_failures: number };

/**
 * Counts a try, of the child and of the device at once, where neither is locked; undefined when one is. Of any number of
 * tries at once each is counted, because the rows are held while it happens.
 */
export async function countTry(
  ctx: HouseholdContext,
  at: { device: Id; membership: Id; most: number },
): Promise<Try | undefined> {
  const [row] = await ctx.db.text<Try>(
    `with held as (
       select p.pin_hash, p.failures as pin, d.failures as device from child_pins p
       join family_devices d on d.household_id = p.household_id and d.id = $3
       where p.household_id = $1 and p.membership_id = $2 for update of p, d),
     free as (select from held where pin < $4 and device < $4),
     pin as (update child_pins set failures = failures + 1
       where household_id = $1 and membership_id = $2 and exists (select from free) returning failures),
     device as (update family_devices set failures = failures + 1
       where household_id = $1 and id = $3 and exists (select from free) returning failures)
     select held.pin_hash, pin.failures as pin_failures, device.failures as device_failures from held, pin, device`,
    [ctx.household, at.membership, at.device, at.most],
  );
  return row;
}

export async function forgivePin(ctx: HouseholdContext, membership: Id): Promise<boolean> {
  const touched = await ctx.db.run(
    k
      .updateTable('child_pins')
      .set({ failures: 0 })
      .where('household_id', '=', ctx.household)
      .where('membership_id', '=', membership),
  );
  return touched === 1;
}

/** Whoever unlocks it vouches for it from now on; what the browser said of itself goes with who made it one. */
export async function forgiveDevice(ctx: HouseholdContext, id: Id, by: Id): Promise<void> {
  await ctx.db.text(
    `update family_devices set failures = 0, made_by = $3, agent = case when made_by = $3 then agent else '' end
     where household_id = $1 and id = $2`,
    [ctx.household, id, by],
  );
}

/** Locks those that take PINs and were made by nobody who may decide for children now; answers which. */
export async function lockOthers(
  ctx: HouseholdContext,
  { guardians, failures }: { guardians: readonly Id[]; failures: number },
): Promise<{ id: Id; name: string }[]> {
  return await ctx.db.text<{ id: Id; name: string }>(
    `update family_devices set failures = $3
     where household_id = $1 and expires_at > $4 and failures < $3 and made_by <> all($2::uuid[]) returning id, name`,
    [ctx.household, [...guardians], failures, ctx.now],
  );
}

export async function touchDevice(ctx: HouseholdContext, id: Id): Promise<void> {
  await ctx.db.run(
    k
      .updateTable('family_devices')
      .set({ last_used_at: ctx.now, failures: 0 })
      .where('household_id', '=', ctx.household)
      .where('id', '=', id),
  );
}
