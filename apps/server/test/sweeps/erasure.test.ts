import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { features } from '../../src/features.ts';
import { sendLetter } from '../../src/identity/letters/letters.ts';
import { verifyAudit } from '../../src/platform/audit/verify.ts';
import { unsealed } from '../../src/platform/encryption.ts';
import { personalRows } from '../../src/platform/privacy.ts';
import {
  EMAIL,
  WORD,
  WORDS,
  dealWithOthers,
  keepBooks,
  knockAtTheDoor,
  lendToProgram,
  markedPerson,
  ok,
  withWord,
} from '../marked-person.ts';
import type { Marked } from '../marked-person.ts';
import type { Route } from '../../src/platform/routes.ts';
import { makeSigningWorld } from '../signing-in.ts';
import type { SigningWorld } from '../signing-in.ts';
import { traces } from '../traces.ts';
import type { Answer, World } from '../world.ts';
import { goodRequest, send, titleOf, writes } from './requests.ts';
import { OUTSIDE } from './scenes.ts';
import type { Where } from './scenes.ts';

/**
 * Erasing a person leaves nothing of them anywhere (invariant 17). Somebody with unmistakable words about them uses
 * everything there is, by a story and by every route, is erased, and is then looked for in every column and file.
 */

const DAY_MS = 24 * 3_600_000;

/** Routes that are no part of the tour, each with its reason. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'POST invitations/by-token/:token/accept/': 'in the story, with an invitation of the friend',
  'POST privacy/deletion/': 'the end of the story',
  'DELETE users/me/': 'another name of it',
  'DELETE users/me/delete-account/': 'another name of it',
  'POST users/me/deletion/cancel/': 'there is nothing to cancel',
  'POST auth/password/change/': 'wants the password, and keeps nothing but hashes',
  'POST auth/sessions/terminate-all/': 'other sessions are to stay until the end',
};

/** What staff alone may do has a test of its own: staff/staff-users. */
function isOpenToAll(route: Route): boolean {
  return route.access === 'household' || (route.access === 'user' && route.staff === undefined);
}

/** Where rows of an erased person stay, and what for; none of them says who it was. */
const BY_ID: Readonly<Record<string, string>> = {
  users: 'the id that shared history names',
  memberships: 'that somebody belonged to the household',
  imports: 'what a file brought into shared accounts',
  audit_entries: 'what was done to what others share',
  security_entries: 'that something happened at the door',
};

describe('an erased person', () => {
  let signing: SigningWorld;
  let world: World;
  let store: string;
  let marked: Marked;

  beforeAll(async () => {
    store = mkdtempSync(join(tmpdir(), 'kinwise-files-'));
    signing = await makeSigningWorld({ settings: { STORAGE_URL: `file:${store}` } });
    world = signing.world;
    marked = await markedPerson(signing);
  }, 60_000);
  afterAll(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await signing.close();
    rmSync(store, { recursive: true, force: true });
  });

  it('has left traces: at the door, in their own books, with others', async () => {
    await knockAtTheDoor(signing);
    await lendToProgram(signing, marked);
    await keepBooks(signing, marked);
    await dealWithOthers(marked);
    expect((await traces(world, WORDS)).map((one) => one.split(' ')[0])).toEqual(
      expect.arrayContaining([
        'public.users.first_name',
        'public.sessions.agent',
        'public.oidc_identities.email',
        'public.invitations.message',
        'public.idempotency_keys.body',
        'public.import_files.content',
        'public.transaction_splits.note',
      ]),
    );
  }, 60_000);

  it('has used every route that writes, in a household of their own', async () => {
    const { person, user, alone } = marked;
    const ids = { ...world.ids, mere: user };
    const where: Where = { world: { ...world, ids, as: () => person }, person: 'mere', household: alone };
    const refused: string[] = [];
    for (const route of writes.filter((one) => isOpenToAll(one) && !(titleOf(one) in ELSEWHERE))) {
      const attempt = async (mark: (body: unknown) => unknown): Promise<Answer> => {
        const request = await goodRequest(route, where);
        const headers = { 'idempotency-key': `${titleOf(route).replace(/\W/g, '-')}-${mark.name}` };
        return await send(route, where, { ...request, body: mark(request.body), headers });
      };
      let answer = await attempt(withWord);
      // Where the word is not what a field takes, the route is used at least.
      if (answer.status >= 400) answer = await attempt((body) => body);
      // Those that need a story of their own have been tried with what they refuse.
      if (answer.status >= 300 && !(titleOf(route) in OUTSIDE))
        refused.push(`${titleOf(route)} ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    expect(refused).toEqual([]);
    const gone = Object.keys(ELSEWHERE).filter((title) => !writes.some((route) => titleOf(route) === title));
    expect(gone, 'ELSEWHERE names routes that are not there').toEqual([]);
  }, 120_000);

  it('is nowhere any more: in no column, in no file, in no letter that waits', async () => {
    await world.runJobs();
    await giveUpLetter();
    expect(readdirSync(join(store, 'exports')).length).toBeGreaterThan(0);
    expect((await traces(world, WORDS, store)).length).toBeGreaterThan(20);
    await standAlone();
    await ok(marked.person.post('privacy/deletion/'));
    await run('audit.seal_security', 'audit.seal_households');
    world.clock.advance(31 * DAY_MS);
    await everyJob();
    expect(await traces(world, WORDS, store)).toEqual([]);
    const left: string[] = [];
    for await (const { table, pages } of personalRows(world.program.ground, marked.user))
      for await (const rows of pages) if (rows.length > 0) left.push(table);
    expect(left.filter((table) => !(table in BY_ID))).toEqual([]);
    expect(await waitingLetters()).toEqual([]);
    expect(readdirSync(join(store, 'exports'))).toEqual([]);
    expect(await world.sql('select id from households where id = $1', [marked.alone])).toEqual([]);
    expect(await world.sql('select id, email, first_name from users where id = $1', [marked.user])).toEqual([
      { id: marked.user, email: '', first_name: 'Former member' },
    ]);
  }, 120_000);

  it('leaves an audit that is as long as before and still hangs together', async () => {
    const told = async (of: string): Promise<number> =>
      (await world.sql(`select 1 from audit_entries where household_id = $1`, [of])).length;
    expect(await told(marked.shared)).toBeGreaterThan(20);
    expect(await told(marked.alone)).toBeGreaterThan(100);
    const faults: unknown[] = [];
    const { chains, broken } = await verifyAudit(world.program.ground, {}, (checked) => {
      if (checked.fault !== undefined) faults.push(checked);
    });
    expect({ broken, faults }).toEqual({ broken: 0, faults: [] });
    expect(chains).toBeGreaterThan(3);
  });

  it('is noticed where a feature forgets', async () => {
    await world.sql('insert into done_jobs (key, done_at) values ($1, now())', [`greeted ${WORD}`]);
    await world.program.ground.files.put('exports', bytesOf(WORD));
    expect(await traces(world, WORDS, store)).toEqual([
      'public.done_jobs.key (1)',
      expect.stringContaining('exports') as string,
    ]);
  });

  /** Ends the memberships of those whom the routes needed as others in the households of the person. */
  async function standAlone(): Promise<void> {
    // Children whom they alone look after are not left behind: erased as well, or handed over before.
    const refused = await marked.person.post('privacy/deletion/');
    expect(refused.body.error_code).toBe('BUSINESS_4008');
    const { results } = await ok(marked.person.get('children/', { 'x-household-id': marked.alone }));
    for (const { id } of results)
      await ok(marked.person.delete(`children/${id}/`, { 'x-household-id': marked.alone }));
    await world.sql(
      `update memberships m set status = 'cancelled', ended_at = now(), is_primary = false
       where m.user_id <> $1 and m.household_id <> $2 and m.household_id in (
         select household_id from memberships where user_id = $1 and status = 'active')`,
      [marked.user, marked.shared],
    );
    await world.sql('delete from organisation_homes');
    await world.sql('update organisations set closed_at = now() where owner_id = $1', [marked.user]);
  }

  /** A letter that never got through, with the reason that the mail server gave. */
  async function giveUpLetter(): Promise<void> {
    await world.program.opener.outside({ origin: { requestId: 'test' } }, async (ctx) => {
      const letter = { kind: 'welcome', name: WORD, link: 'http://localhost:8000/' } as const;
      sendLetter(ctx, { to: EMAIL, locale: 'en-NZ', letter });
      await Promise.resolve();
    });
    await world.sql(
      'update graphile_worker._private_jobs set attempts = max_attempts, last_error = $1, locked_at = null',
      [`550 no such person: ${EMAIL}`],
    );
  }

  async function waitingLetters(): Promise<string[]> {
    const rows = await world.sql<{ payload: { sealed?: string } }>(
      'select payload from graphile_worker._private_jobs',
    );
    return rows
      .flatMap(({ payload }) =>
        payload.sealed === undefined ? [] : [unsealed(world.program.ground, payload.sealed)],
      )
      .filter((text) => text.includes(WORD));
  }

  /** What runs by itself in a month, once. */
  async function everyJob(): Promise<void> {
    const jobs = features.flatMap((feature) => feature.jobs ?? []);
    const byClock = jobs.filter(
      (job) => (job.kind === 'outside' && job.cron !== undefined) || job.kind === 'daily',
    );
    await run(
      'housekeeping.sweep',
      'housekeeping.forget_jobs',
      'audit.forget',
      ...byClock.map((job) => job.name),
    );
    await run('audit.seal_security', 'audit.seal_households');
  }

  async function run(...jobs: readonly string[]): Promise<void> {
    await world.program.opener.outside({ origin: { requestId: 'test' } }, async (ctx) => {
      for (const job of jobs) ctx.enqueue({ job, payload: { household: marked.shared } });
      await Promise.resolve();
    });
    await world.runJobs();
  }
});

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}
