/**
 * Completes package-lock.json: `node tools/lock.mjs` after adding a library, `--check` to only say what is missing.
 *
 * A library with a native part names one optional package per system. npm leaves out of the lock file those it could
 * not look up when it was written, and `npm ci` then refuses the file on every machine. They are added here with
 * the system they are for, so that each machine fetches its own and skips the others.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const CHIPS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** Gives the lock file's content with nothing left out, and the names of what was. */
export function complete(lock) {
  const packages = { ...lock.packages };
  const added = [];
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!/^\d/.test(version) || find(packages, place, name)) continue;
      packages[`node_modules/${name}`] = {
        version,
        ...systemOf(name),
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
      };
      added.push(name);
    }
  }
  const sorted = Object.entries(packages).sort(([one], [two]) => (one < two ? -1 : 1));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added };
}

/** Node's own search: beside the package, then in every folder above it. */
function find(packages, place, name) {
  for (let from = place; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    const path = `${from ? `${from}/` : ''}node_modules/${name}`;
    if (packages[path]) return path;
    if (from === '') return undefined;
  }
}

function systemOf(name) {
  const parts = name.slice(name.lastIndexOf('/') + 1).split('-');
  const chip = parts.find((part) => CHIPS.includes(part));
  const system = parts.find((part) => SYSTEMS.includes(part));
  const library =
    parts.at(-1) === 'musl' ? 'musl' : parts.at(-1) === 'gnu' && system === 'linux' ? 'glibc' : undefined;
  return {
    ...(chip && { cpu: [chip] }),
    ...(library && { libc: [library] }),
    ...(system && { os: [system] }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'package-lock.json');
  const { lock, added } = complete(JSON.parse(readFileSync(file, 'utf8')));
  if (process.argv.includes('--check')) {
    if (added.length > 0)
      console.error(`package-lock.json leaves out ${added.join(', ')}. Run: node tools/lock.mjs`);
    process.exit(added.length > 0 ? 1 : 0);
  }
  if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length > 0 ? `Added ${added.length} packages of other systems.` : 'Nothing is missing.');
}
