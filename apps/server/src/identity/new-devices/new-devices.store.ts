import type { Id } from '@kinwise/core/ids';
import type { OpenContext } from '../../platform/context.ts';

const LAST = 500;

/** What the browsers of a user's last sign-ins said of themselves, each once. */
export async function agentsOf(ctx: OpenContext, user: Id): Promise<string[]> {
  const rows = await ctx.db.text<{ agent: string | null }>(
    `select distinct agent from (
       select agent from security_entries where user_id = $1 and action = 'login.succeeded'
       order by at desc, id desc limit ${LAST}) last`,
    [user],
  );
  return rows.map((row) => row.agent ?? '');
}
