import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type KeyRow = { id: string; public_key: string; private_cipher: string; created_at: string };

const COLUMNS = ['id', 'public_key', 'private_cipher', 'created_at'] as const;

export async function newestKey(ctx: OpenContext): Promise<KeyRow | undefined> {
  return await ctx.db.first(
    k.selectFrom('signing_keys').select(COLUMNS).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(1),
  );
}

export async function keyById(ctx: OpenContext, id: string): Promise<KeyRow | undefined> {
  return await ctx.db.first(k.selectFrom('signing_keys').select(COLUMNS).where('id', '=', id));
}

/** Nodes that start together take turns to look for a key before they make one. */
export async function takeKeyTurn(ctx: OpenContext): Promise<void> {
  await ctx.db.text("select pg_advisory_xact_lock(hashtext('kinwise signing keys'))");
}

export async function insertKey(ctx: OpenContext, key: KeyRow): Promise<void> {
  await ctx.db.run(k.insertInto('signing_keys').values(key));
}

export async function deleteKeysBefore(ctx: OpenContext, before: string, except: string): Promise<void> {
  await ctx.db.run(k.deleteFrom('signing_keys').where('created_at', '<', before).where('id', '<>', except));
}

/** Whether somebody is staff: their tokens live shorter. */
export async function isStaffMember(ctx: OpenContext, user: Id): Promise<boolean> {
  const row = await ctx.db.first(k.selectFrom('staff_members').select('role').where('user_id', '=', user));
  return row !== undefined;
}
