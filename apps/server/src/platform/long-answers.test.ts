import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSigningWorld } from '../../test/signing-in.ts';
import type { SigningWorld } from '../../test/signing-in.ts';
import { homeWithMoney, staffPerson } from '../../test/staff-people.ts';
import { requireOpen } from '../identity/sessions/sessions.ts';
import { requireStaff } from '../identity/staff-members/staff-members.ts';
import { makeLog } from './log.ts';
import { againAsUser, againInHousehold, flowing } from './long-answers.ts';

const LOG = makeLog('silent');

/** Pieces of a quarter of a megabyte, and how many were asked for. */
function pieces(many: number): { asked: () => number; rest: AsyncIterable<string> } {
  let asked = 0;
  return {
    asked: () => asked,
    rest: (async function* () {
      while (asked < many) {
        asked += 1;
        yield await Promise.resolve('x'.repeat(262_144));
      }
    })(),
  };
}

describe('a long answer', () => {
  it('is whole, and reads no further than its reader has taken', async () => {
    const long = pieces(400);
    const stream = flowing(LOG, 'first', long.rest);
    await once(stream, 'readable');
    let taken = 0;
    let ahead = 0;
    for await (const chunk of stream) {
      taken += (chunk as Buffer).length;
      ahead = Math.max(ahead, long.asked() * 262_144 - taken);
    }
    expect(taken).toBe(5 + 400 * 262_144);
    expect(ahead).toBeLessThan(4 * 262_144);
  });

  it('is read no further once its reader has gone', async () => {
    const long = pieces(400);
    const stream = flowing(LOG, '', long.rest);
    await once(stream, 'readable');
    const gone = once(stream, 'close');
    stream.destroy();
    await gone;
    expect(long.asked()).toBeLessThan(5);
  });

  it('breaks off instead of ending, when a piece cannot be read', async () => {
    const rest = (async function* () {
      yield await Promise.resolve('a');
      throw new Error('gone');
    })();
    const read = async (): Promise<string[]> => {
      const texts: string[] = [];
      for await (const chunk of flowing(LOG, 'first', rest)) texts.push(String(chunk));
      return texts;
    };
    await expect(read()).rejects.toThrow('gone');
  });
});

describe('each piece of a long answer', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld();
  }, 60_000);
  afterAll(async () => {
    await signing.close();
  });

  const sessionOf = async (user: string): Promise<string> => {
    const [row] = await signing.world.sql<{ id: string }>(
      'select id from sessions where user_id = $1 and ended_at is null order by created_at desc limit 1',
      [user],
    );
    return row?.id ?? '';
  };
  const actorOf = async (userId: string) =>
    ({ kind: 'user', userId, sessionId: await sessionOf(userId) }) as const;
  const origin = { requestId: 'test' };
  const parts = () => ({ opener: signing.world.program.opener, requireOpen, requireStaff });
  const nothing = async (): Promise<string> => await Promise.resolve('read');

  it('asks for the role in the household, the membership and the session anew', async () => {
    const home = await homeWithMoney(signing, 'hinemoa');
    const at = { household: home.household, actor: await actorOf(home.id), origin };
    const again = againInHousehold(parts(), { requires: 'audit.view' }, at);
    const role = async (to: string) =>
      await signing.world.sql('update memberships set role = $1 where user_id = $2', [to, home.id]);
    expect(await again(nothing)).toBe('read');
    await role('parent');
    await expect(again(nothing)).rejects.toMatchObject({ code: 'AUTH_1005' });
    await role('admin');
    expect(await again(nothing)).toBe('read');
    await home.browser.post('auth/logout/');
    await expect(again(nothing)).rejects.toMatchObject({ code: 'AUTH_1003' });
  });

  it('asks staff for their role anew', async () => {
    const staff = await staffPerson(signing, 'manager', 'manager');
    const again = againAsUser(parts(), { staff: 'manager' }, { actor: await actorOf(staff.id), origin });
    expect(await again(nothing)).toBe('read');
    await signing.world.sql("update staff_members set role = 'viewer' where user_id = $1", [staff.id]);
    await expect(again(nothing)).rejects.toMatchObject({ code: 'AUTH_1052' });
    const own = againAsUser(parts(), {}, { actor: await actorOf(staff.id), origin });
    expect(await own(nothing)).toBe('read');
    await staff.browser.post('auth/logout/');
    await expect(own(nothing)).rejects.toMatchObject({ code: 'AUTH_1003' });
  });

  it('gives a member who has left nothing more, though staff may look in by then', async () => {
    const home = await homeWithMoney(signing, 'kahu');
    const staff = await staffPerson(signing, 'looker', 'manager');
    const invited = await home.browser.post(`households/${home.household}/invitations/`, { role: 'parent' });
    const token = new URL(invited.body.link).searchParams.get('token');
    expect((await staff.browser.post(`invitations/by-token/${token}/accept/`)).status).toBe(200);
    const at = { household: home.household, actor: await actorOf(staff.id), origin };
    const again = againInHousehold(parts(), { requires: 'transactions.view' }, at);
    expect(await again(nothing)).toBe('read');
    expect((await staff.browser.post(`households/${home.household}/leave/`)).status).toBe(204);
    const why = { reason: 'An import shows doubled entries, as they wrote', minutes: 10 };
    const path = `admin/households/${home.household}/access/`;
    expect((await staff.browser.post(path, why)).status).toBe(201);
    await expect(again(nothing)).rejects.toMatchObject({ code: 'RESOURCE_3001' });
  });
});
