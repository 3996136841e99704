/** Work that takes a core or much memory: a few at once on this node, some that wait, and the rest is turned away. */
import { Problem } from './problems.ts';

export type Crowd = {
  readonly atOnce: number;
  readonly waitingMost: number;
  /** What whoever is turned away hears. */
  readonly message: string;
};

const RETRY_SECONDS = 5;

/** Answers what does a piece of work when it is its turn, in the order in which they came. */
export function fewAtOnce({
  atOnce,
  waitingMost,
  message,
}: Crowd): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running < atOnce) running += 1;
    else if (waiting.length >= waitingMost)
      throw new Problem('RATE_LIMIT_6001', message, { retryAfterSeconds: RETRY_SECONDS });
    else
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place goes to the next one without becoming free, so that nobody slips in between.
      if (next) next();
      else running -= 1;
    }
  };
}
