import { newId } from '@kinwise/core/ids';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { features } from '../../src/features.ts';
import { startEmbedded } from '../../src/platform/embedded/embedded.ts';
import { makeKillable, until } from '../killable.ts';
import type { Answer, Killable } from '../killable.ts';

const ROWS = 9_000;
const LANES = 4;

/** A bank's file that is long enough to be read, and to be committed, as a job in several pieces. */
function bankFile(): string {
  const lines = Array.from({ length: ROWS }, (_unused, index) => {
    const day = `${String((index % 28) + 1).padStart(2, '0')}/${String((index % 12) + 1).padStart(2, '0')}/2025`;
    return `${day},-${1 + (index % 90)}.${String(index % 100).padStart(2, '0')},Shop number ${index % 400} at the corner,Card ${index}`;
  });
  return ['Date,Amount,Payee,Memo', ...lines].join('\n');
}

describe('killing API, worker and PostgreSQL with -9 in the middle of imports and writes', () => {
  let program: Killable;
  let imported = '';
  const account: Record<string, string> = {};
  /** Every entry that somebody wrote by hand, with the answer that acknowledged it. */
  const acknowledged = new Map<string, { key: string; body: unknown; answer: Answer }>();

  beforeAll(async () => {
    program = await makeKillable();
    await program.start('api');
    await program.start('worker');
    await signUp();
    await program.call('POST', 'households/', { body: { name: 'Kererū Street' } });
    for (const name of ['Wallet', 'Bank']) {
      const body = { name, kind: 'checking', currency: 'NZD', allow_overdraft: true };
      account[name] = (await program.call('POST', 'accounts/', { body })).body['id'] ?? '';
    }
  }, 120_000);
  afterAll(async () => {
    await program.end();
  }, 60_000);

  async function signUp(): Promise<void> {
    const password = 'three herons over the harbour';
    const consent = { terms_accepted: true, privacy_policy_accepted: true };
    const person = { email: 'mere@example.org', first_name: 'Mere', password, password_confirm: password };
    await program.call('POST', 'auth/register/', { body: { ...person, ...consent } });
    const token = new URL((await program.mail()).links[0] ?? '').hash.replace('#token=', '');
    const { exchange_token } = (await program.call('POST', 'auth/email/verify/', { body: { token } })).body;
    const signedIn = await program.call('POST', 'auth/exchange-token/', {
      body: { exchange_token, client: 'native' },
    });
    program.bear(signedIn.body['access_token'] ?? '');
  }

  /** Writes one entry after another until told to stop; a call that got no answer is repeated with its key. */
  async function writeOn(over: AbortSignal): Promise<void> {
    for (let cents = 1; !over.aborted; cents += 1) {
      const id = newId();
      const key = newId();
      const amount = `-${Math.floor(cents / 100) + 1}.${String(cents % 100).padStart(2, '0')}`;
      const body = { id, account_id: account['Wallet'], amount, payee: `Stall ${cents % 7}` };
      const answer = await program.insist('POST', 'transactions/', { body, key });
      acknowledged.set(id, { key, body, answer });
    }
  }

  const show = async (): Promise<Answer> => await program.insist('GET', `imports/${imported}/`);
  const progress = async (status: string, done: number): Promise<unknown> =>
    await until(async () => {
      const { body } = await show();
      const now = body as unknown as { status: string; progress: { done: number } };
      return now.status !== status || now.progress.done >= done ? now : undefined;
    });

  it('leaves every process able to go on', async () => {
    const over = new AbortController();
    const lanes = Array.from({ length: LANES }, async () => {
      await writeOn(over.signal);
    });
    const form = new FormData();
    form.set('account_id', account['Bank'] ?? '');
    form.set('file', new File([bankFile()], 'bank.csv'));
    imported = (await program.call('POST', 'imports/', { form })).body['id'] ?? '';

    // The worker dies over the reading of the file.
    await program.kill('worker');
    await program.start('worker');
    await progress('reading', Infinity);
    expect((await show()).body).toMatchObject({ status: 'preview', counts: { total: ROWS } });

    const key = newId();
    await program.insist('POST', `imports/${imported}/commit/`, { body: {}, key });
    await progress('committing', 1);
    await program.kill('worker');
    await program.kill('api');
    await program.start('api');
    await program.start('worker');
    await progress('committing', 3_000);
    await program.kill('database');
    await progress('committing', Infinity);
    expect((await show()).body).toMatchObject({ status: 'committed' });

    over.abort();
    await Promise.all(lanes);
    expect(acknowledged.size).toBeGreaterThan(LANES);
    for (const { answer } of acknowledged.values()) expect(answer.status).toBe(201);
  }, 180_000);

  it('loses nothing and doubles nothing of what was written by hand', async () => {
    for (const { key, body, answer } of [...acknowledged.values()].slice(-40)) {
      expect(await program.insist('POST', 'transactions/', { body, key })).toEqual(answer);
    }
    const rows = await ask<{ id: string }>('select id from transactions where account_id = $1', [
      account['Wallet'],
    ]);
    expect(rows.map((row) => row.id).sort()).toEqual([...acknowledged.keys()].sort());
  }, 60_000);

  it('loses nothing and doubles nothing of the file', async () => {
    const [sums] = await ask<{ rows: string; lines: string }>(
      'select count(*) as rows, count(distinct import_line) as lines from transactions where account_id = $1 and import_id = $2',
      [account['Bank'], imported],
    );
    expect(sums).toEqual({ rows: String(ROWS), lines: String(ROWS) });
  });

  it('leaves balances and sums equal to their rows', async () => {
    for (const { name, sql } of features.flatMap((feature) => feature.invariants ?? [])) {
      expect({ name, broken: await ask(sql) }).toEqual({ name, broken: [] });
    }
  });

  async function ask<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const base = await startEmbedded({ dir: `${program.dir}/postgres` });
    const client = new Client({ connectionString: base.ownerUrl });
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
      await base.stop();
    }
  }
});
