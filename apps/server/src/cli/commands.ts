import { doctor } from './doctor.ts';
import { importFile } from './import.ts';
import { start } from './start.ts';

/** A command gets its arguments and answers the exit code. */
export type Command = (args: readonly string[]) => Promise<number>;

export const commands: Readonly<Record<string, Command>> = {
  start: async (args) => await start(args, { api: true, worker: true }),
  api: async (args) => await start(args, { api: true, worker: false }),
  doctor,
  import: importFile,
  worker: async (args) => await start(args, { api: false, worker: true }),
};
