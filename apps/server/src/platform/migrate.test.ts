import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { migrate } from './migrate.ts';

const NAME = `kinwise_empty_${randomUUID().slice(0, 8)}`;
const APP = `${NAME}_app`;

/** Each would see every household. */
const MIGHTY = {
  [`${APP}_super`]: 'superuser',
  [`${APP}_bypass`]: 'bypassrls',
  [`${APP}_member`]: 'in role kinwise',
};

let base: Awaited<ReturnType<typeof freshDatabase>>;
let owner: pg.Client;

beforeAll(async () => {
  base = await freshDatabase();
  owner = new pg.Client({ connectionString: base.ownerUrl });
  await owner.connect();
  await owner.query(`drop role if exists kinwise`);
  await owner.query(`create role kinwise login createrole password 'test'`);
  await owner.query(`create database ${NAME} owner kinwise`);
});
afterAll(async () => {
  await owner.query(`drop database if exists ${NAME}`);
  for (const role of [APP, ...Object.keys(MIGHTY)]) await owner.query(`drop role if exists ${role}`);
  await owner.query('drop role if exists kinwise');
  await owner.end();
  await base.drop();
});

it('an owner without other rights, and with the name of our schema, gets its tables where they belong', async () => {
  const url = new URL(base.ownerUrl);
  url.username = 'kinwise';
  url.password = 'test';
  url.pathname = NAME;
  const options = { ownerUrl: url.toString(), appRole: APP, appPassword: 'test' };
  expect(await migrate(options)).not.toEqual([]);
  expect(await migrate(options), 'the second time there is nothing to do').toEqual([]);
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ schemaname: string }>(
    "select distinct schemaname from pg_tables where tableowner = 'kinwise' and schemaname not like 'graphile%'",
  );
  await client.end();
  expect(rows).toEqual([{ schemaname: 'public' }]);
});

it('lays the queue again where another version of it was laid, or where it is gone', async () => {
  const there = await freshDatabase();
  const client = new pg.Client({ connectionString: there.ownerUrl });
  await client.connect();
  const again = async (undo: string): Promise<unknown> => {
    await client.query(undo);
    await migrate({ ownerUrl: there.ownerUrl, appRole: 'kinwise_app', appPassword: 'test' });
    const { rows } = await client.query(
      "select to_regproc('kinwise.enqueue')::text as door, hash from migrations where file = 'graphile-worker'",
    );
    return rows;
  };
  try {
    const laid = await again('select 1');
    expect(laid).toEqual([
      { door: 'kinwise.enqueue', hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    ]);
    expect(await again("update migrations set hash = 'older' where file = 'graphile-worker'")).toEqual(laid);
    expect(await again('drop function kinwise.enqueue')).toEqual(laid);
  } finally {
    await client.end();
    await there.drop();
  }
});

it.each([...Object.keys(MIGHTY), 'kinwise'])(
  'nothing starts with a role that walls do not hold: %s',
  async (role) => {
    const url = new URL(base.ownerUrl);
    url.username = 'kinwise';
    url.password = 'test';
    url.pathname = NAME;
    if (role in MIGHTY) await owner.query(`create role ${role} login ${MIGHTY[role] ?? ''}`);
    await expect(migrate({ ownerUrl: url.toString(), appRole: role, appPassword: 'test' })).rejects.toThrow(
      `The role ${role} walks through the walls`,
    );
  },
);
