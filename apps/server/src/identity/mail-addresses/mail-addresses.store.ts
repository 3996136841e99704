import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type AddressRow = {
  undeliverable_at: string | null;
  complained_at: string | null;
  refused_at: string | null;
};

export type Mark =
  | { readonly undeliverable_at: string; readonly undeliverable_code: string }
  | { readonly complained_at: string }
  | { readonly refused_at: string };

export async function readAddress(ctx: OpenContext, hash: string): Promise<AddressRow | undefined> {
  return await ctx.db.first(
    k
      .selectFrom('mail_addresses')
      .select(['undeliverable_at', 'complained_at', 'refused_at'])
      .where('address_hash', '=', hash),
  );
}

export async function upsertMark(ctx: OpenContext, hash: string, mark: Mark): Promise<void> {
  await ctx.db.run(
    k
      .insertInto('mail_addresses')
      .values({ address_hash: hash, ...mark, changed_at: ctx.now })
      .onConflict((conflict) =>
        conflict.column('address_hash').doUpdateSet({ ...mark, changed_at: ctx.now }),
      ),
  );
}

export async function deleteAddress(ctx: OpenContext, hash: string): Promise<void> {
  await ctx.db.run(k.deleteFrom('mail_addresses').where('address_hash', '=', hash));
}

/** A wish to be left alone has no age. */
export async function deleteMarksBefore(ctx: OpenContext, before: string): Promise<void> {
  await ctx.db.run(
    k.deleteFrom('mail_addresses').where('changed_at', '<', before).where('refused_at', 'is', null),
  );
}
