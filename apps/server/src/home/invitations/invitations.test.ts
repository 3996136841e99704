import type { Id } from '@kinwise/core/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOW_MS, makeWorld } from '../../../test/world.ts';
import type { Answer, Person, World } from '../../../test/world.ts';
import { unsealed } from '../../platform/encryption.ts';

const DAY_MS = 86_400_000;

describe('invitations', () => {
  let world: World;
  let home: string;
  beforeEach(async () => {
    world = await makeWorld();
    home = `households/${world.household}/invitations/`;
  });
  afterEach(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
  });

  async function invite(body: Record<string, unknown>, by: Person = 'mere'): Promise<Answer> {
    return await world.as(by).post(home, { role: 'observer', ...body });
  }

  function tokenOf(answer: Answer): string {
    return new URL(answer.body.link).hash.replace('#token=', '');
  }

  async function look(token: string): Promise<Answer> {
    return await world.anonymous().get(`invitations/by-token/${token}/`);
  }

  async function accept(token: string, by: Person = 'zed'): Promise<Answer> {
    return await world.as(by).post(`invitations/by-token/${token}/accept/`);
  }

  /** The letters that wait to be sent. */
  async function letters(): Promise<{ to: string; letter: Record<string, unknown> }[]> {
    const rows = await world.sql<{ payload: { sealed: string } }>(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'letters.send' order by j.id`,
    );
    return rows.map((row) => JSON.parse(unsealed(world.program.ground, row.payload.sealed)));
  }

  async function verify(person: Person, email_verified_at: string | null): Promise<void> {
    await world.sql('update users set email_verified_at = $2 where id = $1', [
      world.ids[person],
      email_verified_at,
    ]);
  }

  it('bring a guest in by a link, with the role they name and no other', async () => {
    const made = await invite({ role: 'flatmate', expires_in_days: 3 });
    expect(made).toMatchObject({
      status: 201,
      body: {
        email: null,
        role: 'flatmate',
        status: 'pending',
        inviter_name: 'Mere',
        expires_at: '2026-11-25T02:30:00Z',
        available_actions: ['resend', 'revoke'],
      },
    });
    expect(made.body.link).toMatch(/^http:\/\/localhost:8000\/invitation#token=[\w-]{43}$/);
    expect(await look(tokenOf(made))).toMatchObject({
      status: 200,
      body: { household_name: 'Ngata whānau', inviter_name: 'Mere', role: 'flatmate', email_hint: null },
    });
    const joined = await accept(tokenOf(made));
    expect(joined).toMatchObject({
      status: 200,
      body: { id: world.household, role: 'flatmate', members_count: 7 },
    });
    const list = await world.as('mere').get(home);
    expect(list.body.results).toMatchObject([
      { status: 'accepted', accepted_by: world.ids.zed, available_actions: [] },
    ]);
    expect(list.body.results[0].link).toBeUndefined();
  });

  it('never move a guest out of the households they have: the primary one stays', async () => {
    await accept(tokenOf(await invite({})));
    const mine = await world.as('zed').get('households/');
    expect(mine.body.results).toMatchObject([
      { id: world.foreign, role: 'admin', is_primary: true },
      { id: world.household, role: 'observer', is_primary: false },
    ]);
  });

  it('are told in the log and the audit in the name of the guest', async () => {
    const made = await invite({});
    await accept(tokenOf(made));
    const audit = await world.sql<{ action: string; actor_id: Id }>(
      'select action, actor_id from audit_entries where household_id = $1 order by id',
      [world.household],
    );
    expect(audit.map((row) => row.action)).toEqual([
      'invitation.sent',
      'invitation.changed',
      'member.joined',
    ]);
    expect(audit.map((row) => row.actor_id)).toEqual([world.ids.mere, world.ids.zed, world.ids.zed]);
    expect(JSON.stringify(await world.sql('select * from audit_entries'))).not.toContain(tokenOf(made));
  });

  it('keep only the hash of their token', async () => {
    const token = tokenOf(await invite({ email: 'zed@example.org' }));
    expect(JSON.stringify(await world.sql('select * from invitations'))).not.toContain(token);
    const jobs = await world.sql('select payload from graphile_worker._private_jobs');
    expect(JSON.stringify(jobs)).not.toContain(token);
  });

  it('go by mail to who is named, once for each sending', async () => {
    const made = await invite({ email: 'Hana@Example.org', message: 'Nau mai!', expires_in_days: 5 });
    expect(await letters()).toMatchObject([
      {
        to: 'Hana@Example.org',
        letter: {
          kind: 'invitation',
          household_name: 'Ngata whānau',
          inviter_name: 'Mere',
          message: 'Nau mai!',
          link: made.body.link,
          days: 5,
        },
      },
    ]);
    await invite({});
    expect(await letters()).toHaveLength(1);
  });

  it('that name an address are only for the user who proved to own it', async () => {
    const token = tokenOf(await invite({ email: 'ZED@example.org' }));
    expect((await look(token)).body.email_hint).toBe('Z***@example.org');
    await world.as('zed').post('households/', { name: 'Elsewhere' });
    await verify('zed', null);
    expect(await accept(token)).toMatchObject({ status: 403, body: { error_code: 'AUTH_1004' } });
    await verify('zed', '2026-11-01T00:00:00Z');
    expect((await accept(token)).status).toBe(200);
  });

  it('that name another address are refused, and say which only by a hint', async () => {
    const answer = await accept(tokenOf(await invite({ email: 'hana@example.org' })));
    expect(answer).toMatchObject({ status: 403, body: { error_code: 'AUTH_1010' } });
    expect(JSON.stringify(answer.body)).not.toContain('hana@example.org');
  });

  it('die when they are sent again, and the new link lives', async () => {
    const made = await invite({ email: 'zed@example.org' });
    const again = await world.as('tama').post(`invitations/${made.body.id}/resend/`, { expires_in_days: 30 });
    expect(again).toMatchObject({
      status: 200,
      body: { status: 'pending', expires_at: '2026-12-22T02:30:00Z', inviter_name: 'Tama', version: 2 },
    });
    expect((await look(tokenOf(made))).status).toBe(404);
    expect((await accept(tokenOf(made))).status).toBe(404);
    expect((await accept(tokenOf(again))).status).toBe(200);
    expect(await letters()).toHaveLength(2);
  });

  it('that are revoked, too old or used up say so, and come back only where they may', async () => {
    const revoked = await invite({});
    expect((await world.as('mere').post(`invitations/${revoked.body.id}/revoke/`)).body.status).toBe(
      'revoked',
    );
    const used = await invite({});
    await accept(tokenOf(used));
    const old = await invite({ expires_in_days: 1 });
    world.clock.moveTo(NOW_MS + DAY_MS);
    for (const made of [revoked, used, old]) {
      expect(await look(tokenOf(made))).toMatchObject({ status: 400, body: { error_code: 'AUTH_1008' } });
      expect((await accept(tokenOf(made), 'sam')).status).toBe(400);
    }
    for (const made of [revoked, used])
      expect((await world.as('mere').post(`invitations/${made.body.id}/resend/`)).status).toBe(422);
    expect((await world.as('mere').post(`invitations/${old.body.id}/revoke/`)).status).toBe(422);
    expect((await world.as('mere').get(home)).body.results[0]).toMatchObject({
      status: 'expired',
      available_actions: ['resend'],
    });
    expect((await world.as('mere').post(`invitations/${old.body.id}/resend/`)).status).toBe(200);
  });

  it('that ran out are marked in the night, with a change for those who keep copies', async () => {
    await invite({ expires_in_days: 1 });
    world.clock.moveTo(NOW_MS + 2 * DAY_MS);
    const { opener } = world.program;
    const at = {
      household: world.household,
      actor: { kind: 'system' },
      origin: { requestId: 'night' },
    } as const;
    const job = (await import('./invitations.jobs.ts')).jobs[0];
    await opener.inHousehold(at, async (ctx) => {
      if (job?.kind === 'daily') await job.work(ctx);
    });
    expect(await world.sql('select status from invitations')).toEqual([{ status: 'expired' }]);
    const [last] = await world.sql('select event from changes order by seq desc limit 1');
    expect(last).toEqual({ event: 'invitation.changed' });
  });

  it('give no role above that of who invites', async () => {
    for (const role of ['admin', 'parent']) expect((await invite({ role }, 'tama')).status).toBe(403);
    expect((await invite({ role: 'teen' }, 'tama')).status).toBe(201);
    expect((await invite({ role: 'observer' }, 'sam')).status).toBe(403);
    const admin = await invite({ role: 'admin' });
    expect((await world.as('tama').post(`invitations/${admin.body.id}/revoke/`)).status).toBe(403);
    expect((await world.as('tama').post(`invitations/${admin.body.id}/resend/`)).status).toBe(403);
  });

  it('are dead once who sent them may not give that role any more', async () => {
    const made = await invite({ role: 'teen' }, 'tama');
    const members = await world.as('mere').get(`households/${world.household}/members/`);
    const tama = members.body.results.find((one: { display_name: string }) => one.display_name === 'Tama');
    await world.as('mere').patch(`memberships/${tama.id}/`, { role: 'observer' });
    expect((await look(tokenOf(made))).status).toBe(400);
    expect((await accept(tokenOf(made))).status).toBe(400);
  });

  it('are dead once their household is deleted', async () => {
    const made = await invite({});
    await world
      .as('mere')
      .delete(`households/${world.household}/?confirm=${encodeURIComponent('Ngata whānau')}`);
    expect((await look(tokenOf(made))).status).toBe(404);
    expect((await accept(tokenOf(made))).status).toBe(404);
  });

  it('are one for each address, and none for who belongs already', async () => {
    const made = await invite({ email: 'hana@example.org' });
    expect(await invite({ email: 'HANA@example.org' })).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/email', code: 'invited' }] },
    });
    expect((await invite({ email: 'Sam@example.org' })).body.errors[0].code).toBe('member');
    await world.as('mere').post(`invitations/${made.body.id}/revoke/`);
    expect((await invite({ email: 'hana@example.org', expires_in_days: 1 })).status).toBe(201);
    world.clock.moveTo(NOW_MS + 2 * DAY_MS);
    expect((await invite({ email: 'hana@example.org' })).status).toBe(201);
  });

  it('do not tell whether the address has an account', async () => {
    const shape = (answer: Answer): unknown => [answer.status, Object.keys(answer.body).sort()];
    expect(shape(await invite({ email: 'zed@example.org' }))).toEqual(
      shape(await invite({ email: 'nobody@example.org' })),
    );
  });

  it('do not exist for strangers, and unknown tokens lead nowhere', async () => {
    const made = await invite({});
    expect((await world.as('zed').get(home)).status).toBe(404);
    for (const action of ['resend', 'revoke'])
      expect((await world.as('zed').post(`invitations/${made.body.id}/${action}/`)).status).toBe(404);
    for (const token of ['x', 'a'.repeat(43), '%00', `${tokenOf(made)}x`])
      expect((await look(token)).status).toBe(404);
    expect((await world.anonymous().post(`invitations/by-token/${tokenOf(made)}/accept/`)).status).toBe(401);
  });

  it('who belongs already is told so', async () => {
    expect(await accept(tokenOf(await invite({})), 'sam')).toMatchObject({
      status: 409,
      body: { error_code: 'RESOURCE_3002' },
    });
  });

  it.each([
    [{}, '/role'],
    [{ role: 'owner' }, '/role'],
    [{ role: 'teen', email: 'not an address' }, '/email'],
    [{ role: 'teen', expires_in_days: 0 }, '/expires_in_days'],
    [{ role: 'teen', expires_in_days: 31 }, '/expires_in_days'],
    [{ role: 'teen', expires_in_days: 1.5 }, '/expires_in_days'],
    [{ role: 'teen', message: 'x'.repeat(501) }, '/message'],
    [{ role: 'teen', token: 'mine' }, '/token'],
  ])('refuse %j and name the field', async (body, pointer) => {
    const answer = await world.as('mere').post(home, body);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });
});

describe('links of invitations', () => {
  it('cannot be guessed at speed from one address', async () => {
    const world = await makeWorld({ settings: { RATE_LIMITS: 'on' } });
    const statuses: number[] = [];
    for (let n = 0; n < 62; n += 1)
      statuses.push((await world.anonymous().get(`invitations/by-token/guess-${n}/`)).status);
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(404));
    expect(statuses.slice(60)).toEqual([429, 429]);
    await world.close();
  });
});
