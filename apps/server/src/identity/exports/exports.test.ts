import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { makeWorld } from '../../../test/world.ts';
import type { Person, World } from '../../../test/world.ts';

const HOUR_MS = 3_600_000;

describe('a copy of everything about a person', () => {
  let world: World;
  let store: string;
  beforeAll(async () => {
    store = mkdtempSync(join(tmpdir(), 'kinwise-files-'));
    world = await makeWorld({ settings: { STORAGE_URL: `file:${store}`, MAIL_URL: `dir:${store}/mail` } });
    await fill(world);
  });
  afterAll(async () => {
    expect(await world.brokenInvariants()).toEqual([]);
    await world.close();
    rmSync(store, { recursive: true, force: true });
  });

  async function ready(person: Person): Promise<{ id: string; files: Record<string, string> }> {
    const asked = await world.as(person).post('privacy/export/');
    expect(asked).toMatchObject({ status: 202, body: { status: 'waiting', download: null } });
    await world.runJobs();
    const { body } = await world.as(person).get(`privacy/export/${asked.body.id}/`);
    expect(body).toMatchObject({ status: 'ready', download: `privacy/export/${body.id}/download/` });
    expect(body.progress.done).toBe(body.progress.total);
    return { id: body.id, files: unpacked(await fetched(person, body.id)) };
  }

  async function fetched(person: Person, id: string): Promise<Uint8Array> {
    const answer = await world.http.inject({
      url: `/api/v1/privacy/export/${id}/download/`,
      headers: { authorization: `Bearer test-${world.ids[person]}` },
    });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="kinwise-2026-11-22.zip"',
      'content-length': String(answer.rawPayload.length),
      'cache-control': 'no-store',
    });
    return answer.rawPayload;
  }

  it('holds JSON and CSV of each kind, with names for ids, parts of entries and a text that explains', async () => {
    const { files } = await ready('mere');
    const folder = 'households/ngata-whanau';
    const json = (name: string): Record<string, unknown>[] => JSON.parse(files[`${name}.json`] ?? '');
    expect(json('you/users')).toMatchObject([{ email: 'mere@example.org', first_name: 'Mere' }]);
    const [key] = json('you/api-keys');
    expect(key).toMatchObject({ name: 'Server', scopes: ['read:accounts'], signed_only: true });
    expect(Object.keys(key ?? {}).filter((name) => /hash|cipher|last_four/.test(name))).toEqual([]);
    expect(json('you/memberships')).toMatchObject([{ household: 'Ngata whānau', role: 'admin' }]);
    expect(json(`${folder}/accounts`).map((row) => row['name'])).toEqual(
      expect.arrayContaining(['Everyday', 'Secret jar']),
    );
    const entries = json(`${folder}/transactions`);
    expect(entries.find((row) => row['payee'] === '=cmd()')).toMatchObject({
      amount: '-45.90',
      splits: [{ amount: '-40.00' }, { amount: '-5.90' }],
    });
    expect(json(`${folder}/trashed-transactions`)).toMatchObject([{ payee: 'Thrown away' }]);
    expect(json(`${folder}/saved-searches`)).toMatchObject([{ name: 'Coffee' }]);
    expect(json(`${folder}/imports`)).toMatchObject([{ file_name: 'bank.csv' }]);
    for (const kind of [
      'categories',
      'tags',
      'rules',
      'merchants',
      'exchange-rates',
      'households',
      'memberships',
    ])
      expect(files[`${folder}/${kind}.json`], kind).toBeDefined();
    const csv = files[`${folder}/transactions.csv`] ?? '';
    expect(csv).toContain(",'=cmd(),");
    expect(csv).toContain(',-45.90,');
    expect(csv).toContain(',Everyday,');
    expect(csv).toContain(',Kai');
    expect(files[`${folder}/transactions-splits.csv`]).toMatch(/\r\n[0-9a-f-]{36},[^\r]*,-40.00,/);
    expect(files['README.txt']).toContain('for mere@example.org on 2026-11-22');
    expect(files['README.txt']).toContain(`${folder}/transactions (`);
    expect(JSON.stringify(files)).not.toMatch(/available_actions|password_hash|token_hash|_cipher/);
  });

  it('holds of a household what its owner may see, and nothing that is another’s alone', async () => {
    const tama = await ready('tama');
    expect(JSON.stringify(tama.files)).not.toMatch(/Secret jar|Private thing|Coffee/);
    const kiri = await ready('kiri');
    expect(JSON.parse(kiri.files['households/ngata-whanau/transactions.json'] ?? '')).toEqual([]);
    expect(JSON.parse(kiri.files['households/ngata-whanau/rules.json'] ?? '')).toEqual([]);
    const zed = await ready('zed');
    expect(Object.keys(zed.files).filter((name) => name.startsWith('households/ngata'))).toEqual([]);
    expect(JSON.stringify(zed.files)).not.toMatch(/Ngata|mere@example.org/);
  });

  it('is for one person: to everybody else it does not exist', async () => {
    const { id } = await ready('sam');
    for (const path of [`privacy/export/${id}/`, `privacy/export/${id}/download/`]) {
      expect((await world.as('mere').get(path)).status).toBe(404);
      expect((await world.anonymous().get(path)).status).toBe(401);
    }
    expect(
      (await world.as('mere').get('privacy/export/')).body.results.map((one: { id: string }) => one.id),
    ).not.toContain(id);
    expect((await world.as('sam').get('users/me/data-export/')).body.results[0].id).toBe(id);
  });

  it('is told in the audit of each household, in the history of the person, and by a letter without a secret', async () => {
    const { id } = await ready('aroha');
    const audit = await world.sql(
      `select household_id, action, actor_id, risk, after->>'kind' as kind from audit_entries
       where action = 'data.exported' and actor_id = $1`,
      [world.ids.aroha],
    );
    expect(audit).toEqual([
      {
        household_id: world.household,
        action: 'data.exported',
        actor_id: world.ids.aroha,
        risk: 'high',
        kind: 'personal',
      },
    ]);
    const told = await world.sql<{ action: string }>(
      'select action from security_entries where user_id = $1 order by at, id',
      [world.ids.aroha],
    );
    expect(told.map((row) => row.action)).toEqual(['export.asked', 'export.made', 'export.fetched']);
    const [letter] = readdirSync(`${store}/mail`)
      .map((name) => JSON.parse(readFileSync(`${store}/mail/${name}`, 'utf8')))
      .filter((mail: { to: string }) => mail.to === 'aroha@example.org');
    expect(letter.links).toEqual(['http://localhost:8000/settings/privacy']);
    expect(letter.text).not.toContain(id);
  });

  it('is one at a time, and five a day', async () => {
    const olive = world.as('olive');
    const [one, other] = await Promise.all([olive.post('privacy/export/'), olive.post('privacy/export/')]);
    expect(one.body.id).toBe(other.body.id);
    for (let more = 0; more < 4; more += 1) {
      await world.runJobs();
      expect((await olive.post('privacy/export/')).status).toBe(202);
    }
    await world.runJobs();
    const refused = await olive.post('privacy/export/');
    expect(refused).toMatchObject({ status: 429, body: { error_code: 'RATE_LIMIT_6001' } });
    const { results } = (await olive.get('privacy/export/')).body;
    expect(results.filter((row: { status: string }) => row.status === 'ready')).toHaveLength(1);
  });

  it('is gone after a day, its file with it, and files that no row names go too', async () => {
    const { id } = await ready('kiri');
    expect(readdirSync(`${store}/exports`).length).toBeGreaterThan(0);
    world.clock.advance(24 * HOUR_MS);
    expect((await world.as('kiri').get(`privacy/export/${id}/download/`)).status).toBe(404);
    await world.program.ground.files.put('exports', chunks('stray'));
    await run('exports.remove_expired');
    expect((await world.as('kiri').get(`privacy/export/${id}/`)).body).toMatchObject({ status: 'removed' });
    expect(readdirSync(`${store}/exports`)).toHaveLength(1);
    world.clock.moveTo(systemMs() + 25 * HOUR_MS);
    await run('exports.forget_old');
    expect(readdirSync(`${store}/exports`)).toEqual([]);
  });

  it('that breaks off says so, and is made by the next try', async () => {
    const broken = { ...world.program.ground.files };
    const { files } = world.program.ground as { files: { put: unknown } };
    files.put = async () => await Promise.reject(new Error('the disk is full'));
    const { body } = await world.as('sam').post('privacy/export/');
    await world.runJobs();
    expect((await world.as('sam').get(`privacy/export/${body.id}/`)).body.status).toBe('failed');
    files.put = broken.put;
    await world.sql('update graphile_worker._private_jobs set run_at = now() where attempts > 0');
    await world.runJobs();
    expect((await world.as('sam').get(`privacy/export/${body.id}/`)).body.status).toBe('ready');
  });

  async function run(job: string): Promise<void> {
    await world.program.opener.outside({ origin: { requestId: 'test' } }, async (ctx) => {
      await Promise.resolve(ctx.enqueue({ job, payload: {} }));
    });
    await world.runJobs();
  }
});

async function* chunks(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}

/** Files carry the machine's own time, whatever the test's clock says. */
function systemMs(): number {
  return systemClock.nowMs();
}

function unpacked(zip: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

async function fill(world: World): Promise<void> {
  const mere = world.as('mere');
  const account = (
    await mere.post('accounts/', { name: 'Everyday', kind: 'checking', allow_overdraft: true })
  ).body.id;
  const jar = (
    await mere.post('accounts/', {
      name: 'Secret jar',
      kind: 'cash',
      visibility: 'private',
      allow_overdraft: true,
    })
  ).body.id;
  const tag = (await mere.post('tags/', { name: 'Kai' })).body.id;
  const { results } = (await mere.get('categories/')).body;
  const category =
    results[0]?.id ?? (await mere.post('categories/', { name: 'Groceries', kind: 'expense' })).body.id;
  const splits = [
    { category_id: category, amount: '-40.00' },
    { category_id: null, amount: '-5.90', note: 'the rest' },
  ];
  const base = { account_id: account, occurred_on: '2026-11-20' };
  await mere.post('transactions/', { ...base, amount: '-45.90', payee: '=cmd()', splits, tags: [tag] });
  await mere.post('transactions/', { ...base, account_id: jar, amount: '-1.00', payee: 'Private thing' });
  const gone = (await mere.post('transactions/', { ...base, amount: '-2.00', payee: 'Thrown away' })).body.id;
  await mere.delete(`transactions/${gone}/`);
  await mere.post('auth/api-keys/', { name: 'Server', scopes: ['read:accounts'], signed_only: true });
  await mere.post('saved-searches/', { name: 'Coffee', filters: { q: 'coffee' } });
  const text = 'Date,Amount,Payee\n20/11/2026,-4.50,Cafe\n';
  await mere.upload(
    'imports/',
    { name: 'bank.csv', bytes: new TextEncoder().encode(text) },
    { account_id: account },
  );
}
