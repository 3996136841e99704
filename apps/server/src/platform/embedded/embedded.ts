/** KinWise's own PostgreSQL: made on the first start, found again after a crash, stopped by the last who uses it. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Cluster, DATABASE, OWNER, openCluster, rememberedPort, rememberPort } from './cluster.ts';
import { arrive, leave } from './companions.ts';
import {
  answers,
  disownStaleLock,
  ensureDatabase,
  findRunning,
  launch,
  type Running,
  shutDown,
} from './postmaster.ts';

export interface EmbeddedOptions {
  /** The folder that holds the database; made when missing. */
  dir: string;
  /** A fixed port. Without it a free one is chosen at first and kept while it stays free. */
  port?: number;
  /** Receives a sentence whenever something takes longer than a moment. */
  log?: (line: string) => void;
  /** Gives up durability for speed. For tests only. */
  throwAway?: boolean;
  /** Starts the server again when it dies, for programs that run on. */
  keepUp?: boolean;
}

export interface Embedded {
  /** The address of the KinWise database for the role that owns it. */
  ownerUrl: string;
  /** Whether a server was already running, left by a process that was killed or kept by one that still lives. */
  attached: boolean;
  /** Leaves the server, and shuts it down unless another living process uses it. May be called twice. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 120_000;

/** Brings the database in `dir` up and answers when it takes queries. Throws an Error whose message names the cure. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const log = options.log ?? (() => {});
  const cluster = openCluster({ dir: options.dir, throwAway: options.throwAway ?? false, log });
  arrive(cluster.place);
  try {
    const { running, attached } = await bringUp(cluster, options.port, log);
    rememberPort(cluster.place, running.port);
    await ensureDatabase(cluster, running.port);
    const guard = options.keepUp ? keepUp(cluster, running.port, log) : undefined;
    let stopping: Promise<void> | undefined;
    return {
      ownerUrl: `postgres://${OWNER}:${cluster.password}@127.0.0.1:${running.port}/${DATABASE}`,
      attached,
      stop: () => (stopping ??= end(cluster, guard)),
    };
  } catch (error) {
    leave(cluster.place);
    throw error;
  }
}

type Guard = { end(): Promise<void> };

const LOOK_MS = 500;

/** Looks whether the server still lives, and brings a dead one up on its port, so that open pools find it again. */
function keepUp(cluster: Cluster, port: number, log: (line: string) => void): Guard {
  let rescue: Promise<unknown> | undefined;
  const look = (): void => {
    if (rescue || findRunning(cluster)) return;
    log('The database has died; starting it again');
    rescue = bringUp(cluster, port, log)
      .catch((error: Error) => log(error.message))
      .finally(() => {
        rescue = undefined;
      });
  };
  const timer = setInterval(look, LOOK_MS).unref();
  return {
    end: async () => {
      clearInterval(timer);
      await rescue;
    },
  };
}

async function end(cluster: Cluster, guard: Guard | undefined): Promise<void> {
  await guard?.end();
  await stop(cluster);
}

async function stop(cluster: Cluster): Promise<void> {
  if (!leave(cluster.place)) return;
  const running = findRunning(cluster);
  if (running) await shutDown(cluster, running);
}

/** Attaches or launches, again and again while the folder is in somebody's hands, until one of both succeeds. */
async function bringUp(
  cluster: Cluster,
  wanted: number | undefined,
  log: (line: string) => void,
): Promise<{ running: Running; attached: boolean }> {
  const until = performance.now() + PATIENCE_MS;
  let port = wanted ?? rememberedPort(cluster.place) ?? (await freePort());
  let said = 'it does not answer';
  let told = false;
  while (performance.now() < until) {
    const found = findRunning(cluster);
    if (found && (await answers(cluster, found))) return { running: found, attached: true };
    if (!found) {
      disownStaleLock(cluster);
      const started = await launch(cluster, port);
      if ('pid' in started) return { running: started, attached: false };
      said = started.said;
      if (started.refused === 'other') break;
      if (started.refused === 'port') port = await otherPort(wanted, port);
    } else if (!told) {
      log('Waiting for the database to finish starting');
      told = true;
    }
    await pause(50);
  }
  throw new Error(
    `PostgreSQL did not start in ${cluster.data} (its log is ${cluster.log}). It said:\n${said.trim()}`,
  );
}

/** A port that somebody asked for by number is theirs to free; one we chose ourselves is simply chosen again. */
async function otherPort(wanted: number | undefined, port: number): Promise<number> {
  if (wanted === undefined) return freePort();
  throw new Error(
    `Port ${port} for the database is taken by another program. Stop that program or name another port.`,
  );
}

/** Below the ports that systems lend to outgoing connections: there it would often be taken at the next start. */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = randomInt(15_000, 20_000);
    if (await isFree(port)) return port;
  }
  throw new Error('No free port was found for the database between 15000 and 20000.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
