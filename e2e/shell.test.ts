/** The command as people type it: a process of its own, beside the program that runs, on the same database. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Home, newHome } from './people.ts';

const COMMAND = fileURLToPath(new URL('../tools/kinwise.mjs', import.meta.url));
const FILE = ['Date,Payee,Amount', '01/06/2026,Moana Coffee,-5.50', '15/06/2026,Wages,2400.00', ''].join(
  '\n',
);

describe('kinwise import as a process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kinwise-e2e-shell-'));
  let home: Home;
  let place: string[];

  beforeAll(async () => {
    home = await newHome();
    place = ['--as', home.person.email];
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings a file in while the program runs, and ends with 0', async () => {
    const words = ['import', file('june.csv', FILE), '--account', 'everyday', ...place];
    const shown = await kinwise([...words, '--dry-run']);
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toContain('  money    in 2400.00, out -5.50, sum 2394.50 NZD\n');
    expect(await home.entriesOf('Moana Coffee')).toEqual([]);

    const done = await kinwise([...words, '--json']);
    expect(done).toMatchObject({ code: 0, err: '' });
    const { id, counts } = JSON.parse(done.out) as { id: string; counts: { included: number } };
    expect(counts.included).toBe(2);
    expect(await home.entriesOf('Moana Coffee')).toMatchObject([{ amount: '-5.50' }]);

    const again = await kinwise(words);
    expect(again.out).toContain('Imported 0 of 2 rows.');
    await home.person.call('POST', `imports/${id}/undo/`, {});
    expect(await home.entriesOf('Moana Coffee')).toEqual([]);
  });

  it('brings in a long file together with the worker of the program, each row once', async () => {
    const days = Array.from({ length: 5_000 }, (_unused, index) => String((index % 28) + 1).padStart(2, '0'));
    const rows = days.map((day, index) => `${day}/0${(index % 9) + 1}/2025,Long Bay Kiosk ${index},-1.00`);
    const path = file('long.csv', ['Date,Payee,Amount', ...rows].join('\n'));
    const done = await kinwise(['import', path, '--account', 'Everyday', '--json', ...place]);
    expect(done).toMatchObject({ code: 0, err: '' });
    const { id, counts } = JSON.parse(done.out) as { id: string; counts: { included: number } };
    expect(counts.included).toBe(5_000);
    const everyday = await home.person.call('GET', `accounts/${home.account}/`);
    expect(everyday['balance']).toBe('-4500.00');
    await home.person.call('POST', `imports/${id}/undo/`, {});
  });

  it('ends with 1 where it is refused: line, reason, cure and code', async () => {
    const path = file('beach.csv', 'What a lovely day at the beach.\n');
    expect(await kinwise(['import', path, ...place])).toEqual({
      code: 1,
      out: '',
      err:
        'kinwise: line 1: No line holds both a day and an amount. The first one looked at is “What a lovely day at the beach.”. ' +
        'Check that the file lists transactions with a day and an amount, or name the columns by hand. (no_rows)\n',
    });
    const homeless = await kinwise(['import', file('june.csv', FILE), ...place]);
    expect(homeless.code).toBe(1);
    expect(homeless.err).toContain('Statement 1 goes to no account yet. Add --account NAME');
  });

  it.each([
    ['nothing', [], 'kinwise import FILE'],
    ['an option that is none', ['june.csv', '--acount', 'Everyday'], "Unknown option '--acount'"],
    ['two files', ['june.csv', 'july.csv'], 'One file at a time'],
    [
      'a statement that is none',
      ['june.csv', '--statement', 'Savings'],
      '"Savings" says nothing of a statement.',
    ],
  ])('ends with 2 where it is called with %s', async (_name, words, sentence) => {
    const { code, out, err } = await kinwise(['import', ...words]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
    expect(err).toContain('--statement 3=skip');
  });

  function file(name: string, text: string): string {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  }
});

async function kinwise(words: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  const { settings } = inject('program');
  const child = spawn(process.execPath, [COMMAND, ...words], {
    env: { ...settings, PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}
