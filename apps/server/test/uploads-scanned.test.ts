import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { features } from '../src/features.ts';
import { examine } from '../src/platform/checkup.ts';
import { EICAR, startClamd } from './clamd.ts';
import type { Clamd } from './clamd.ts';
import { makeWorld } from './world.ts';
import type { World } from './world.ts';

/** Files that people send, where the settings name a scanner: on their way in, each through the same place. */

const CSV = 'Date,Amount,Payee\n2026-11-02,-12.50,Harbour Café\n';
const csv = (text = CSV) => ({ name: 'november.csv', bytes: Buffer.from(text) });

let double: Clamd;
let world: World;
beforeAll(async () => {
  double = await startClamd();
  world = await makeWorld({ settings: { CLAMAV_URL: double.url } });
});
afterAll(async () => {
  await world.close();
  await double.close();
});

const kept = async () =>
  await world.sql<{ count: number }>(
    'select (select count(*) from imports)::int + (select count(*) from exchange_rates)::int as count',
  );

describe('a file that is sent', () => {
  it('is taken when the scanner finds nothing, and was seen by it as it came', async () => {
    expect((await world.as('mere').upload('imports/', csv())).status).toBe(201);
    expect(double.heard.at(-1)?.bytes.toString()).toBe(CSV);
  });

  it('is refused when it holds a virus, with its name; nothing is kept, and the audit has it every time', async () => {
    const before = await kept();
    for (const path of ['imports/', 'exchange-rates/upload/']) {
      const refused = await world.as('tama').upload(path, csv(`${CSV}${EICAR}\n`));
      expect(refused, path).toMatchObject({
        status: 422,
        body: { error_code: 'VALIDATION_2007', virus: 'Eicar-Test-Signature' },
      });
      expect(refused.body.detail).toContain('nothing of it was kept');
    }
    expect(await kept()).toEqual(before);
    const entries = await world.sql<Record<string, unknown>>(
      `select user_id, risk, success, details ->> 'virus' as virus, details ->> 'file' as file
       from security_entries where action = 'upload.infected'`,
    );
    const one = {
      user_id: world.ids.tama,
      risk: 'high',
      success: false,
      virus: 'Eicar-Test-Signature',
      file: 'november.csv',
    };
    expect(entries).toEqual([one, one]);
    const rows = await world.sql<{ text: string }>('select s::text as text from security_entries s');
    for (const { text } of rows) expect(text).not.toContain('EICAR-STANDARD');
  });

  it('is refused with its cure while the scanner does not answer, and the health tells', async () => {
    const before = await kept();
    double.behave({ kind: 'cuts' });
    const refused = await world.as('mere').upload('imports/', csv());
    expect(refused).toMatchObject({ status: 503, body: { error_code: 'EXTERNAL_7002' } });
    expect(refused.headers['retry-after']).toBe('60');
    expect(await kept()).toEqual(before);
    const ill = await world.anonymous().get('health/ready/');
    expect(ill).toMatchObject({ status: 200, body: { checks: { database: 'ok', scanner: 'degraded' } } });
    const found = await examine(world.program.ground, features);
    expect(found.find(({ broken }) => broken !== undefined)?.broken).toMatch(
      /^CLAMAV_URL: it does not answer/,
    );
    double.behave({ kind: 'well' });
    expect((await world.anonymous().get('health/ready/')).body.checks.scanner).toBe('ok');
    expect((await world.as('mere').upload('imports/', csv(`${CSV}2026-11-03,-1.00,Tram\n`))).status).toBe(
      201,
    );
  });

  it('is refused with its cure when it is larger than the scanner takes', async () => {
    double.behave({ kind: 'well', mostBytes: 20 });
    const refused = await world.as('mere').upload('imports/', csv());
    expect(refused).toMatchObject({ status: 413, body: { error_code: 'VALIDATION_2005' } });
    expect(refused.body.detail).toContain('StreamMaxLength');
    double.behave({ kind: 'well' });
  });

  it('is looked into by nobody where no scanner is named', async () => {
    const plain = await makeWorld();
    const heard = double.heard.length;
    const taken = await plain.as('mere').upload('imports/', csv(`${CSV}2026-11-04,-1.00,${EICAR}\n`));
    expect(taken.status).toBe(201);
    expect(double.heard.length).toBe(heard);
    expect((await plain.anonymous().get('health/ready/')).body).toEqual({
      status: 'ok',
      checks: { database: 'ok' },
    });
    await plain.close();
  });
});
