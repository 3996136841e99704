import 'dotenv/config';
import { readConfig } from '../platform/config.ts';
import { startEmbedded } from '../platform/embedded/embedded.ts';
import { makeLog } from '../platform/log.ts';
import { embeddedDir, makeProgram, migrateFor } from '../program.ts';
import type { Program } from '../program.ts';

/** Opens the database (joining a server that runs already), puts the program together and closes both afterwards. */
export async function withProgram(
  work: (program: Program) => Promise<number>,
  options: { migrate: boolean } = { migrate: true },
): Promise<number> {
  const config = readConfig(process.env);
  const log = makeLog(config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL);
  const embedded =
    config.DATABASE_URL === undefined ? await startEmbedded({ dir: embeddedDir(config) }) : undefined;
  const ownerUrl = config.DATABASE_URL ?? embedded?.ownerUrl ?? '';
  try {
    if (options.migrate) await migrateFor({ config, log, ownerUrl });
    const program = makeProgram({ config, log, ownerUrl });
    try {
      return await work(program);
    } finally {
      await program.close();
    }
  } finally {
    await embedded?.stop();
  }
}
