import { newId } from '@kinwise/core/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOW_MS, makeWorld } from '../../../test/world.ts';
import type { World } from '../../../test/world.ts';
import { signWith, verifyWith } from '../../cli/audit.ts';
import { keysOf } from '../keys.ts';
import { forgetOldDays } from './retention.ts';
import { sealHouseholds } from './seals.ts';

const DAY_MS = 86_400_000;

describe('the chain of a household', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(async () => {
    await world.close();
  });

  /** Three entries today, and two on each of two days after it. */
  async function threeDays(): Promise<void> {
    for (const [day, names] of [
      ['a', 'b', 'c'],
      ['d', 'e'],
      ['f', 'g'],
    ].entries()) {
      world.clock.moveTo(NOW_MS + day * DAY_MS);
      for (const name of names) await world.as('mere').post('tags/', { name });
      await sealHouseholds(world.program.ground);
    }
  }

  async function verify(household?: string): Promise<{ code: number; said: string }> {
    let said = '';
    const out = { write: (text: string) => (said += text) };
    return { code: await verifyWith(world.program.ground, { household }, out), said };
  }

  async function fault(): Promise<string> {
    const { code, said } = await verify(world.household);
    expect(code, said).toBe(1);
    return said;
  }

  it('holds, says what was looked at and leaves nothing out', async () => {
    await threeDays();
    const { code, said } = await verify();
    expect(code).toBe(0);
    expect(said).toMatch(/ok +Ngata whānau \([0-9a-f-]{36}\): 7 entries, 3 days, ends with [0-9a-f]{16}\n/);
    expect(said).toMatch(/Every link holds: 2 chains, 3 days, 7 entries\.\n$/);
    expect((await verify(newId())).code).toBe(1);
  });

  it('holds when many write at once, and over midnight', async () => {
    const write = async (name: string) => await world.as('mere').post('tags/', { name });
    await Promise.all(Array.from({ length: 20 }, async (_, index) => await write(`at once ${index}`)));
    world.clock.advance(DAY_MS);
    await Promise.all([
      write('next day'),
      (async () => {
        world.clock.advance(-DAY_MS);
        await write('a clock that was set back');
      })(),
    ]);
    expect((await verify()).said).toContain('22 entries');
    expect((await verify()).code).toBe(0);
  });

  it.each([
    ['what was done', "action = 'tag.deleted'"],
    ['what it was', `after = '{"name": "z"}'`],
    ['who did it', 'actor_id = gen_random_uuid()'],
    ['when', "at = at + interval '1 millisecond'"],
    ['from where', "ip = '192.0.2.1'"],
    ['how risky it was', "risk = 'critical'"],
    ['its salt', 'salt = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())'],
  ])('breaks where %s is changed', async (_what, change) => {
    await threeDays();
    const [entry] = await world.sql<{ id: string }>(
      `update audit_entries set ${change} where chained_on = '2026-11-22' and chained_no = 2 returning id`,
    );
    const said = await fault();
    expect(said).toMatch(/BROKEN {2}Ngata whānau/);
    expect(said).toContain(entry?.id);
    expect(said).toMatch(/2026-11-22, entry 2 \(tag\..*is not what was written/);
  });

  it('breaks where an entry is removed: in the middle, at the end of a day, at the very end', async () => {
    await threeDays();
    await world.sql("delete from audit_entries where chained_on = '2026-11-22' and chained_no = 2");
    expect(await fault()).toContain('2026-11-22: entry 2 is gone');
  });

  it('breaks where the last entries of a day are removed', async () => {
    await threeDays();
    await world.sql("delete from audit_entries where chained_on = '2026-11-22' and chained_no > 1");
    expect(await fault()).toContain('2026-11-22: the entries after 1 are gone, there were 3');
  });

  it('breaks where the newest entries are removed, though the counter is set back as well', async () => {
    await threeDays();
    await world.sql("delete from audit_entries where chained_on = '2026-11-24' and chained_no = 2");
    expect(await fault()).toContain('2026-11-24: the entries after 1 are gone, there were 2');
    await world.sql(
      `update change_counters c set chained_no = e.chained_no, link = e.link from audit_entries e
       where e.household_id = c.household_id and e.chained_on = '2026-11-24'`,
    );
    expect(await fault()).toContain('2026-11-24: the entries after 1 are gone, there were 2');
  });

  it.each([
    ['the first', '2026-11-22', 3],
    ['one between', '2026-11-23', 2],
    ['the last', '2026-11-24', 2],
  ])('breaks where a whole day is removed: %s', async (_which, day, entries) => {
    await threeDays();
    await world.sql('delete from audit_entries where chained_on = $1', [day]);
    expect(await fault()).toContain(`${day}: all ${entries} entries of the day are gone`);
    await world.sql('delete from audit_seals where day = $1', [day]);
    expect(await fault()).toMatch(/not in its place|are gone, the last was number 2 of 2026-11-24/);
  });

  it('breaks where an entry is inserted', async () => {
    await threeDays();
    const insert = `insert into audit_entries (household_id, id, at, actor_kind, action, entity, chained_on, chained_no, salt, link)
      select household_id, gen_random_uuid(), at, 'system', 'tag.created', 'tag', chained_on, chained_no + $1, salt, link
      from audit_entries where chained_on = '2026-11-23' and chained_no = 2 returning id`;
    await world.sql(insert, [0]);
    expect(await fault()).toMatch(/2026-11-23, entry 2 .* stands there twice|is not what was written/);
    await world.sql("delete from audit_entries where actor_kind = 'system'");
    await world.sql(insert, [1]);
    expect(await fault()).toMatch(/2026-11-23, entry 3 .* is not what was written/);
  });

  it('breaks where entries change places', async () => {
    await threeDays();
    await world.sql(`update audit_entries set chained_no = 3 - chained_no where chained_on = '2026-11-23'`);
    expect(await fault()).toMatch(/2026-11-23, entry 1 .* not in its place/);
  });

  it('is not rewritten without the installation’s key, though every link is made anew', async () => {
    await threeDays();
    await world.sql(
      `update audit_entries set actor_id = '${world.ids.sam}' where chained_on = '2026-11-22' and chained_no = 1`,
    );
    await world.sql(`do $$ declare e audit_entries; made bytea; begin
      for e in select * from audit_entries order by chained_on, chained_no loop
        made := kinwise.audit_link(made, e);
        update audit_entries set link = made where id = e.id;
      end loop;
      update change_counters set link = made;
    end $$`);
    expect(await fault()).toContain(
      '2026-11-22: the chain was written anew, it does not lead to the seal of the day',
    );
    await world.sql(
      'update audit_seals s set link = e.link from audit_entries e where e.chained_on = s.day and e.chained_no = s.entries',
    );
    expect(await fault()).toContain('the seal is not signed with this installation’s key');
    await world.sql('delete from audit_seals');
    world.clock.advance(3 * DAY_MS);
    await world.as('mere').post('tags/', { name: 'later' });
    await sealHouseholds(world.program.ground);
    await world.sql("delete from audit_seals where day < '2026-11-24'");
    expect(await fault()).toContain('2026-11-22: the seal of the day is gone');
  });

  it('is out of the application’s reach: it adds, and neither changes, removes nor sees the seals', async () => {
    await threeDays();
    const asApp = async (sql: string) =>
      await world.program.opener.inHousehold(
        { household: world.household, actor: { kind: 'system' }, origin: { requestId: 'test' } },
        async (ctx) => await ctx.db.text(sql),
      );
    for (const sql of [
      "update audit_entries set action = 'x'",
      'delete from audit_entries',
      'truncate audit_entries cascade',
      'delete from audit_subjects',
      'select * from audit_seals',
      'delete from audit_seals',
      'update security_entries set link = null',
      `select kinwise.forget_in_audit('${world.ids.mere}')`,
    ]) {
      await expect(asApp(sql), sql).rejects.toThrow(/permission denied/);
    }
  });

  it('holds when what tells of a person is erased, and the rest of the entry still cannot be changed', async () => {
    await threeDays();
    await world
      .as('mere')
      .post(`households/${world.household}/invitations/`, { email: 'zed@example.org', role: 'teen' });
    const account = await world
      .as('sam')
      .post('accounts/', { name: 'Sam’s own', kind: 'savings', visibility: 'private' });
    expect(account.status).toBe(201);
    await sealHouseholds(world.program.ground);
    for (const person of ['sam', 'mere', 'zed'] as const) {
      await world.sql('select kinwise.forget_in_audit($1)', [world.ids[person]]);
    }
    const rows = await world.sql<{ text: string }>('select e::text as text from audit_entries e');
    for (const { text } of rows)
      expect(text).not.toMatch(/127\.0\.0\.1|lightMyRequest|zed@example\.org|own/i);
    const { code, said } = await verify(world.household);
    expect(said).toMatch(/9 entries, 3 days, 9 entries with something erased/);
    expect(code).toBe(0);
    await world.sql(
      "update audit_entries set action = 'tag.deleted' where chained_no = 1 and chained_on = '2026-11-22'",
    );
    expect(await fault()).toMatch(/2026-11-22, entry 1/);
  });

  it('holds when the household itself is gone, and tells nothing of it any more', async () => {
    await threeDays();
    await world.sql('select kinwise.empty_audit($1)', [world.household]);
    const [told] = await world.sql<{ count: string }>(
      'select count(*) from audit_entries where coalesce(before, after, parts, to_jsonb(ip)) is not null or agent is not null',
    );
    expect(told?.count).toBe('0');
    const { code, said } = await verify(world.household);
    expect(said).toContain('7 entries with something erased');
    expect(code).toBe(0);
  });

  it('loses days whose time is over to the last of them, and what remains holds', async () => {
    await threeDays();
    world.clock.moveTo(NOW_MS + 732 * DAY_MS);
    expect(await forgetOldDays(world.program.ground)).toBe(5);
    expect(await world.sql('select day from audit_seals where removed_at is not null')).toHaveLength(2);
    const { code, said } = await verify(world.household);
    expect(said).toContain('2 entries, 1 day, 2 days removed when their time was over');
    expect(code).toBe(0);
    world.clock.advance(3 * DAY_MS);
    expect(await forgetOldDays(world.program.ground)).toBe(2);
    await world.as('mere').post('tags/', { name: 'two years later' });
    await sealHouseholds(world.program.ground);
    expect((await verify(world.household)).said).toContain('ok');
    await world.sql("update audit_seals set link = sha256('x') where day = '2026-11-24'");
    expect(await fault()).toContain('2026-11-24: the seal is not signed');
    await world.sql('delete from audit_seals where removed_at is not null');
    expect(await fault()).toMatch(/entry 1 .* not in its place/);
  });

  it('keeps a day that is not as its seal says, as evidence', async () => {
    await threeDays();
    await world.sql("delete from audit_entries where chained_on = '2026-11-22' and chained_no = 3");
    world.clock.moveTo(NOW_MS + 731 * DAY_MS);
    expect(await forgetOldDays(world.program.ground)).toBe(0);
    expect(await fault()).toContain('2026-11-22: the entries after 2 are gone');
  });

  it('is signed anew with a new key when everything else holds, and not when it does not', async () => {
    await threeDays();
    const { ground } = world.program;
    const keyFor = keysOf({ ...ground.config, SECRET_KEY: 'another secret of thirty-two characters' });
    const moved = { ...ground, keyFor };
    let said = '';
    const out = { write: (text: string) => (said += text) };
    expect(await verifyWith(moved, {}, out)).toBe(1);
    expect(await signWith(moved, out)).toBe(0);
    expect(said).toContain('3 seals signed anew');
    expect(await verifyWith(moved, {}, out)).toBe(0);
    await world.sql("delete from audit_entries where chained_on = '2026-11-22' and chained_no = 3");
    expect(await signWith(ground, out)).toBe(1);
  });

  it('is a wall between households: each has a chain of its own', async () => {
    await threeDays();
    await world.as('zed').post('tags/', { name: 'mine' });
    await world.sql("update audit_entries set risk = 'high' where household_id = $1", [world.foreign]);
    expect((await verify(world.household)).code).toBe(0);
    const { code, said } = await verify();
    expect(code).toBe(1);
    expect(said).toMatch(/BROKEN {2}Zed alone/);
    expect(said).toMatch(/1 of 3 chains, .* are broken/);
  });
});
