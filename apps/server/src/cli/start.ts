import 'dotenv/config';
import { once } from 'node:events';
import { startEmbedded } from '../platform/embedded/embedded.ts';
import { readConfig } from '../platform/config.ts';
import type { Config } from '../platform/config.ts';
import { makeLog } from '../platform/log.ts';
import type { Log } from '../platform/log.ts';
import { serveWeb } from '../platform/web-files.ts';
import { embeddedDir, makeProgram, migrateFor } from '../program.ts';

type Roles = { api: boolean; worker: boolean };

/** Starts the database (unless DATABASE_URL names one), migrates, and runs the roles until it is told to stop. */
export async function start(args: readonly string[], roles: Roles): Promise<number> {
  const config = readConfig(process.env, args.includes('--demo'));
  const log = makeLog(config.LOG_LEVEL);
  const stopping = once(process, 'kinwise:stop' as never);
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!asked) process.emit('kinwise:stop' as never);
      asked = true;
    });
  }
  const base = await openBase(config, log);
  try {
    const program = makeProgram({ config, log, ownerUrl: base.ownerUrl });
    await migrateFor({ config, log, ownerUrl: base.ownerUrl });
    if (config.demo) await (await import('../demo/demo.ts')).makeDemo(program);
    const worker = roles.worker ? await program.worker() : undefined;
    const http = roles.api ? await program.http() : undefined;
    if (http) {
      await serveWeb(http);
      await http.listen({ port: config.PORT, host: config.HOST });
    }
    process.stdout.write(`KinWise is ready at ${program.ground.publicUrl()}\n`);
    await stopping;
    await http?.close();
    await worker?.stop();
    await program.close();
  } finally {
    await base.stop();
  }
  return 0;
}

async function openBase(config: Config, log: Log): Promise<{ ownerUrl: string; stop: () => Promise<void> }> {
  if (config.DATABASE_URL)
    return { ownerUrl: config.DATABASE_URL, stop: async () => await Promise.resolve() };
  let isUp = false;
  // Of the first start the ready line says enough; what happens later is worth a warning.
  const note = (line: string): void => {
    if (isUp) log.warn(line);
    else log.debug(line);
  };
  const embedded = await startEmbedded({ dir: embeddedDir(config), keepUp: true, log: note });
  isUp = true;
  return embedded;
}
