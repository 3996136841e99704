import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';
import { k } from '../../platform/database.ts';

export type AcceptanceRow = { document: string; document_version: string; accepted_at: string };

/** What somebody accepted, the last first. */
export async function readAcceptances(ctx: OpenContext, user: Id): Promise<AcceptanceRow[]> {
  return await ctx.db.rows(
    k
      .selectFrom('acceptances')
      .select(['document', 'document_version', 'accepted_at'])
      .where('user_id', '=', user)
      .orderBy('accepted_at', 'desc'),
  );
}

export async function insertAcceptances(
  ctx: OpenContext,
  user: Id,
  documents: readonly { document: string; version: string }[],
): Promise<void> {
  await ctx.db.run(
    k
      .insertInto('acceptances')
      .values(
        documents.map(({ document, version }) => ({
          user_id: user,
          document,
          document_version: version,
          accepted_at: ctx.now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing()),
  );
}
