/**
 * Asks the registry which libraries of package-lock.json that run with KinWise have known holes: `node tools/advisories.mjs`.
 * Fails while there is one, and says within how many days SECURITY.md has it mended; since when it is known the registry
 * does not tell. It needs the network, and is therefore no part of `npm test`.
 */
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** As SECURITY.md promises it. */
const DAYS = { critical: 7, high: 14, moderate: 90, low: 90, info: 90 };

/** A sentence for each library with a hole, the worst first; undefined where the answer is none. */
export function holesIn(text) {
  let report;
  try {
    report = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof report?.vulnerabilities !== 'object' || report.error) return undefined;
  const order = Object.keys(DAYS);
  return Object.values(report.vulnerabilities)
    .filter(({ severity }) => severity in DAYS)
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.name.localeCompare(b.name))
    .map(({ name, severity, range, fixAvailable }) => {
      const way = fixAvailable ? 'a newer version mends it' : 'no version mends it yet';
      return `${name} ${range}: ${severity}, to be mended within ${DAYS[severity]} days; ${way}`;
    });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--omit=dev'], { encoding: 'utf8' });
  const holes = holesIn(stdout);
  if (holes === undefined) {
    console.error('The registry did not say. This needs the network, and a registry that knows of holes.');
    process.exitCode = 2;
  } else {
    console.log(holes.length === 0 ? 'No library that runs has a known hole.' : holes.join('\n'));
    process.exitCode = holes.length === 0 ? 0 : 1;
  }
}
