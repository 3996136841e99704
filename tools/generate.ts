/**
 * Writes what is generated: the database types (platform/schema.ts), openapi.json, the client's types and the tables
 * in docs/.
 * `--check` writes nothing and fails when a file differs from a fresh one. Run through `node tools/generate.mjs`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { routes } from '../apps/server/src/features.ts';
import { readConfig } from '../apps/server/src/platform/config.ts';
import { startEmbedded } from '../apps/server/src/platform/embedded/embedded.ts';
import { makeLog } from '../apps/server/src/platform/log.ts';
import { describeApi } from '../apps/server/src/platform/openapi.ts';
import { migrateFor } from '../apps/server/src/program.ts';
import { clientTypes } from './client-types.ts';
import { documents } from './docs.ts';
import type { Column } from './docs.ts';

const COLUMN_TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  bpchar: 'string',
  int8: 'bigint',
  int4: 'number',
  int2: 'number',
  bool: 'boolean',
  date: 'string',
  timestamptz: 'string',
  numeric: 'string',
  jsonb: 'Json',
  json: 'Json',
  bytea: 'Buffer',
  inet: 'string',
  _uuid: 'string[]',
  _text: 'string[]',
};

const check = process.argv.includes('--check');
const schemaOnly = process.argv.includes('--schema-only');

async function main(): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'kinwise-generate-'));
  chmodSync(dir, 0o711);
  const embedded = await startEmbedded({ dir: join(dir, 'postgres'), throwAway: true });
  try {
    const config = readConfig({
      NODE_ENV: 'test',
      DATA_DIR: dir,
      PORT: '0',
      SECRET_KEY: 'generate-only-generate-only-generate',
    });
    const options = { config, log: makeLog('silent'), ownerUrl: embedded.ownerUrl };
    await migrateFor(options);
    const stale = [await write('apps/server/src/platform/schema.ts', await databaseTypes(embedded.ownerUrl))];
    if (!schemaOnly) {
      const document = JSON.stringify(JSON.parse(await describeApi(routes)), null, 1);
      stale.push(await write('apps/server/openapi.json', `${document}\n`));
      stale.push(await write('packages/api-client/src/schema.ts', await clientTypes(document)));
      for (const { path, text } of documents(await columnsOf(embedded.ownerUrl)))
        stale.push(await write(path, text));
    }
    return stale.some(Boolean) ? 1 : 0;
  } finally {
    await embedded.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The tables as Kysely types. */
async function databaseTypes(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{
    table_name: string;
    column_name: string;
    udt_name: string;
    nullable: boolean;
    filled: boolean;
  }>(`
    select table_name, column_name, udt_name, is_nullable = 'YES' as nullable, column_default is not null as filled
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name, ordinal_position`);
  await client.end();
  const tables = new Map<string, string[]>();
  for (const { table_name, column_name, udt_name, nullable, filled } of rows) {
    const plain = (COLUMN_TYPES[udt_name] ?? 'unknown') + (nullable ? ' | null' : '');
    const type = filled ? `Generated<${plain}>` : plain;
    tables.set(table_name, [...(tables.get(table_name) ?? []), `  ${column_name}: ${type};`]);
  }
  const names = [...tables.keys()];
  return [
    "// Generated from the migrations.\nimport type { Generated } from 'kysely';\n",
    'export type Json = unknown;\n',
    ...names.map((name) => `export interface ${pascal(name)} {\n${tables.get(name)?.join('\n') ?? ''}\n}\n`),
    `export interface DB {\n${names.map((name) => `  ${name}: ${pascal(name)};`).join('\n')}\n}\n`,
  ].join('\n');
}

/** Every column with its type as PostgreSQL writes it, tables in the order of their making. */
async function columnsOf(ownerUrl: string): Promise<Column[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.oid, a.attnum`);
  await client.end();
  return rows;
}

function pascal(name: string): string {
  return name.replace(/(^|_)([a-z])/g, (_match, _bar, letter: string) => letter.toUpperCase());
}

/** Answers whether the file differed. */
async function write(path: string, text: string): Promise<boolean> {
  let before = '';
  try {
    before = readFileSync(path, 'utf8');
  } catch {
    // It is new.
  }
  if (before === text) return false;
  if (check)
    process.stderr.write(`${path} is not what would be generated now: run node tools/generate.mjs\n`);
  else writeFileSync(path, text);
  return await Promise.resolve(true);
}

const differed = await main();
process.exitCode = check ? differed : 0;
