/** What scenes are made of: calls that have to succeed, and people who come along. */
import type { Id } from '@kinwise/core/ids';
import type { Answer } from '../world.ts';
import type { Where } from './scenes.ts';

let counted = 0;

export function count(): number {
  counted += 1;
  return counted;
}

export async function post(where: Where, path: string, body: unknown): Promise<Answer['body']> {
  const headers = { 'x-household-id': where.household };
  const answer = await where.world.as(where.person).post(path, body, headers);
  if (answer.status >= 300)
    throw new Error(`${path} answers ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Somebody new in the household, so that no sweep takes the people of the world away. */
export async function newcomer(
  { world, household }: Where,
  role = 'flatmate',
): Promise<{ user: Id; membership: Id }> {
  const [row] = await world.sql<{ user: Id; membership: Id }>(
    `with person as (
       insert into users (id, email, email_key, first_name, email_verified_at, created_at, updated_at)
       select u, u || '@example.org', u || '@example.org', 'Newcomer', now(), now(), now() from gen_random_uuid() u
       returning id)
     insert into memberships (household_id, id, user_id, role, is_primary, joined_at, created_at, updated_at)
     select $1, gen_random_uuid(), person.id, $2, true, now(), now(), now() from person
     returning user_id as "user", id as membership`,
    [household, role],
  );
  if (!row) throw new Error('nobody came');
  return row;
}
