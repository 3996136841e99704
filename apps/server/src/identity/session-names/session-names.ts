/** Names that people give the devices they are signed in on, so that they know them again in the list. */
import type { Id } from '@kinwise/core/ids';
import type { UserContext } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';
import { note } from '../security/security.ts';
import { listSessions, updateName } from '../sessions/sessions.ts';

export async function renameSession(
  ctx: UserContext,
  { session, name }: { session: Id; name: string },
): Promise<Awaited<ReturnType<typeof listSessions>>[number]> {
  const { userId: user, sessionId: current } = ctx.actor;
  const written = await updateName(ctx, { user, session }, name);
  const renamed = (await listSessions(ctx, { user, current })).find((one) => one.id === session);
  if (!written || !renamed) throw new Problem('RESOURCE_3001', 'You have no such session.');
  await note(ctx, { action: 'session.renamed', user, session });
  return renamed;
}
