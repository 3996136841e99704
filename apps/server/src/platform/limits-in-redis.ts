import type { RedisClientType } from '@redis/client';
import type { Log } from './log.ts';
import type { Hit, Hits, LimitStore } from './limit-store.ts';

/** Who waits longer for a number than it takes to count in the database is counted there. */
const PATIENCE_MS = 1_000;
const CONNECT_MS = 2_000;
const RETRY_LONGEST_MS = 5_000;
const PREFIX = 'kinwise:limit:';

/**
 * Counts in Redis, which is made for it. While Redis is away or hangs, `instead` counts: a limit may then be met twice,
 * once in each place, and is never gone.
 */
export function limitsInRedis(url: string, { log, instead }: { log: Log; instead: LimitStore }): LimitStore {
  let client: Promise<RedisClientType> | undefined;
  let isAway = false;
  const away = (error: unknown): void => {
    if (!isAway) log.warn({ err: error }, 'Redis does not answer; limits are counted in the database');
    isAway = true;
  };
  const connected = async (): Promise<RedisClientType> => {
    client ??= connect(url, away);
    return await client;
  };
  void connected().catch(away);
  return {
    add: async (hit) => {
      try {
        const open = await connected();
        const answer = await patiently(async () => await added(open, hit));
        isAway = false;
        return answer;
      } catch (error) {
        away(error);
        return await instead.add(hit);
      }
    },
    broken: async () => {
      try {
        const open = await connected();
        await patiently(async () => await open.ping());
        return undefined;
      } catch (error) {
        return `REDIS_URL: it does not answer (${error instanceof Error ? error.message : String(error)}); limits are counted in the database meanwhile`;
      }
    },
    close: async () => {
      const open = await client;
      if (open?.isOpen) open.destroy();
    },
  };
}

async function connect(url: string, away: (error: unknown) => void): Promise<RedisClientType> {
  // Whoever has no Redis does without its driver too.
  const { createClient } = await import('@redis/client');
  const client = createClient({
    url,
    // What cannot be sent now is counted elsewhere now; it must not arrive later as well.
    disableOfflineQueue: true,
    socket: {
      connectTimeout: CONNECT_MS,
      reconnectStrategy: (tries) => Math.min(100 * 2 ** Math.min(tries, 10), RETRY_LONGEST_MS),
    },
  }) as RedisClientType;
  client.on('error', away);
  // It goes on trying by itself; who asks meanwhile is refused at once.
  client.connect().catch(away);
  await Promise.race([
    new Promise((ready) => client.once('ready', ready)),
    new Promise((failed) => client.once('error', failed)),
  ]);
  return client;
}

async function added(client: RedisClientType, { key, window, seconds, by }: Hit): Promise<Hits> {
  const now = `${PREFIX}${key}:${window}`;
  const [hits, , before] = await client
    .multi()
    .incrBy(now, by)
    .expire(now, 2 * seconds)
    .get(`${PREFIX}${key}:${window - 1}`)
    .exec();
  return { hits: Number(hits), before: Number(before ?? 0) };
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_none, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${PATIENCE_MS} ms`));
    }, PATIENCE_MS);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
