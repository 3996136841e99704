/** What KinWise takes while nobody asks for anything, and how long it takes to be there. */
import { setTimeout as pause } from 'node:timers/promises';
import { cpuMs, residentMb, shareMb } from './processes.ts';
import { openBase, startProgram } from './server.ts';
import type { Place, Running } from './server.ts';
import { most } from './table.ts';
import type { Goal, Line } from './table.ts';
import { median } from './timing.ts';

const STARTS = 5;

export async function measureIdle(place: Place): Promise<Line[]> {
  const base = await openBase(place);
  const warm: Start[] = [];
  let api = NaN;
  let all = NaN;
  let database = NaN;
  try {
    for (let round = 0; round < STARTS; round += 1) {
      const running = await startProgram(place, 'api');
      warm.push(startOf(running));
      if (round === 0) {
        await pause(1500);
        api = residentMb(running.pid);
      }
      await running.stop();
    }
    const running = await startProgram(place, 'start');
    await pause(3000);
    [all, database] = [residentMb(running.pid), shareMb(base.group)];
    await running.stop();
  } finally {
    await base.stop();
  }
  const cold: Start[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    const running = await startProgram(place, 'start');
    cold.push(startOf(running));
    await running.stop();
  }
  const reference = { name: 'of that PostgreSQL', value: database };
  return [
    { measure: 'idle memory, API', size: '', value: api, unit: 'MB', goal: most(130, 'MB') },
    {
      measure: 'idle memory, all roles and PostgreSQL',
      size: '',
      value: all + database,
      unit: 'MB',
      reference,
      goal: most(300, 'MB'),
    },
    line('start, API, database there', warm, most(1, 's')),
    line('start, with the database', cold, most(3, 's')),
  ];
}

type Start = { readonly seconds: number; readonly cpu: number };

function startOf(running: Running): Start {
  return { seconds: running.startedMs / 1000, cpu: cpuMs(() => [running.pid]) };
}

function line(measure: string, starts: readonly Start[], goal: Goal): Line {
  const cpu = median(starts.map((start) => start.cpu));
  return {
    measure,
    size: '',
    value: median(starts.map((start) => start.seconds)),
    unit: 's',
    cpu: [cpu, NaN],
    goal,
  };
}
