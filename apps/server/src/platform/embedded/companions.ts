/** Who uses this server: one small file a process, so that the last to leave turns it off and nobody earlier. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { birthOf } from './processes.ts';

/** Notes that this process uses the server kept in `dir`. Done before connecting, so that nobody stops it between. */
export function arrive(dir: string): void {
  mkdirSync(folderIn(dir), { recursive: true, mode: 0o700 });
  writeFileSync(join(folderIn(dir), String(process.pid)), birthOf(process.pid), { mode: 0o600 });
}

/** Takes this process off the list and says whether it was the last one that still lives. */
export function leave(dir: string): boolean {
  rmSync(join(folderIn(dir), String(process.pid)), { force: true });
  return others(dir).length === 0;
}

/** The living processes on the list; what the dead left behind is swept away on the way. */
function others(dir: string): number[] {
  return readdirSync(folderIn(dir))
    .map(Number)
    .filter((pid) => {
      const file = join(folderIn(dir), String(pid));
      const living = birthOf(pid) !== '' && birthOf(pid) === readFileSync(file, 'utf8');
      if (!living) rmSync(file, { force: true });
      return living;
    });
}

function folderIn(dir: string): string {
  return join(dir, 'used-by');
}
