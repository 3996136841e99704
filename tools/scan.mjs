/** Bundles tools/scan/main.ts for the Node at hand, beside the server's own bundle, and runs it. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode } from './check-node.mjs';

checkNode();
const { buildStale, installMissing, ROOT } = await import('./prepare.mjs');
await installMissing();
await buildStale({ web: true });
const { build } = await import('esbuild');
const outfile = join(ROOT, 'apps/server/dist', `scan-${process.pid}.mjs`);
await build({
  entryPoints: [join(ROOT, 'tools/scan/main.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  outfile,
  logLevel: 'warning',
  plugins: [
    {
      name: 'external packages',
      setup(bundle) {
        bundle.onResolve({ filter: /^[^./]/ }, (args) =>
          args.path.startsWith('@kinwise/') || args.kind === 'entry-point' ? null : { external: true },
        );
      },
    },
  ],
});
const words = [outfile, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, words, { cwd: ROOT, stdio: 'inherit' });
rmSync(outfile, { force: true });
process.exitCode = status ?? 1;
