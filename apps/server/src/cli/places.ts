import type { Id } from '@kinwise/core/ids';
import type { Ground } from '../platform/context.ts';

export type PlaceName = { household?: string | undefined; email?: string | undefined };

/** The household and member that a command works for; a sentence where the names do not settle it. */
export async function placeOf(
  ground: Ground,
  name: PlaceName,
): Promise<{ household: Id; actor: { kind: 'user'; userId: Id } } | string> {
  const { rows } = await ground.database.owner.query<{
    household: Id;
    name: string;
    user: Id;
    email: string;
  }>(
    `select h.id as household, h.name, u.id as user, u.email from households h
     join memberships m on m.household_id = h.id and m.status = 'active'
     join users u on u.id = m.user_id
     where h.deleted_at is null and ($1::text is null or lower(h.name) = lower($1) or h.id::text = lower($1))
       and ($2::text is null or lower(u.email) = lower($2) or u.username_key = lower($2))
       and ($2::text is not null or m.role = 'admin')
     order by h.created_at, m.joined_at`,
    [name.household ?? null, name.email ?? null],
  );
  const households = new Map(rows.map((row) => [row.household, row.name]));
  const [first] = rows;
  if (!first) return 'There is no such household or member. Register in the app first, or check the names.';
  if (households.size > 1) {
    // Names may be alike, ids never are.
    const names = [...households].map(([id, own]) => `"${own}" (${id})`).join(', ');
    return `There are several households: ${names}. Say which one with --household and its name or id.`;
  }
  return { household: first.household, actor: { kind: 'user', userId: first.user } };
}
