/** The examples of docs/api.md, run as a reader would: in a shell, with curl, against a server that listens. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { makeWorld } from './world.ts';

const GUIDE = join(import.meta.dirname, '../../../docs/api.md');
const TOOLS = ['bash', 'curl', 'sed', 'tr', 'cut', 'openssl'];
const missing = TOOLS.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);

/** The blocks marked `sh run` as one script, and the lines that the blocks marked `text` promise. */
function readGuide(text: string): { script: string; promised: string[] } {
  const blocks = [...text.matchAll(/```(sh run|text)\n([\s\S]*?)```/g)];
  const of = (kind: string) => blocks.filter((block) => block[1] === kind).map((block) => block[2] ?? '');
  return {
    script: `set -euo pipefail\n${of('sh run').join('')}`,
    promised: of('text').join('').trim().split('\n'),
  };
}

/** Signed requests say when they were made: the reader's clocks show the time of the server, which stands still. */
function clockAt(nowMs: number): { forShell: string; forNode: string } {
  const source = `Date.now = () => ${nowMs};`;
  return {
    forShell: `date() { printf '%s\\n' ${Math.floor(nowMs / 1000)}; }`,
    forNode: `--import=data:text/javascript,${encodeURIComponent(source)}`,
  };
}

describe('the guide to the API', () => {
  it.skipIf(missing.length > 0)(
    'says what really happens',
    async () => {
      const world = await makeWorld({ realSignIn: true, demo: true });
      // A place of its own: what another user's run left in the common one could not be written over.
      const place = mkdtempSync(join(tmpdir(), 'kinwise-guide-'));
      try {
        await world.sql("update users set is_demo = true where username = 'mere'");
        const address = await world.http.listen({ port: 0, host: '127.0.0.1' });
        const { script, promised } = readGuide(readFileSync(GUIDE, 'utf8'));
        const clock = clockAt(world.clock.nowMs());
        const env = { ...process.env, API: `${address}/api/v1`, TMPDIR: place, NODE_OPTIONS: clock.forNode };
        const all = ['-c', `${clock.forShell}\n${script}`];
        const { stdout, stderr } = await promisify(execFile)('bash', all, { env });
        expect(stderr).toBe('');
        expect(stdout.trim().split('\n')).toEqual(promised);
      } finally {
        await world.close();
        rmSync(place, { recursive: true });
      }
    },
    120_000,
  );
});
