import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openBreaches } from './adapters/breaches/breaches.ts';
import { openPlaces } from './adapters/places/places.ts';
import { openFiles } from './adapters/files/files.ts';
import { providersOnDemand } from './adapters/oidc/on-demand.ts';
import { mailboxPages } from './adapters/mail/mailbox.ts';
import { closeTransports } from './adapters/mail/smtp.ts';
import { openScanner } from './adapters/scanner/scanner.ts';
import { features, routes } from './features.ts';
import { loadHousehold } from './home/households/households.ts';
import { authenticateKey } from './identity/api-keys/api-keys.ts';
import { checkCsrf } from './identity/csrf/csrf.ts';
import { keyIn } from './identity/key-texts/key-texts.ts';
import { tellFailing, tellRefusal } from './identity/security/security.ts';
import { judgeCall } from './identity/session-risks/session-risks.ts';
import { authenticate, requireOpen } from './identity/sessions/sessions.ts';
import { checkSignature } from './identity/signatures/signatures.ts';
import { requireStaff } from './identity/staff-members/staff-members.ts';
import { requireConfirmed } from './identity/step-up/step-up.ts';
import { recordLook } from './staff/staff-access/staff-access.ts';
import type { Clock } from './platform/clock.ts';
import { systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { Ground } from './platform/context.ts';
import { openDatabase } from './platform/database.ts';
import type { Database } from './platform/database.ts';
import { hooksOf } from './platform/feature.ts';
import { makeHttp } from './platform/http.ts';
import type { HttpParts } from './platform/http.ts';
import { makeOpener } from './platform/in-household.ts';
import type { Opener } from './platform/in-household.ts';
import { limitsInDatabase } from './platform/limit-store.ts';
import type { LimitStore } from './platform/limit-store.ts';
import { limitsInRedis } from './platform/limits-in-redis.ts';
import { keysOf } from './platform/keys.ts';
import type { Log } from './platform/log.ts';
import { appPasswordOf, appUrlOf, migrate } from './platform/migrate.ts';

/** The parts of a running program, put together in one place. */
export type Program = {
  readonly ground: Ground;
  readonly opener: Opener;
  http(): Promise<FastifyInstance>;
  worker(): Promise<{ stop(): Promise<void> }>;
  /** Runs the jobs that wait until none is left. */
  runJobs(): Promise<void>;
  close(): Promise<void>;
};

export type ProgramOptions = {
  readonly config: Config;
  readonly ownerUrl: string;
  readonly log: Log;
  readonly clock?: Clock;
  /** Replaces the password of the application's role, where tests share one role between databases. */
  readonly appPassword?: string;
  readonly authenticate?: HttpParts['authenticate'];
  readonly requireConfirmed?: HttpParts['requireConfirmed'];
  readonly requireStaff?: HttpParts['requireStaff'];
};

export async function migrateFor(options: ProgramOptions): Promise<string[]> {
  const { config, ownerUrl } = options;
  return await migrate({ ownerUrl, appRole: config.DATABASE_APP_ROLE, appPassword: passwordOf(options) });
}

/** Puts the program together on a migrated database; nothing listens and nothing works yet. */
export function makeProgram(options: ProgramOptions): Program {
  const { config, log, ownerUrl } = options;
  const appUrl = appUrlOf(ownerUrl, config.DATABASE_APP_ROLE, passwordOf(options));
  const database = openDatabase({ ownerUrl, appUrl }, config, log);
  const clock = options.clock ?? systemClock;
  const ground: Ground = {
    config,
    log,
    database,
    files: openFiles(config),
    limits: openLimits(config, { log, database }),
    providers: providersOnDemand(config, { clock, log }),
    scanner: openScanner(config),
    breaches: openBreaches({ config, clock, log }),
    places: openPlaces(config),
    clock,
    keyFor: keysOf(config),
    publicUrl: () => (config.PUBLIC_URL ?? `http://localhost:${config.PORT}`).replace(/\/$/, ''),
    hooks: hooksOf(features),
  };
  const opener = makeOpener(ground, loadHousehold, listenersOf());
  return {
    ground,
    opener,
    http: async () => await makeHttp(httpParts(ground, opener, options)),
    // Loaded by who works: a node that only answers does without the queue's library.
    worker: async () => await (await import('./platform/jobs.ts')).startWorker(ground, opener, features),
    runJobs: async () => {
      await (await import('./platform/jobs.ts')).runWaitingJobs(ground, opener, features);
    },
    close: async () => {
      closeTransports();
      await ground.limits.close();
      await database.close();
    },
  };
}

function httpParts(ground: Ground, opener: Opener, options: ProgramOptions): HttpParts {
  return {
    ground,
    opener,
    routes,
    authenticate: async (header, arrival) => {
      const key = keyIn(header);
      if (key !== undefined) return await authenticateKey({ opener }, key, arrival);
      if (options.authenticate) return await options.authenticate(header, arrival);
      const who = await authenticate({ ground, opener }, header, arrival);
      const { userId: user, sessionId: session } = who.actor;
      const { origin } = arrival;
      if (session !== undefined)
        await judgeCall(
          ground,
          { session, origin },
          async (work) => await opener.outside({ user, origin }, work),
        );
      return who;
    },
    checkSignature,
    requireConfirmed: options.requireConfirmed ?? requireConfirmed,
    requireOpen,
    requireStaff: options.requireStaff ?? requireStaff,
    recordLook,
    checkCsrf: (request) => {
      checkCsrf(ground, request);
    },
    pages: mailboxPages(ground.config),
    figures: features.flatMap((feature) => feature.figures ?? []),
    watcher: {
      refused: async (refusal, origin) => {
        await opener.outside({ origin }, async (ctx) => await tellRefusal(ctx, refusal));
      },
      failing: async (counts) => {
        await opener.outside(
          { origin: { requestId: 'watch' } },
          async (ctx) => await tellFailing(ctx, counts),
        );
      },
    },
    ready: async () => ({ database: await answers(ground), ...(await scannerState(ground)) }),
  };
}

function openLimits(config: Config, { log, database }: { log: Log; database: Database }): LimitStore {
  const here = limitsInDatabase(database);
  return config.REDIS_URL === undefined ? here : limitsInRedis(config.REDIS_URL, { log, instead: here });
}

async function answers(ground: Ground): Promise<'ok' | 'failed'> {
  try {
    await ground.database.app.query('select 1');
    return 'ok';
  } catch {
    return 'failed';
  }
}

/** Without it no file is taken, and all else works: nothing to take a node out for. */
async function scannerState({ scanner }: Ground): Promise<{ scanner?: 'ok' | 'degraded' }> {
  if (!scanner) return {};
  return { scanner: (await scanner.broken()) === undefined ? 'ok' : 'degraded' };
}

function passwordOf(options: ProgramOptions): string {
  return options.appPassword ?? appPasswordOf(keysOf(options.config)('database'));
}

function listenersOf(): Map<string, string[]> {
  const listeners = new Map<string, string[]>();
  for (const { on, job } of features.flatMap((feature) => feature.reactions ?? [])) {
    listeners.set(on, [...(listeners.get(on) ?? []), job]);
  }
  return listeners;
}

/** The folder of the embedded database. */
export function embeddedDir(config: Config): string {
  return join(config.DATA_DIR, 'postgres');
}
