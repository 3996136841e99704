/** `npm run bench`: builds the server as it ships and the measuring program beside it, and runs that. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode } from './check-node.mjs';

checkNode();
const { buildStale, installMissing, ROOT } = await import('./prepare.mjs');
await installMissing();
await buildStale({ web: false });
const { build } = await import('esbuild');
// It lies where the server's bundle is, so that what is found beside that one is found beside this one.
const outfile = join(ROOT, 'apps/server/dist', `bench-${process.pid}.mjs`);
await build({
  entryPoints: [join(ROOT, 'bench/main.ts')],
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
const child = spawn(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
// The measuring program stops what it started; this one only waits for it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
child.on('close', (code) => {
  rmSync(outfile, { force: true });
  process.exitCode = code ?? 1;
});
