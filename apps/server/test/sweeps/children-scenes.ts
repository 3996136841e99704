/** What the sweeps have to know of children whom guardians look after. */
import type { Id } from '@kinwise/core/ids';
import type { Make, Request, Where } from './scenes.ts';

type Scene = (where: Where, make: Make) => Promise<Partial<Request>>;

export const CHILD_MAKERS: Readonly<Record<string, (where: Where) => Promise<Id>>> = {
  'children/:id/sessions/:session_id': async ({ world }) => await random(world),
  'children/:id/exports/:export_id': async ({ world }) => await random(world),
};

export const CHILD_SCENES: Readonly<Record<string, Scene>> = {
  'POST children/:id/keep/': async (where, make) => {
    const id = await make('children/', where);
    await where.world.as(where.person).delete(`children/${id}/`, at(where));
    return { path: `children/${id}/keep/` };
  },
  'DELETE children/:id/sessions/:session_id/': async (where, make) => {
    const id = await make('children/', where);
    const [row] = await where.world.sql<{ id: Id }>(
      `insert into sessions (id, user_id, client, remembered, factors, created_at, last_seen_at, expires_at, last_day_at)
       select gen_random_uuid(), user_id, 'web', false, '{pin}', $2, $2, $3, $3 from memberships where id = $1 returning id`,
      [id, '2026-11-22T00:00:00Z', '2026-12-22T00:00:00Z'],
    );
    return { path: `children/${id}/sessions/${row?.id}/` };
  },
  'DELETE children/:id/link/': async (where, make) => await after(where, make, { do: 'link/', body: {} }),
  'DELETE children/:id/pin/': async (where, make) =>
    await after(where, make, { do: 'pin/', body: { pin: '4071' } }),
  'POST children/:id/pin/unlock/': async (where, make) =>
    await after(where, make, { do: 'pin/', body: { pin: '4071' }, path: 'pin/unlock/' }),
  'DELETE children/:id/grow-up/': async (where, make) =>
    await after(where, make, { do: 'grow-up/', body: { email: 'tall@example.org' } }),
  'GET children/:id/exports/:export_id/download/': async (where, make) => {
    const id = await make('children/', where);
    const [row] = await where.world.sql<{ id: Id }>(
      `insert into data_exports (id, user_id, status, requested_at)
       select gen_random_uuid(), user_id, 'removed', now() from memberships where id = $1 returning id`,
      [id],
    );
    return { path: `children/${id}/exports/${row?.id}/download/` };
  },
};

export const CHILD_SIGN_IN: Readonly<Record<string, string>> = {
  'POST auth/child-link/look/': 'shows a name and changes nothing',
  'POST auth/child-link/': 'login.succeeded: child-links.test.ts',
  'POST auth/family/sign-in/': 'login.succeeded and child.pin_failed: family-devices.test.ts',
  'POST auth/grow-up/look/': 'shows a name and changes nothing',
  'POST auth/grow-up/': 'child.grown_up: growing-up.test.ts',
};

/** Devices of the family are asked for when somebody looks at them; nothing works without signal there anyway. */
export const FAMILY_DEVICES: Readonly<Record<string, string>> = {
  'POST family-devices/': 'the list of family devices is read when somebody looks at it',
  'DELETE family-devices/:id/': 'the list of family devices is read when somebody looks at it',
  'POST family-devices/:id/unlock/': 'the list of family devices is read when somebody looks at it',
};

async function after(
  where: Where,
  make: Make,
  story: { do: string; body: object; path?: string },
): Promise<Partial<Request>> {
  const id = await make('children/', where);
  const answer = await where.world.as(where.person).post(`children/${id}/${story.do}`, story.body, at(where));
  if (answer.status >= 300)
    throw new Error(`${story.do} answers ${answer.status} ${JSON.stringify(answer.body)}`);
  return { path: `children/${id}/${story.path ?? story.do}` };
}

function at({ household }: Where): Record<string, string> {
  return { 'x-household-id': household };
}

async function random(world: Where['world']): Promise<Id> {
  const [row] = await world.sql<{ id: Id }>('select gen_random_uuid() as id');
  return row?.id ?? '';
}
