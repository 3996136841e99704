/** Every operation of the OpenAPI document as a request that the server takes: with examples, and ids of things that are there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Client } from '../../bench/client.ts';

export type Scene = {
  readonly url: string;
  /** Scratch, for what the scanners write. */
  readonly folder: string;
  readonly client: Client;
  /** The scan's own database, as its owner. */
  readonly sql: pg.Client;
  /** Only operations whose path holds this. */
  readonly only: string;
};

export type Target = {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly body: string | undefined;
};

type Schema = {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  examples?: unknown[];
  default?: unknown;
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
  items?: Schema;
};
type Operation = {
  security?: readonly unknown[];
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: { content?: Record<string, { schema?: Schema; example?: unknown } | undefined> };
};
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema | undefined> };
};

/** Whoever signs the scanner out, or takes its household away, ends the scan. */
const LEFT_OUT =
  /logout|terminate-all|sessions\/\{id\}|households\/\{id\}\/(?:leave|transfer)|deletion|delete-account|auth\/register|password\/(?:change|reset)|resend/;

const document = JSON.parse(
  readFileSync(join(process.cwd(), 'apps/server/openapi.json'), 'utf8'),
) as Document;

/** Paths that the document opens to everybody. Its examples stand for the parameters. */
export function openPaths(): RegExp[] {
  const open = Object.entries(document.paths).filter(
    ([, operations]) => operations['get']?.security?.length === 0,
  );
  return open.map(
    ([path]) => new RegExp(`^api/v1${path.replace(/\{\w+\}/g, '[^/]+').replace(/\/$/, '')}/?$`),
  );
}

/** Makes one of everything that can be made by an example, and answers the requests that a scanner varies. */
export async function furnish(scene: Scene): Promise<Target[]> {
  const home = await scene.client.post<{ id: string }>('households/', {
    name: 'Scanned home',
    type: 'family',
  });
  const client = scene.client.in(home.body.id);
  const ids = new Map<string, string>([['/households/', home.body.id]]);
  const account = { name: 'Everyday', kind: 'checking', currency: 'NZD', opening_balance: '5000.00' };
  const made = await client.post<{ id: string }>('accounts/', account);
  ids.set('/accounts/', made.body.id);
  const spent = { account_id: made.body.id, amount: '-12.50', payee: 'Moana Fish Shop' };
  ids.set('/transactions/', (await client.post<{ id: string }>('transactions/', spent)).body.id);
  for (const [path, operations] of Object.entries(document.paths)) {
    const body = exampleOf(operations['post']);
    if (path.includes('{') || body === undefined || ids.has(path) || LEFT_OUT.test(path)) continue;
    // An example that needs a story is refused; then there is no such thing, and the id stands for a missing one.
    const id = await client.post<{ id?: string } | undefined>(path.slice(1), body).then(
      (answer) => answer.body?.id,
      () => undefined,
    );
    if (id !== undefined) ids.set(path, id);
  }
  return Object.entries(document.paths)
    .filter(([path]) => path.includes(scene.only) && !LEFT_OUT.test(path))
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => targetOf(method, { path, operation, ids })),
    )
    .filter((target) => target.method !== 'DELETE');
}

function targetOf(
  method: string,
  of: { path: string; operation: Operation; ids: ReadonlyMap<string, string> },
): Target {
  const start = of.path.slice(0, of.path.indexOf('{') < 0 ? of.path.length : of.path.indexOf('{'));
  const id = of.ids.get(start) ?? '01930000-0000-7000-8000-000000000000';
  const path = `/api/v1${of.path.replaceAll(/\{\w+\}/g, id)}`;
  const query = (of.operation.parameters ?? [])
    .filter((one) => one.in === 'query' && one.name !== 'cursor' && one.name !== 'household')
    .map((one) => `${one.name}=${encodeURIComponent(String(valueOf(one.schema)))}`);
  const body = exampleOf(of.operation);
  return {
    method: method.toUpperCase(),
    path: query.length > 0 ? `${path}?${query.join('&')}` : path,
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

function exampleOf(operation: Operation | undefined): unknown {
  const content = operation?.requestBody?.content?.['application/json'];
  if (!content) return undefined;
  return content.example ?? valueOf(content.schema);
}

/** The example of a schema, or a value of its type. */
function valueOf(given: Schema | undefined, depth = 0): unknown {
  const schema = given?.$ref ? document.components?.schemas?.[given.$ref.split('/').at(-1) ?? ''] : given;
  if (!schema || depth > 4) return 'a';
  const said = [schema.examples?.[0], schema.default, schema.enum?.[0]].find((value) => value !== undefined);
  return said ?? builtOf(schema, depth);
}

function builtOf(schema: Schema, depth: number): unknown {
  const [first] = schema.anyOf ?? [];
  if (first) return valueOf(first, depth + 1);
  if (schema.type === 'array') return [valueOf(schema.items, depth + 1)];
  if (schema.type !== 'object') return PLAIN[schema.format ?? ''] ?? PLAIN[schema.type ?? ''] ?? 'a';
  const fields = Object.entries(schema.properties ?? {});
  return Object.fromEntries(fields.map(([name, one]) => [name, valueOf(one, depth + 1)]));
}

const PLAIN: Readonly<Record<string, unknown>> = {
  uuid: '01930000-0000-7000-8000-000000000000',
  date: '2026-06-01',
  integer: 1,
  number: 1,
  boolean: true,
};
