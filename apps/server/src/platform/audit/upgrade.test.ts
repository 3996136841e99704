import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@kinwise/core/ids';
import pg from 'pg';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../../test/database.ts';
import { verifyWith } from '../../cli/audit.ts';
import { makeProgram } from '../../program.ts';
import { readConfig } from '../config.ts';
import { makeLog } from '../log.ts';
import { migrate } from '../migrate.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../migrations');

it('an audit from before the chain hangs together after the upgrade, and goes on', async () => {
  const database = await freshDatabase('empty');
  const { ownerUrl } = database;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(
    'create table migrations (file text primary key, hash text not null, ran_at timestamptz default now())',
  );
  for (const file of readdirSync(MIGRATIONS)
    .filter((name) => name < '0009')
    .sort()) {
    const sql = readFileSync(join(MIGRATIONS, file), 'utf8');
    await client.query(sql);
    const hash = createHash('sha256').update(sql).digest('hex');
    await client.query('insert into migrations (file, hash) values ($1, $2)', [file, hash]);
  }
  const [counted, uncounted] = [newId(), newId()];
  await client.query('insert into change_counters (household_id, last_seq) values ($1, 9)', [counted]);
  for (const household of [counted, uncounted]) {
    await client.query(
      `insert into audit_entries (household_id, id, at, actor_kind, action, entity)
       select $1, gen_random_uuid(), timestamptz '2026-11-20 22:00Z' + make_interval(hours => n), 'system', 'tag.created', 'tag'
       from generate_series(1, 5) n`,
      [household],
    );
  }
  await client.query(
    `insert into security_entries (id, at, action, success, risk, request_id)
     select gen_random_uuid(), now(), 'login.succeeded', true, 'low', 'x' from generate_series(1, 3)`,
  );
  await migrate({ ownerUrl, appRole: 'kinwise_app', appPassword: 'test' });
  const program = makeProgram({
    config: readConfig({ NODE_ENV: 'test', SECRET_KEY: 'a test knows this and nobody else needs to' }),
    log: makeLog('error'),
    ownerUrl,
    appPassword: 'test',
  });
  await client.query(`select kinwise.log($1, '2026-11-22T00:00:00Z', '[]', $2, '{"actor_kind": "system"}')`, [
    uncounted,
    JSON.stringify([
      { id: newId(), action: 'tag.changed', entity: 'tag', count: 1, risk: 'low', success: true },
    ]),
  ]);
  let said = '';
  const code = await verifyWith(program.ground, {}, { write: (text) => (said += text) });
  expect(said).toContain('3 waiting for their link');
  expect(said).toMatch(/Every link holds: 3 chains, 5 days, 11 entries/);
  expect(code).toBe(0);
  const { rows } = await client.query('select last_seq from change_counters where household_id = $1', [
    counted,
  ]);
  expect(rows).toEqual([{ last_seq: '9' }]);
  await client.end();
  await program.close();
  await database.drop();
});
