/** What processes cost: time on the processor and memory, from /proc. Elsewhere the figures are left out. */
import { readFileSync, readdirSync } from 'node:fs';

/** A program's processes, asked anew at each look, since PostgreSQL starts one for each connection. */
export type Group = () => readonly number[];

/** Milliseconds that the group's processes have spent on a processor so far; NaN where nobody tells. */
export function cpuMs(group: Group): number {
  let nanoseconds = 0;
  let known = false;
  for (const pid of group()) {
    for (const task of list(`/proc/${pid}/task`)) {
      const text = read(`/proc/${pid}/task/${task}/schedstat`);
      if (text === '') continue;
      known = true;
      nanoseconds += Number(text.split(' ')[0]);
    }
  }
  return known ? nanoseconds / 1e6 : NaN;
}

/** Resident memory of one process, in MB. */
export function residentMb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? NaN) / 1024;
}

/** Memory of a group, shared pages counted by their share, in MB. */
export function shareMb(group: Group): number {
  const parts = group().map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? NaN),
  );
  return parts.reduce((sum, part) => sum + (Number.isNaN(part) ? 0 : part), 0) / 1024;
}

/** A process and its children. */
export function withChildren(pid: number): Group {
  return () => [
    pid,
    ...list('/proc')
      .map(Number)
      .filter((one) => one > 0 && parentOf(one) === pid),
  ];
}

export function parentOf(pid: number): number {
  const text = read(`/proc/${pid}/stat`);
  return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1] ?? NaN);
}

/** How many processes wanted a processor in the last minute: beside other work, wall time tells little. */
export function load(): string {
  return read('/proc/loadavg').split(' ')[0] ?? 'unknown';
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
