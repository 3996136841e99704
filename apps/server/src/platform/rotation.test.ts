import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld } from '../../test/world.ts';
import type { World } from '../../test/world.ts';
import { rotateWith } from '../cli/keys.ts';
import { features } from '../features.ts';
import { examine } from './checkup.ts';
import { readConfig } from './config.ts';
import type { Ground } from './context.ts';
import { sealed, unsealed } from './encryption.ts';

const NUMBER = '12-3456-7890123-00';
const KEYS = Object.fromEntries(
  ['k1', 'k2'].map((id) => [id, `${id}:${randomBytes(32).toString('base64')}`]),
);

describe('new keys for sealed fields', () => {
  let world: World;
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(async () => {
    await world.close();
  });

  /** The program as it stands after a restart with these keys. */
  function restarted(...ids: string[]): Ground {
    const named = ids.map((id) => KEYS[id]).join(',');
    const { config } = world.program.ground;
    const given =
      named === '' ? { ...config, ENCRYPTION_KEYS: undefined } : { ...config, ENCRYPTION_KEYS: named };
    return { ...world.program.ground, config: given };
  }

  async function rotate(ground: Ground): Promise<{ code: number; said: string }> {
    const lines: string[] = [];
    const code = await rotateWith({ ground }, { write: (text: string) => lines.push(text) });
    return { code, said: lines.join('') };
  }

  async function addAccounts(count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const body = { name: `Bank ${index}`, kind: 'checking', number: NUMBER };
      expect(await world.as('mere').post('accounts/', body)).toMatchObject({ status: 201 });
    }
  }

  async function ciphers(): Promise<string[]> {
    const rows = await world.sql<{ number_cipher: string }>(
      'select number_cipher from accounts where number_cipher is not null order by id',
    );
    return rows.map((row) => row.number_cipher);
  }

  async function doctorOn(ground: Ground): Promise<string | undefined> {
    return (await examine(ground, features)).find(({ name }) => name === 'sealed fields have the newest key')
      ?.broken;
  }

  it('every value is sealed with the newest key, reads as before, and the old key can go', async () => {
    await addAccounts(3);
    await world.sql(
      'insert into signing_keys (id, public_key, private_cipher, created_at) values ($1, $2, $3, now())',
      [world.ids.mere, 'public', sealed(world.program.ground, 'private')],
    );
    const ground = restarted('k1');
    expect(await doctorOn(ground)).toContain(
      'accounts.number_cipher: 3 still sealed with k0; run kinwise keys rotate',
    );
    const { code, said } = await rotate(ground);
    expect(code).toBe(0);
    expect(said).toContain('accounts.number_cipher: 3 sealed anew with k1\n');
    expect(said).toContain('signing_keys.private_cipher: 1 sealed anew with k1\n');
    expect(await doctorOn(ground)).toBeUndefined();

    const later = restarted('k2', 'k1');
    expect((await rotate(later)).said).toContain('No longer needed: k1. Take them out of ENCRYPTION_KEYS.');
    const alone = restarted('k2');
    for (const value of await ciphers()) expect(unsealed(alone, value)).toBe(NUMBER);
    expect(await doctorOn(alone)).toBeUndefined();
  });

  it('a second run finds nothing to do and changes nothing', async () => {
    await addAccounts(2);
    await rotate(restarted('k1'));
    const before = await ciphers();
    expect((await rotate(restarted('k1'))).said).toContain('accounts.number_cipher: 0 sealed anew');
    expect(await ciphers()).toEqual(before);
  });

  it('goes on where an earlier run was stopped, over more rows than one batch', async () => {
    await addAccounts(1);
    const [first] = await world.sql<{ id: string }>(
      'select id from accounts where number_cipher is not null',
    );
    await world.sql(
      `insert into accounts select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'name', 'Copy ' || n))).*
       from accounts a, generate_series(1, 450) n where a.id = $1`,
      [first?.id],
    );
    const done = sealed(restarted('k1'), NUMBER);
    await world.sql('update accounts set number_cipher = $1 where id = $2', [done, first?.id]);
    expect((await rotate(restarted('k1'))).said).toContain('accounts.number_cipher: 450 sealed anew');
    expect(await ciphers()).toContain(done);
    expect((await ciphers()).every((value) => value.startsWith('k1.'))).toBe(true);
  });

  it('a value whose key is gone, or that was changed, stays, is named, and holds up no other', async () => {
    await addAccounts(3);
    const rows = await world.sql<{ id: string; number_cipher: string }>(
      'select id, number_cipher from accounts where number_cipher is not null order by id',
    );
    const [lost, changed] = rows;
    await world.sql('update accounts set number_cipher = $1 where id = $2', [
      sealed(restarted('k2'), NUMBER),
      lost?.id,
    ]);
    const bent = changed?.number_cipher.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    await world.sql('update accounts set number_cipher = $1 where id = $2', [bent, changed?.id]);
    const { code, said } = await rotate(restarted('k1'));
    expect(code).toBe(1);
    expect(said).toContain('accounts.number_cipher: 1 sealed anew');
    expect(said).toContain(`${lost?.id} (key k2)`);
    expect(said).toContain(`${changed?.id} (key k0)`);
    expect(said).not.toContain(NUMBER);
    expect(await doctorOn(restarted('k1'))).toContain('1 sealed with k2, which is gone; put that key back');
  });

  it('what waits to be sent is told, and needs its key until it has left', async () => {
    await world.sql("select graphile_worker.add_job('letters.send', $1)", [
      JSON.stringify({ sealed: sealed(restarted('k1'), 'a letter') }),
    ]);
    const { said } = await rotate(restarted('k2', 'k1'));
    expect(said).toContain('jobs that wait: 1 need k1 until they have been sent');
    expect(said).not.toContain('No longer needed');
    expect(await doctorOn(restarted('k2', 'k1'))).toBeUndefined();
    expect(await doctorOn(restarted('k2'))).toContain('jobs that wait: 1 sealed with k1, which is gone');
  });

  it('every column that holds ciphers is named by its feature', async () => {
    const columns = await world.sql<{ place: string }>(
      `select table_name || '.' || column_name as place from information_schema.columns
       where table_schema = 'public' and (column_name like '%cipher%' or column_name = 'sealed') order by 1`,
    );
    const named = features.flatMap(({ sealed: slots = [] }) =>
      slots.map(({ table, column }) => `${table}.${column}`),
    );
    expect(columns.map(({ place }) => place)).toEqual(named.sort());
  });
});

describe('ENCRYPTION_KEYS at the start', () => {
  const good = randomBytes(32).toString('base64');
  const other = randomBytes(32).toString('base64');

  it.each([
    ['k1', 'entry 1 (k1) needs 32 bytes in base64; make them with: openssl rand -base64 32'],
    [`k1:${good.slice(4)}`, 'entry 1 (k1) needs 32 bytes in base64'],
    [`k1:${good}, k 2:${other}`, 'entry 2 needs an id of 1 to 20 letters'],
    [`k1:${good},`, 'entry 2 needs an id'],
    [`k1:${good},k1:${other}`, 'entry 2: the id k1 is taken'],
    [`k1:${good},k2:${good}`, 'entry 2: the same key stands under another id'],
    [`k0:${good}`, 'entry 1 may not be called k0'],
  ])('is refused with its cure: case %#', (text, cure) => {
    expect(() => readConfig({ ENCRYPTION_KEYS: text })).toThrow(`ENCRYPTION_KEYS: ${cure}`);
    expect(() => readConfig({ ENCRYPTION_KEYS: text })).not.toThrow(good);
  });

  it('several keys of 32 bytes are taken', () => {
    expect(readConfig({ ENCRYPTION_KEYS: `k2:${other}, k1:${good}` }).ENCRYPTION_KEYS).toContain('k2:');
  });
});
