/**
 * Nothing at the door tells whether somebody has an account: not the answer, and not the work behind it. Time is not
 * measured here but what takes it: hashes of passwords, queries, and what is queued.
 */
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { registration } from './signing-in.ts';
import type { SigningWorld } from './signing-in.ts';
import type { Answer } from './world.ts';

const hashes = { count: 0 };

/** A program whose library hashes as ever, and each call is counted; another test may have loaded it before. */
async function countedWorld(): Promise<SigningWorld> {
  vi.doMock(import('@node-rs/argon2'), async (original) => {
    const real = await original();
    const counted = <T extends unknown[], R>(work: (...values: T) => R) => {
      return (...values: T): R => {
        hashes.count += 1;
        return work(...values);
      };
    };
    return { ...real, hash: counted(real.hash), verify: counted(real.verify) };
  });
  vi.resetModules();
  const { makeSigningWorld } = await import('./signing-in.ts');
  return await makeSigningWorld({ settings: { MAIL_CODE_EVERYWHERE_TRIES: '20' } });
}

/** As long as each other, so that not even the length of an answer may tell. */
const KNOWN = 'known@example.org';
const WAITS = 'waits@example.org';
const NOONE = 'noone@example.org';
const EVERYBODY = [KNOWN, WAITS, NOONE];

type Seen = {
  readonly status: number;
  readonly headers: unknown;
  readonly body: string;
  readonly hashes: number;
  readonly queries: readonly string[];
  readonly queued: readonly string[];
};

describe('the door', () => {
  let signing: SigningWorld;
  let network = 0;
  beforeAll(async () => {
    signing = await countedWorld();
    await signing.signUp(KNOWN);
    await signing.browser().post('auth/register/', registration(WAITS));
    await signing.world.runJobs();
    // The hash that stands in for a missing one is made with the first sign-in of a process.
    await signing.browser().post('auth/login/', { email_or_username: 'first@example.org', password: 'x' });
  });
  afterAll(async () => {
    await signing.close();
    vi.doUnmock('@node-rs/argon2');
    vi.resetModules();
  });

  const queries: string[] = [];
  const real = pg.Client.prototype.query;
  beforeEach(() => {
    pg.Client.prototype.query = function counted(this: pg.Client, ...values: unknown[]) {
      queries.push(verbOf(values[0]));
      return Reflect.apply(real, this, values) as never;
    } as typeof real;
  });
  afterEach(() => {
    pg.Client.prototype.query = real;
  });

  const waiting = async (): Promise<string[]> => {
    const rows = await signing.world.sql<{ task: string }>(
      `select t.identifier as task from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id order by 1`,
    );
    return rows.map((row) => row.task);
  };

  /** What a call answers and costs, from a network that was never heard of. */
  const look = async (path: string, body: object): Promise<Seen & { answer: Answer }> => {
    await signing.world.runJobs();
    network += 1;
    const at = signing.browser(`198.51.${Math.floor(network / 250)}.${(network % 250) + 1}`);
    hashes.count = 0;
    queries.length = 0;
    const answer = await at.post(path, body);
    const seen = { hashes: hashes.count, queries: [...queries] };
    return {
      ...seen,
      answer,
      status: answer.status,
      headers: bare(answer.headers),
      body: plain(answer.body),
      queued: await waiting(),
    };
  };

  const same = (all: readonly Seen[]): void => {
    const [first, ...others] = all.map(({ status, headers, body, hashes: made, queries: asked, queued }) => ({
      status,
      headers,
      body,
      hashes: made,
      queries: asked,
      queued,
    }));
    for (const other of others) expect(other).toEqual(first);
  };

  it('answers a wrong password alike, also the one that locks and those after it', async () => {
    const perTry: Seen[][] = [];
    for (const email of EVERYBODY) {
      for (let count = 0; count < 7; count += 1) {
        const body = { email_or_username: email, password: 'not the password' };
        const at = signing.browser(`192.0.2.${EVERYBODY.indexOf(email) + 1}`);
        await signing.world.runJobs();
        hashes.count = 0;
        queries.length = 0;
        const answer = await at.post('auth/login/', body);
        const cost = { hashes: hashes.count, queries: [...queries] };
        const seen = {
          ...cost,
          status: answer.status,
          headers: bare(answer.headers),
          body: plain(answer.body),
        };
        perTry[count] = [...(perTry[count] ?? []), { ...seen, queued: await waiting() }];
      }
    }
    expect(perTry.map((tries) => tries[0]?.status)).toEqual([401, 401, 401, 401, 401, 423, 423]);
    expect(perTry.map((tries) => tries[0]?.hashes)).toEqual([1, 1, 1, 1, 1, 0, 0]);
    for (const tries of perTry) same(tries);
  });

  it('mails a link for a new password, or does not, alike', async () => {
    const seen = [];
    for (const email of EVERYBODY) seen.push(await look('auth/password/reset/', { email }));
    expect(seen[0]).toMatchObject({ status: 202, hashes: 0, queued: ['passwords.send_link'] });
    same(seen);
  });

  it('mails the link of a registration again, or does not, alike', async () => {
    const seen = [];
    for (const email of EVERYBODY) seen.push(await look('auth/email/resend/', { email }));
    expect(seen[0]).toMatchObject({ status: 202, hashes: 0, queued: ['registration.send_link'] });
    same(seen);
  });

  it('mails a code, or does not, and looks at one, alike', async () => {
    const asked = [];
    for (const email of EVERYBODY) asked.push(await look('auth/otp/request/', { email }));
    expect(asked[0]).toMatchObject({ status: 202, hashes: 0, queued: ['mail_codes.send'] });
    same(asked);
    // Twenty wrong ones of an account lock its codes: alike as well, and so is what is refused then.
    for (let count = 0; count < 22; count += 1) {
      const tried = [];
      for (const [index, email] of EVERYBODY.entries()) {
        const request_id = asked[index]?.answer.body.request_id;
        // By chance it is the right one, once in a million.
        tried.push(await look('auth/otp/verify/', { email, request_id, code: '000000' }));
      }
      expect(tried[0]?.status).toBe(count < 20 ? 401 : 423);
      same(tried);
    }
  });

  it('registers, or tells the owner of the address, alike: one hash, one mail, one answer', async () => {
    const seen = [];
    for (const email of [KNOWN, 'fresh@example.org', WAITS])
      seen.push(await look('auth/register/', registration(email)));
    // Who registers leaves rows that nobody leaves who has them; they are written after the hash, which takes the time.
    expect(seen[0]).toMatchObject({ status: 202, hashes: 1, queued: ['letters.send'] });
    same(seen.map((one) => ({ ...one, queries: [] })));
  });

  it('tells of a lock alike', async () => {
    const bodies = [];
    for (const email of EVERYBODY)
      bodies.push((await signing.browser().get(`auth/lockout-status/?email_or_username=${email}`)).body);
    expect(new Set(bodies.map(plain)).size).toBe(1);
  });
});

/** What is not the same twice for anybody: ids, moments and the name that was sent. */
function plain(body: unknown): string {
  return JSON.stringify(body)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '#')
    .replace(/"[^"\s]+@example\.org"/g, '"@"');
}

function bare(headers: Record<string, unknown>): Record<string, unknown> {
  const { 'x-request-id': _id, date: _date, ...others } = headers;
  return others;
}

function verbOf(query: unknown): string {
  const text = typeof query === 'string' ? query : String((query as { text?: unknown }).text);
  // Whose rows a transaction may see travels with its beginning: one trip either way.
  if (text.startsWith('begin')) return 'begin';
  return text.trim().split(/\s+/).slice(0, 3).join(' ');
}
