import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type ConsentRow = {
  purpose: string;
  purpose_version: string;
  granted: boolean;
  given_by: Id;
  given_at: string;
};

const COLUMNS = ['purpose', 'purpose_version', 'granted', 'given_by', 'given_at'] as const;

/** Everything that was ever said for somebody, the newest first. */
export async function readConsents(ctx: OpenContext, user: Id): Promise<ConsentRow[]> {
  return await ctx.db.rows(
    k
      .selectFrom('consents')
      .select(COLUMNS)
      .where('user_id', '=', user)
      .orderBy('given_at', 'desc')
      .orderBy('id', 'desc'),
  );
}

export async function readLast(ctx: OpenContext, user: Id, purpose: string): Promise<ConsentRow | undefined> {
  return await ctx.db.first(
    k
      .selectFrom('consents')
      .select(COLUMNS)
      .where('user_id', '=', user)
      .where('purpose', '=', purpose)
      .orderBy('given_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1),
  );
}

export async function insertConsent(
  ctx: OpenContext,
  consent: { user: Id; purpose: string; version: string; granted: boolean; by: Id },
): Promise<void> {
  await ctx.db.run(
    k.insertInto('consents').values({
      id: newId(),
      user_id: consent.user,
      purpose: consent.purpose,
      purpose_version: consent.version,
      granted: consent.granted,
      given_by: consent.by,
      given_at: ctx.now,
    }),
  );
}

/** Whether a guardian decides for somebody; asked through the one question that is answered across households. */
export async function readIsChild(ctx: OpenContext, user: Id): Promise<boolean> {
  const year = Number(ctx.now.slice(0, 4));
  const [row] = await ctx.db.text<{ decides: boolean }>(
    'select kinwise.guardian_decides($1, $2) as decides',
    [user, year],
  );
  return row?.decides ?? false;
}
