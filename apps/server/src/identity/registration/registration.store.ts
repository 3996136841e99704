import { createHash } from 'node:crypto';
import type { OpenContext } from '../../platform/context.ts';

/** Whether a household sent this invitation. Asked through the one question that is answered across households. */
export async function isInvited(ctx: OpenContext, token: string): Promise<boolean> {
  const hash = createHash('sha256').update(token).digest('base64url');
  const rows = await ctx.db.text('select 1 from kinwise.invitation_by_token($1)', [hash]);
  return rows.length > 0;
}
