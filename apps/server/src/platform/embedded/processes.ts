/** Questions about processes by number. A number alone proves little: the system gives it out again. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** Whether some process has this number now, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A mark that changes when the number is given to another process; empty when there is no such process. */
export function birthOf(pid: number): string {
  if (process.platform === 'win32') return isAlive(pid) ? 'alive' : '';
  if (process.platform !== 'linux') return ask(pid, 'lstart=');
  // The name of a process may hold spaces and brackets, so fields are counted from the last bracket.
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/** Whether this process is a PostgreSQL server working in `folder` (its absolute, real path). */
export function worksIn(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') return ask(pid, 'args=').includes(folder);
  if (read(`/proc/${pid}/cmdline`).split('\0').includes(folder)) return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

function ask(pid: number, column: string): string {
  return spawnSync('ps', ['-p', String(pid), '-o', column], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
