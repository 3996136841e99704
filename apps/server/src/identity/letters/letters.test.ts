import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeMailServer } from '../../../test/mail-server.ts';
import type { MailServer } from '../../../test/mail-server.ts';
import { makeSigningWorld } from '../../../test/signing-in.ts';
import type { SigningWorld } from '../../../test/signing-in.ts';
import { mailWith } from '../../cli/mail.ts';
import { closeTransports } from '../../adapters/mail/smtp.ts';
import { letterJob } from './letters.ts';

/** Far enough that nothing which waits for later is due by the clock of the machine. */
const LATER_MS = 100 * 365 * 86_400_000;
const REFUSED = {
  kind: 'answers',
  at: 'recipient',
  code: 550,
  text: '5.1.1 <hana@example.org>: no such user',
} as const;

describe('a letter', () => {
  let signing: SigningWorld;
  let server: MailServer;
  let number = 0;
  let email = '';

  beforeAll(async () => {
    server = await makeMailServer();
    signing = await makeSigningWorld({
      settings: { MAIL_URL: server.url, MAIL_TRIES: '4', MAIL_TIMEOUT_SECONDS: '1' },
    });
    signing.world.clock.advance(LATER_MS);
  });
  afterAll(async () => {
    await server.close();
    await signing.close();
  });
  beforeEach(async () => {
    server.behave({ kind: 'takes' });
    server.received.length = 0;
    await signing.world.sql('delete from dead_letters');
    await signing.world.sql('delete from mail_addresses');
    number += 1;
    email = `hana${number}@example.org`;
    await signing.world.sql(
      `insert into users (id, email, email_key, first_name, email_verified_at, created_at, updated_at)
       values (gen_random_uuid(), $1, $1, 'Hana', now(), now(), now())`,
      [email],
    );
  });

  const ask = async (): Promise<void> => {
    await signing.browser().post('auth/password/reset/', { email });
    await signing.world.runJobs();
  };
  type Waiting = { tries: number | null; pause_s: number };
  const waiting = async (): Promise<Waiting[]> =>
    await signing.world.sql<Waiting>(
      `select (payload ->> 'tries')::int as tries,
         extract(epoch from run_at - $1::timestamptz)::float as pause_s
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'letters.send'`,
      [new Date(signing.world.clock.nowMs()).toISOString()],
    );
  /** The pause is over: what waits is tried. */
  const later = async (ms: number): Promise<void> => {
    signing.world.clock.advance(ms);
    await signing.world.sql('update graphile_worker._private_jobs set run_at = now() where run_at > now()');
    await signing.world.runJobs();
  };
  const dead = async (): Promise<
    { reason: string; answer: string; tries: number; sealed: string | null }[]
  > => await signing.world.sql('select reason, answer, tries, sealed from dead_letters order by given_up_at');
  const command = async (...args: string[]): Promise<{ code: number; text: string }> => {
    let text = '';
    const out = { write: (more: string) => (text += more) };
    return { code: await mailWith(signing.world.program, { args }, out), text };
  };
  const marks = async (): Promise<number> =>
    (await signing.world.sql('select 1 from mail_addresses where undeliverable_at is not null')).length;

  it('is tried again after a pause that doubles, and by chance is up to half shorter', async () => {
    server.behave({ kind: 'answers', at: 'recipient', code: 450, text: '4.2.1 try later' });
    await ask();
    const pauses: number[] = [];
    for (const tries of [1, 2, 3]) {
      const [letter] = await waiting();
      expect(letter?.tries).toBe(tries);
      pauses.push(letter?.pause_s ?? 0);
      if (tries < 3) await later(60_000);
    }
    pauses.forEach((pause, index) => {
      expect(pause).toBeGreaterThanOrEqual(15 * 2 ** index);
      expect(pause).toBeLessThanOrEqual(30 * 2 ** index);
    });
    expect(await dead()).toEqual([]);
    server.behave({ kind: 'takes' });
    await later(60_000);
    expect(server.received).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  it('is given up after so many tries, and kept sealed', async () => {
    // Connections are kept, and greetings are for new ones.
    closeTransports();
    server.behave({ kind: 'answers', at: 'greeting', code: 421, text: '4.3.2 going down' });
    await ask();
    for (let tries = 2; tries <= 4; tries += 1) await later(60_000);
    expect(await waiting()).toEqual([]);
    const [letter] = await dead();
    expect(letter).toMatchObject({ reason: 'unreachable', tries: 4 });
    expect(letter?.sealed).not.toContain('example.org');
    expect(await signing.world.brokenInvariants()).toEqual([
      expect.stringContaining('mail leaves') as string,
    ]);
    const { body } = await signing.world.http.inject('/metrics');
    expect(body).toContain('kinwise_letters_given_up{reason="unreachable"} 1');
  });

  it('to an address that is not there is not tried again, and the address is marked', async () => {
    server.behave({ ...REFUSED, text: `5.1.1 <${email}>: no such user` });
    await ask();
    expect(await waiting()).toEqual([]);
    const [letter] = await dead();
    expect(letter).toMatchObject({ reason: 'bounced', tries: 1 });
    expect(letter?.answer).not.toContain('@');
    expect(await marks()).toBe(1);
    // Nothing that whoever runs this could mend.
    expect(await signing.world.brokenInvariants()).toEqual([]);
  });

  it('about somebody’s safety is tried although mail came back from there', async () => {
    server.behave(REFUSED);
    await ask();
    server.behave({ kind: 'takes' });
    await ask();
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ['the sender', { at: 'sender', code: 550, text: '5.1.8 sender not allowed' }],
    ['what it says', { at: 'data', code: 554, text: '5.7.1 looks like spam' }],
    ['who we are', { at: 'recipient', code: 554, text: '5.7.1 relay denied' }],
  ] as const)(
    'that is refused for %s is kept for whoever runs this, and says nothing of the address',
    async (_what, how) => {
      server.behave({ kind: 'answers', ...how });
      await ask();
      expect(await waiting()).toEqual([]);
      expect(await dead()).toEqual([expect.objectContaining({ reason: 'refused', tries: 1 })]);
      expect(await marks()).toBe(0);
    },
  );

  it('is sent again by kinwise mail retry when the cause is mended, under the same id', async () => {
    server.behave({ kind: 'answers', at: 'sender', code: 550, text: '5.7.1 not allowed' });
    await ask();
    const { text } = await command('list');
    expect(text).toContain('password_reset  refused after one try');
    expect(text).not.toContain('@');
    const [id = ''] = text.split(' ');
    server.behave({ kind: 'takes' });
    expect(await command('retry', id)).toEqual({ code: 0, text: `${id}: is sent again\n` });
    await signing.world.runJobs();
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toContain(`Message-ID: <${id}@localhost>`);
    expect((await command('list')).text).toBe('No letter was given up.\n');
    expect((await command('retry', id)).code).toBe(1);
  });

  it('is forgotten by kinwise mail drop, and by itself after a while', async () => {
    server.behave({ kind: 'answers', at: 'sender', code: 550, text: '5.7.1 not allowed' });
    await ask();
    expect((await command('drop', '--all')).code).toBe(0);
    expect(await dead()).toEqual([]);
    await ask();
    signing.world.clock.advance(31 * 86_400_000);
    await signing.world.sql("select kinwise.enqueue('dead_letters.forget', '{}', null, null)");
    await signing.world.runJobs();
    expect(await dead()).toEqual([]);
  });

  it('whose link is no longer good does not leave, and nothing of it is kept', async () => {
    server.behave({ kind: 'answers', at: 'recipient', code: 450, text: '4.2.1 try later' });
    await ask();
    server.behave({ kind: 'takes' });
    await later(3_600_000);
    expect(server.received).toEqual([]);
    expect(await dead()).toEqual([expect.objectContaining({ reason: 'stale', sealed: null })]);
    const [{ message_id: id = '' } = {}] = await signing.world.sql<{ message_id: string }>(
      'select message_id from dead_letters',
    );
    expect(await command('retry', id)).toMatchObject({
      code: 1,
      text: expect.stringContaining('ask anew') as string,
    });
  });

  it('whose connection breaks after it was handed over comes again, with the id by which doubles are told', async () => {
    server.behave({ kind: 'drops' });
    await ask();
    expect(await waiting()).toHaveLength(1);
    expect(server.received).toHaveLength(1);
    server.behave({ kind: 'takes' });
    await later(60_000);
    const ids = server.received.map((text) => /^Message-ID: (.*)$/m.exec(text)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('does not wait for a server that hangs', async () => {
    server.behave({ kind: 'hangs' });
    await ask();
    expect(await waiting()).toEqual([expect.objectContaining({ tries: 1 })]);
    closeTransports();
    await signing.world.sql('delete from graphile_worker._private_jobs');
  });

  it('that has left does not leave again when the queue hands it out twice', async () => {
    const { ground, opener } = signing.world.program;
    const letter = { kind: 'password_changed', name: 'Hana', link: `${ground.publicUrl()}/` } as const;
    const job = letterJob(ground, { to: email, locale: 'en-NZ', letter });
    for (let time = 0; time < 2; time += 1) {
      await opener.outside({ origin: { requestId: 'test' } }, async (ctx) => {
        ctx.enqueue(job);
        await Promise.resolve();
      });
      await signing.world.runJobs();
    }
    expect(server.received).toHaveLength(1);
  });

  it('goes with others over one connection', async () => {
    const before = server.connections();
    for (let count = 0; count < 5; count += 1) await ask();
    expect(server.received).toHaveLength(5);
    expect(server.connections() - before).toBeLessThan(3);
  });
});
