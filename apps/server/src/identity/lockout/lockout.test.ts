import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, makeSigningWorld } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';

const MINUTE_MS = 60_000;

describe('a lock after wrong passwords', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld();
  });
  afterAll(async () => {
    await signing.close();
  });

  const logIn = async (name: string, password: string, ip = '203.0.113.7') =>
    await signing.browser(ip).post('auth/login/', { email_or_username: name, password });
  const fail = async (name: string, times: number, ip?: string): Promise<number[]> => {
    const statuses: number[] = [];
    for (let count = 0; count < times; count += 1)
      statuses.push((await logIn(name, 'wrong wrong wrong', ip)).status);
    return statuses;
  };

  const isLocked = async (name: string): Promise<boolean> =>
    (await signing.browser().get(`auth/lockout-status/?email_or_username=${name}`)).body.locked;

  it('comes with the fifth, hides that the sixth was right, mails, and ends after half an hour', async () => {
    await signing.signUp('locked@example.org');
    expect(await fail('locked@example.org', 6)).toEqual([401, 401, 401, 401, 401, 423]);
    const right = await logIn('locked@example.org', PASSWORD);
    const wrong = await logIn('locked@example.org', 'wrong wrong wrong');
    expect(right.status).toBe(423);
    expect(right.body.detail).toBe(wrong.body.detail);
    expect(right.headers['retry-after']).toBe('1800');
    const subjects = (await signing.letters('locked@example.org')).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes('locked'))).toHaveLength(1);
    signing.world.clock.advance(30 * MINUTE_MS);
    expect((await logIn('locked@example.org', PASSWORD)).status).toBe(200);
  });

  it('does not shut out the owner at another address', async () => {
    await signing.signUp('home@example.org');
    await fail('home@example.org', 6, '192.0.2.66');
    expect((await logIn('home@example.org', PASSWORD)).status).toBe(200);
  });

  it('holds for both names of one account, and tells nobody that they are of one', async () => {
    await signing.signUp('both@example.org', { username: 'both' });
    const seen: unknown[] = [];
    for (const [address, username] of [
      ['both@example.org', 'both'],
      ['neither@example.org', 'neither'],
    ] as const)
      seen.push([
        await fail(address, 3),
        await fail(username, 2),
        (await logIn(address, PASSWORD)).status,
        (await logIn(username, PASSWORD)).status,
        await isLocked(address),
        await isLocked(username),
        await fail(address, 2),
        await isLocked(address),
      ]);
    expect(seen[0]).toEqual([[401, 401, 401], [401, 401], 401, 401, false, false, [401, 423], true]);
    expect(seen[1]).toEqual(seen[0]);
    const mails = (await signing.letters('both@example.org')).map(({ subject }) => subject);
    expect(mails.filter((subject) => subject.includes('locked'))).toHaveLength(1);
    const token = await signing.tokenFor('both@example.org');
    expect((await signing.browser().post('auth/unlock/', { token })).status).toBe(204);
    expect((await logIn('both', PASSWORD)).status).toBe(200);
    expect((await logIn('both@example.org', PASSWORD)).status).toBe(200);
  });

  it('is the same for a name that nobody has, also once somebody has it', async () => {
    expect(await fail('nobody@example.org', 6)).toEqual([401, 401, 401, 401, 401, 423]);
    expect(await isLocked('NOBODY@example.org')).toBe(true);
    await signing.signUp('nobody@example.org');
    expect(await isLocked('nobody@example.org')).toBe(true);
    expect((await logIn('nobody@example.org', PASSWORD)).status).toBe(423);
  });

  it('doubles each time, up to a day', async () => {
    await signing.signUp('again@example.org');
    const waits: string[] = [];
    for (let round = 0; round < 7; round += 1) {
      await fail('again@example.org', 5, '192.0.2.77');
      const refused = await logIn('again@example.org', PASSWORD, '192.0.2.77');
      waits.push(String(refused.headers['retry-after']));
      signing.world.clock.advance(Number(refused.headers['retry-after']) * 1000);
    }
    expect(waits).toEqual([1800, 3600, 7200, 14_400, 28_800, 57_600, 86_400].map(String));
  });

  it('falls everywhere when many networks try', async () => {
    await signing.signUp('storm@example.org');
    for (let host = 1; host <= 13; host += 1) await fail('storm@example.org', 4, `192.0.2.${100 + host}`);
    expect((await logIn('storm@example.org', PASSWORD, '198.51.100.200')).status).toBe(423);
  });

  it('opens by the link of the mail, once', async () => {
    await signing.signUp('unlock@example.org');
    await fail('unlock@example.org', 5);
    const status = `auth/lockout-status/?email_or_username=unlock@example.org`;
    expect((await signing.browser().get(status)).body.locked).toBe(true);
    const token = await signing.tokenFor('unlock@example.org');
    expect((await signing.browser().post('auth/unlock/', { token })).status).toBe(204);
    expect((await signing.browser().get(status)).body).toEqual({ locked: false, locked_until: null });
    expect((await signing.browser().post('auth/unlock/', { token })).status).toBe(400);
    expect((await logIn('unlock@example.org', PASSWORD)).status).toBe(200);
  });

  it('forgets earlier failures after a success', async () => {
    await signing.signUp('clumsy@example.org');
    await fail('clumsy@example.org', 4);
    await logIn('clumsy@example.org', PASSWORD);
    expect(await fail('clumsy@example.org', 4)).toEqual([401, 401, 401, 401]);
  });

  it('counts all of sixty wrong passwords at once, and lets no right one slip between them', async () => {
    await signing.signUp('sixty@example.org');
    const ip = '192.0.2.60';
    const answers = await Promise.all(
      Array.from({ length: 60 }, async () => await logIn('sixty@example.org', 'wrong wrong wrong', ip)),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 423)).toHaveLength(55);
    const [row] = await signing.world.sql<{ total: number }>(
      `select f.total from sign_in_failures f join users u on f.name_key = 'who:' || u.id
       where u.email = 'sixty@example.org' and network = $1`,
      [ip],
    );
    expect(row?.total).toBe(60);
    expect((await logIn('sixty@example.org', PASSWORD, ip)).status).toBe(423);
  });

  it('lets a dozen right passwords in at once, also after four wrong ones', async () => {
    await signing.signUp('dozen@example.org');
    const ip = '192.0.2.12';
    const dozen = async (): Promise<number[]> => {
      const logIns = Array.from({ length: 12 }, async () => await logIn('dozen@example.org', PASSWORD, ip));
      return (await Promise.all(logIns)).map(({ status }) => status);
    };
    expect(await dozen()).toEqual(Array(12).fill(200));
    expect(await fail('dozen@example.org', 4, ip)).toEqual(Array(4).fill(401));
    expect(await dozen()).toEqual(Array(12).fill(200));
    // What was forgiven is forgiven: there is room for four again.
    expect(await fail('dozen@example.org', 4, ip)).toEqual(Array(4).fill(401));
  });

  it('looks at five at most when wrong and right ones come at once, unless a right one was among them', async () => {
    await signing.signUp('mixed@example.org');
    const ip = '192.0.2.13';
    const wrong = Array.from({ length: 30 }, async () => await logIn('mixed@example.org', 'wrong wrong', ip));
    const right = logIn('mixed@example.org', PASSWORD, ip);
    const statuses = (await Promise.all([...wrong, right])).map(({ status }) => status);
    const looked = statuses.filter((status) => status === 401).length;
    expect(looked).toBeGreaterThanOrEqual(5);
    expect(looked).toBeLessThanOrEqual(statuses.includes(200) ? 10 : 5);
    expect((await logIn('mixed@example.org', PASSWORD, ip)).status).toBe(423);
  });

  it('counts a try whose process died as wrong, and lets who waits for it go on', async () => {
    await signing.signUp('died@example.org');
    await fail('died@example.org', 4);
    await signing.world.sql(
      `update sign_in_failures f set open_tries = jsonb_build_object('gone', $1::bigint)
       from users u where u.email = 'died@example.org' and f.name_key = 'who:' || u.id and f.network <> '*'`,
      [signing.world.clock.nowMs()],
    );
    const waits = logIn('died@example.org', PASSWORD);
    signing.world.clock.advance(30_001);
    // It was the fifth of them, under whichever name: nobody is told more than that the password is wrong.
    expect((await waits).status).toBe(401);
    signing.world.clock.advance(30 * MINUTE_MS);
    expect((await logIn('died@example.org', PASSWORD)).status).toBe(200);
  });

  it('counts nothing elsewhere that was not looked at', async () => {
    await signing.signUp('afar@example.org');
    await fail('afar@example.org', 60, '192.0.2.99');
    expect((await logIn('afar@example.org', PASSWORD)).status).toBe(200);
  });
});

describe('the wait after wrong passwords', () => {
  let signing: SigningWorld;
  beforeAll(async () => {
    signing = await makeSigningWorld({ settings: { SLOW_FIRST_SECONDS: '1', SLOW_LONGEST_SECONDS: '4' } });
  });
  afterAll(async () => {
    await signing.close();
  });

  const logIn = async (name: string, password: string, ip?: string) =>
    await signing.browser(ip).post('auth/login/', { email_or_username: name, password });

  it('begins with the third, doubles, looks at nothing meanwhile, and is the same for a name that nobody has', async () => {
    await signing.signUp('slow@example.org');
    const seen: unknown[] = [];
    for (const name of ['slow@example.org', 'slew@example.org']) {
      const said: unknown[] = [];
      for (let count = 0; count < 3; count += 1) said.push((await logIn(name, 'wrong wrong')).status);
      for (const wait of [1, 2]) {
        const early = await logIn(name, PASSWORD);
        const { error_id: _id, timestamp: _at, ...body } = early.body;
        said.push(early.status, early.headers['retry-after'], body);
        signing.world.clock.advance(wait * 1000 - 1);
        said.push((await logIn(name, PASSWORD)).status);
        signing.world.clock.advance(1);
        said.push((await logIn(name, 'wrong wrong')).status);
      }
      said.push((await logIn(name, PASSWORD)).status);
      seen.push(said);
    }
    expect(seen[0]).toMatchObject([401, 401, 401, 429, '1', {}, 429, 401, 429, '2', {}, 429, 401, 423]);
    expect(seen[1]).toEqual(seen[0]);
  });

  it('is over for who types the right one after it, and was never there from another network', async () => {
    await signing.signUp('later@example.org');
    for (let count = 0; count < 3; count += 1) await logIn('later@example.org', 'wrong wrong');
    expect((await logIn('later@example.org', PASSWORD, '192.0.2.200')).status).toBe(200);
    signing.world.clock.advance(1000);
    expect((await logIn('later@example.org', PASSWORD)).status).toBe(200);
    expect((await logIn('later@example.org', 'wrong wrong')).status).toBe(401);
    expect((await logIn('later@example.org', PASSWORD)).status).toBe(200);
  });

  it('does not keep back who came before the first of them was wrong', async () => {
    await signing.signUp('first@example.org');
    const many = Array.from({ length: 20 }, async () => await logIn('first@example.org', 'wrong wrong'));
    const statuses = (await Promise.all(many)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 423)).toHaveLength(15);
  });
});
