import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type DeviceRow = { user_id: Id; secret_cipher: string; confirmed_at: string | null };

export async function findDevice(ctx: OpenContext, user: Id): Promise<DeviceRow | undefined> {
  return await ctx.db.first(
    k
      .selectFrom('totp_devices')
      .select(['user_id', 'secret_cipher', 'confirmed_at'])
      .where('user_id', '=', user),
  );
}

/** Keeps the secret of an app that has given no code yet; false when one that counts is there. */
export async function upsertWaiting(ctx: OpenContext, user: Id, cipher: string): Promise<boolean> {
  const row = await ctx.db.first(
    k
      .insertInto('totp_devices')
      .values({ user_id: user, secret_cipher: cipher, created_at: ctx.now })
      .onConflict((conflict) =>
        conflict
          .column('user_id')
          .doUpdateSet({ secret_cipher: cipher, created_at: ctx.now })
          .where('totp_devices.confirmed_at', 'is', null),
      )
      .returning('user_id'),
  );
  return row !== undefined;
}

/** The very secret that gave the code, if it still waits. */
export async function confirmDevice(ctx: OpenContext, device: DeviceRow, step: number): Promise<boolean> {
  const row = await ctx.db.first(
    k
      .updateTable('totp_devices')
      .set({ confirmed_at: ctx.now, last_step: BigInt(step) })
      .where('user_id', '=', device.user_id)
      .where('secret_cipher', '=', device.secret_cipher)
      .where('confirmed_at', 'is', null)
      .returning('user_id'),
  );
  return row !== undefined;
}

/** Compares and sets in one statement: of two calls with one code, one gets the row. An app that waits gets none. */
export async function advance(ctx: OpenContext, user: Id, step: number): Promise<boolean> {
  const row = await ctx.db.first(
    k
      .updateTable('totp_devices')
      .set({ last_step: BigInt(step) })
      .where('user_id', '=', user)
      .where('confirmed_at', 'is not', null)
      .where('last_step', '<', BigInt(step))
      .returning('user_id'),
  );
  return row !== undefined;
}

export async function deleteDevice(
  ctx: OpenContext,
  user: Id,
): Promise<Pick<DeviceRow, 'confirmed_at'> | undefined> {
  return await ctx.db.first(
    k.deleteFrom('totp_devices').where('user_id', '=', user).returning('confirmed_at'),
  );
}
