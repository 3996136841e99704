import { cpuMs } from './processes.ts';
import type { Group } from './processes.ts';

/** Wall times in milliseconds, ascending, and what each call cost on processors in the server and in PostgreSQL. */
export type Timing = {
  readonly p50: number;
  readonly p99: number;
  readonly serverCpu: number;
  readonly databaseCpu: number;
};

export type Watched = { readonly server: Group; readonly database: Group };

type Work = () => Promise<unknown>;

/**
 * Measures calls one after another, with the reference between them (A B A B), so that both meet the same weather.
 * The reference's own cost in the database is taken off by measuring in blocks of one kind.
 */
export async function inTurns(
  watched: Watched,
  calls: number,
  works: { readonly ours: Work; readonly reference?: Work | undefined },
): Promise<{ ours: Timing; reference: Timing | undefined }> {
  const { ours, reference } = works;
  for (let warm = 0; warm < 12; warm += 1) {
    await ours();
    await reference?.();
  }
  const mine = makeTally(watched);
  const theirs = makeTally(watched);
  const block = 10;
  for (let done = 0; done < calls; done += block) {
    await mine.run(block, ours);
    if (reference) await theirs.run(block, reference);
  }
  return { ours: mine.timing(), reference: reference ? theirs.timing() : undefined };
}

function makeTally(watched: Watched) {
  const times: number[] = [];
  let server = 0;
  let database = 0;
  return {
    run: async (calls: number, work: Work): Promise<void> => {
      const before = [cpuMs(watched.server), cpuMs(watched.database)] as const;
      for (let call = 0; call < calls; call += 1) {
        const began = performance.now();
        await work();
        times.push(performance.now() - began);
      }
      server += cpuMs(watched.server) - before[0];
      database += cpuMs(watched.database) - before[1];
    },
    timing: (): Timing => {
      times.sort((a, b) => a - b);
      return {
        p50: at(times, 0.5),
        p99: at(times, 0.99),
        serverCpu: server / times.length,
        databaseCpu: database / times.length,
      };
    },
  };
}

/** The value below which a part of the sorted list lies. */
export function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

export function median(values: readonly number[]): number {
  return at(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}
