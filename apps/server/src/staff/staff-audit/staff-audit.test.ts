import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { happened } from '../../events.ts';
import { makeSigningWorld } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';
import { homeWithMoney, staffPerson } from '../../../test/staff-people.ts';
import type { StaffPerson } from '../../../test/staff-people.ts';

type Home = Awaited<ReturnType<typeof homeWithMoney>>;
type Entry = { id: string; at: string; action: string; source: string; entity_id: string | null };

const AT = 'admin/audit/';

let signing: SigningWorld;
let viewer: StaffPerson;
let manager: StaffPerson;
let home: Home;
let other: Home;

beforeAll(async () => {
  signing = await makeSigningWorld({ nodes: 2 });
  home = await homeWithMoney(signing, 'hinemoa');
  other = await homeWithMoney(signing, 'zoe');
  viewer = await staffPerson(signing, 'viewer', 'viewer');
  manager = await staffPerson(signing, 'manager', 'manager');
}, 60_000);
afterAll(async () => {
  expect(await signing.world.brokenInvariants()).toEqual([]);
  await signing.close();
});

const read = async (query = ''): Promise<Entry[]> => {
  const answer = await viewer.browser.get(`${AT}?page_size=100${query}`);
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
  return answer.body.results;
};
const actions = (entries: readonly Entry[]) => [...new Set(entries.map(({ action }) => action))];

describe('the audit of the installation', () => {
  it('shows staff what happened in households and around accounts, and nothing of what was in it', async () => {
    const all = await read();
    expect(all.map(({ source }) => source)).toContain('household');
    expect(all.map(({ source }) => source)).toContain('security');
    expect(actions(all)).toContain('transaction.created');
    expect(JSON.stringify(all)).not.toMatch(
      /Grocer|Surprise|Secret jar|Everyday|9\.00|"(before|after|details)"/,
    );
  });

  it('leaves out what hangs on a private account, by whichever filter it is asked for', async () => {
    const hidden = await signing.world.sql<{ id: string; entity_id: string; request_id: string }>(
      'select id, entity_id, request_id from audit_entries where private_to is not null and entity_id is not null',
    );
    expect(hidden.length).toBeGreaterThan(1);
    for (const { id, entity_id: about, request_id: call } of hidden)
      for (const query of [
        '',
        `&entity_id=${about}`,
        `&request_id=${call}`,
        `&household_id=${home.household}`,
      ])
        expect((await read(query)).map((entry) => entry.id)).not.toContain(id);
  });

  it('does not exist for who is no staff, nor is it answered by the database', async () => {
    expect((await home.browser.get(AT)).status).toBe(404);
    const opener = signing.world.program.opener;
    const rows = await opener.outside({ user: home.id, origin: { requestId: 'test' } }, async (ctx) =>
      ctx.db.text("select * from kinwise.staff_audit('{}', null, null, false, 10)"),
    );
    expect(rows).toEqual([]);
  });

  it('is narrowed by person, household, action, risk, success, time, address, request and thing', async () => {
    const mine = await read(`&actor_id=${home.id}`);
    expect(mine.length).toBeGreaterThan(5);
    expect(mine.every((one) => (one as unknown as { actor: { id: string } }).actor.id === home.id)).toBe(
      true,
    );
    const inside = await read(`&household_id=${home.household}`);
    expect(inside.every(({ source }) => source === 'household')).toBe(true);
    expect((await read(`&household_id=${home.household}&actor_id=${other.id}`)).length).toBe(0);
    expect(actions(await read('&action=login.'))).toEqual(['login.succeeded']);
    expect(actions(await read('&action=transaction.created'))).toEqual(['transaction.created']);
    await signing
      .browser('198.51.100.9')
      .post('auth/login/', { email_or_username: home.email, password: 'no' });
    const failed = await read('&success=false&action=login&risk__gte=medium');
    expect(failed).toMatchObject([{ action: 'login.failed', ip: '198.51.100.9', risk: 'medium' }]);
    expect(await read('&ip=198.51.100.0/24')).toEqual(failed);
    expect(await read('&ip=198.51.100.9&risk=high')).toEqual([]);
    expect(await read(`&request_id=${(failed[0] as unknown as { request_id: string }).request_id}`)).toEqual(
      failed,
    );
    const [about] = await read(`&entity_id=${home.entry}`);
    expect(about).toMatchObject({ action: 'transaction.created', entity_id: home.entry });
    const at = encodeURIComponent(about?.at ?? '');
    expect((await read(`&at__gte=${at}&household_id=${home.household}`)).map(({ id }) => id)).toContain(
      about?.id,
    );
    expect((await read(`&at__lt=${at}&household_id=${home.household}`)).map(({ id }) => id)).not.toContain(
      about?.id,
    );
    for (const wrong of ['ip=here', 'ip=1.2.3.4/33', 'action=LOGIN', 'risk=huge', 'success=maybe', 'sort=ip'])
      expect((await viewer.browser.get(`${AT}?${wrong}`)).status).toBe(400);
  });

  it('finds the households of an organisation, and what was done about itself', async () => {
    const owner = await signing.signUp('ora@example.org', { first_name: 'Ora' });
    const organisation = (await owner.post('organisations/', { name: 'Harbour' })).body.id;
    const made = await owner.post(`organisations/${organisation}/invitations/`, {
      kind: 'household',
      email: home.email,
    });
    const token = new URL(made.body.link).searchParams.get('token');
    await home.browser.post(`organisations/by-token/${token}/accept/`, { household_id: home.household });
    const found = await read(`&organisation_id=${organisation}`);
    expect(actions(found)).toEqual(expect.arrayContaining(['organisation.changed', 'transaction.created']));
    const homes = new Set(
      found.map((one) => (one as unknown as { household: { id: string } | null }).household?.id),
    );
    expect(homes).toEqual(new Set([undefined, home.household]));
  });

  it('is read page by page in both orders, each entry once, and back again', async () => {
    const until = encodeURIComponent((await read())[0]?.at ?? '');
    const walk = async (sort: string) => {
      const ids: string[] = [];
      let cursor = '';
      let back: string | null = null;
      for (let pages = 0; pages < 60; pages += 1) {
        const { body } = await viewer.browser.get(`${AT}?page_size=7&sort=${sort}&at__lt=${until}${cursor}`);
        ids.push(...body.results.map(({ id }: Entry) => id));
        back = body._meta.previous_cursor;
        if (!body._meta.next_cursor) break;
        cursor = `&cursor=${encodeURIComponent(body._meta.next_cursor)}`;
      }
      return { ids, back };
    };
    const [down, up] = [await walk('-at'), await walk('at')];
    expect(down.ids.length).toBeGreaterThan(20);
    expect(new Set(down.ids).size).toBe(down.ids.length);
    expect(up.ids).toEqual([...down.ids].reverse());
    const before = await viewer.browser.get(
      `${AT}?page_size=7&sort=-at&at__lt=${until}&cursor=${encodeURIComponent(down.back ?? '')}`,
    );
    const last = down.ids.length - (down.ids.length % 7 || 7);
    expect(before.body.results.map(({ id }: Entry) => id)).toEqual(down.ids.slice(last - 7, last));
  });

  it('leaves as a table for managers alone, without formulas, and that stands among what staff did', async () => {
    await home.browser.patch(`households/${home.household}/`, { name: '=HYPERLINK("http://evil.example")' });
    const path = `${AT}export/?household_id=${home.household}`;
    expect((await viewer.browser.get(path)).body.error_code).toBe('AUTH_1052');
    const answer = await manager.browser.get(path);
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' } });
    const text = String(answer.body);
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(text).not.toMatch(/(^|,|\n)"?[=@+]/);
    expect(text).not.toMatch(/Grocer|Surprise|Secret jar|9\.00/);
    const [act] = (await viewer.browser.get('admin/acts/?action=audit.exported')).body.results;
    expect(act).toMatchObject({
      staff: { name: 'manager' },
      household: { id: home.household },
      details: { household_id: home.household, rows: text.trim().split('\r\n').length - 1 },
    });
  });

  it('leaves whole, each entry once, however many pages they are', async () => {
    const actor = { kind: 'user', userId: other.id } as const;
    const at = { household: other.household, actor, origin: { requestId: 'often' } };
    await signing.world.program.opener.inHousehold(at, async (ctx) => {
      for (let index = 0; index < 4_100; index += 1)
        ctx.emit(happened('tag.created', { ids: [], op: 'none', after: { name: `Tag ${index}` } }));
      await Promise.resolve();
    });
    const answer = await manager.browser.get(`${AT}export/?request_id=often`);
    const lines = String(answer.body).trim().split('\r\n');
    const ids = lines.slice(1).map((line) => line.split(',').at(-1));
    const kept = await signing.world.sql<{ id: string }>(
      "select id from audit_entries where request_id = 'often' order by at desc, id desc",
    );
    expect(kept.length).toBe(4_100);
    expect(ids).toEqual(kept.map(({ id }) => id));
    const [act] = (await viewer.browser.get('admin/acts/?action=audit.exported')).body.results;
    expect(act.details).toMatchObject({ rows: 4_100, request_id: 'often' });
  });
});
