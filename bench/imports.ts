/** A bank's file through the API: upload, preview, commit; then the same file again. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from './client.ts';
import type { Home } from './fill.ts';
import { sizeName } from './options.ts';
import { cpuMs } from './processes.ts';
import type { Scene } from './reads.ts';
import { bankFile } from './statement.ts';
import { least } from './table.ts';
import type { Line } from './table.ts';

type Import = { id: string; status: string; counts: { total: number; new: number; included: number } };

/** Imports `rows` rows into a new account of the home. `copied` is the rate of a plain COPY in the same run. */
export async function measureImport(
  scene: Scene,
  home: Home,
  of: { rows: number; copied: number },
): Promise<Line[]> {
  const inside = scene.client.in(home.id);
  const file = bankFile(of.rows, scene.today);
  const account = await inside.post<{ id: string }>('accounts/', {
    name: `Imported ${of.rows}`,
    kind: 'checking',
    currency: 'NZD',
    allow_overdraft: true,
  });
  const at = { file, rows: of.rows, account: account.body.id };
  const first = await run(scene, inside, at);
  const again = await run(scene, inside, at);
  if (first.counts.total !== of.rows) throw new Error(`of ${of.rows} rows ${first.counts.total} were read`);
  if (again.counts.included > 0)
    throw new Error(`the same file again would add ${again.counts.included} rows`);
  const size = `${sizeName(of.rows)} into ${sizeName(home.entries)}`;
  const line = (measure: string, took: Took, goal: number): Line => ({
    measure,
    size,
    value: of.rows / took.seconds,
    unit: 'rows/s',
    cpu: [(took.server / of.rows) * 1000, (took.database / of.rows) * 1000],
    goal: least(goal, 'rows/s'),
  });
  return [
    { ...line('import a file', first, 8_000), reference: { name: 'plain COPY', value: of.copied } },
    { measure: '  of that, to the preview', size, value: of.rows / first.previewSeconds, unit: 'rows/s' },
    line('the same file again', again, 20_000),
  ];
}

type Took = {
  seconds: number;
  previewSeconds: number;
  server: number;
  database: number;
  counts: Import['counts'];
};

async function run(
  scene: Scene,
  inside: Client,
  at: { file: Buffer; rows: number; account: string },
): Promise<Took> {
  const { watched } = scene;
  const before = [cpuMs(watched.server), cpuMs(watched.database)] as const;
  const began = performance.now();
  const sent = await inside.upload<Import>('imports/', {
    name: 'statement.csv',
    bytes: at.file,
    fields: { account_id: at.account },
  });
  const preview = await until(inside, sent.body, { status: 'preview', size: at.rows });
  const previewSeconds = (performance.now() - began) / 1000;
  const taken = await inside.post<Import>(`imports/${preview.id}/commit/`, {});
  const done = await until(inside, taken.body, { status: 'committed', size: at.rows });
  const seconds = (performance.now() - began) / 1000;
  const cpu = { server: cpuMs(watched.server) - before[0], database: cpuMs(watched.database) - before[1] };
  return { seconds, previewSeconds, ...cpu, counts: { ...done.counts, included: preview.counts.included } };
}

async function until(
  inside: Client,
  start: Import,
  { status, size }: { status: string; size: number },
): Promise<Import> {
  let now = start;
  // Looking too often would measure the looking.
  const patience = Math.min(400, 50 + size / 100);
  while (now.status !== status) {
    if (now.status === 'failed') throw new Error('the file could not be read');
    await pause(patience);
    now = (await inside.get<Import>(`imports/${now.id}/`)).body;
  }
  return now;
}
