/** Bundles tools/pictures.ts for the Node at hand (20 runs no TypeScript) and runs it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode } from './check-node.mjs';

checkNode();
const { installMissing, ROOT } = await import('./prepare.mjs');
await installMissing();
const { build } = await import('esbuild');
const outfile = join(ROOT, 'node_modules/.cache/kinwise', `pictures-${process.pid}.mjs`);
mkdirSync(join(outfile, '..'), { recursive: true });
await build({
  entryPoints: [join(ROOT, 'tools/pictures.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  outfile,
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [outfile, ROOT], { cwd: ROOT, stdio: 'inherit' });
rmSync(outfile, { force: true });
process.exitCode = status ?? 1;
