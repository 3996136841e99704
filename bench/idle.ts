/** What KinWise takes while nobody asks for anything, and how long it takes to be there. */
import { setTimeout as pause } from 'node:timers/promises';
import { residentMb, shareMb } from './processes.ts';
import { openBase, startProgram } from './server.ts';
import type { Place } from './server.ts';
import { most } from './table.ts';
import type { Line } from './table.ts';
import { median } from './timing.ts';

const STARTS = 3;

export async function measureIdle(place: Place): Promise<Line[]> {
  const base = await openBase(place);
  const lines: Line[] = [];
  try {
    const starts: number[] = [];
    let api = NaN;
    for (let round = 0; round < STARTS; round += 1) {
      const running = await startProgram(place, 'api');
      starts.push(running.startedMs);
      await pause(1500);
      api = residentMb(running.pid);
      await running.stop();
    }
    lines.push({
      measure: 'start, API, database there',
      size: '',
      value: median(starts) / 1000,
      unit: 's',
      goal: most(1, 's'),
    });
    lines.push({ measure: 'idle memory, API', size: '', value: api, unit: 'MB', goal: most(130, 'MB') });
    const all = await startProgram(place, 'start');
    await pause(3000);
    const [program, database] = [residentMb(all.pid), shareMb(base.group)];
    await all.stop();
    lines.push({
      measure: 'idle memory, all roles and PostgreSQL',
      size: '',
      value: program + database,
      unit: 'MB',
      reference: { name: 'of that PostgreSQL', value: database },
      goal: most(300, 'MB'),
    });
  } finally {
    await base.stop();
  }
  const cold: number[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    const running = await startProgram(place, 'start');
    cold.push(running.startedMs);
    await running.stop();
  }
  lines.push({
    measure: 'start, with the database',
    size: '',
    value: median(cold) / 1000,
    unit: 's',
    goal: most(3, 's'),
  });
  return lines;
}
