/** Looks for words everywhere that something can be kept: every column of every table, the queue's too, and the files. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from './world.ts';

/** Where one of the words stands: `table.column (so often)`, or the path of a file. */
export async function traces(world: World, words: readonly string[], folder?: string): Promise<string[]> {
  const columns = await world.sql<{ table: string; column: string }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as table, quote_ident(a.attname) as column
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
     order by 1, a.attnum`,
  );
  const found: string[] = [];
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  // Bytes are shown as hexadecimal digits.
  const hex = words
    .flatMap((word) => [word, word.toLowerCase()])
    .map((word) => Buffer.from(word).toString('hex'));
  for (const { table, column } of columns) {
    const [row] = await world.sql<{ count: number }>(
      `select count(*)::int as count from ${table} t where t.${column}::text ilike any($1)
         or exists (select from unnest($2::text[]) h where strpos(t.${column}::text, h) > 0)`,
      [patterns, hex],
    );
    if (row && row.count > 0) found.push(`${table}.${column} (${row.count})`);
  }
  return [...found, ...(folder === undefined ? [] : filesWith(folder, words))];
}

function filesWith(folder: string, words: readonly string[]): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return paths.filter((path) => {
    if (statSync(path).isDirectory()) return false;
    const bytes = readFileSync(path).toString('latin1').toLowerCase();
    return words.some((word) => bytes.includes(word.toLowerCase()));
  });
}
