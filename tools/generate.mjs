/** Bundles tools/generate.ts for the Node at hand (20 runs no TypeScript) and runs it. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
// It lies where the server's bundle would, so that the migrations are found beside it.
const outfile = join(root, 'apps/server/dist', `generate-${process.pid}.mjs`);
await build({
  entryPoints: [join(root, 'tools/generate.ts')],
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
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
rmSync(outfile, { force: true });
process.exitCode = status ?? 1;
