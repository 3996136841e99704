/**
 * Waiting for one's turn on this node: who asks and is told to wait stands in line under a key, and only the first of the
 * line asks again. Nobody holds a connection meanwhile, and a line that grows too long turns the rest away.
 */
import type { Ground } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';

/** Who waits for another node hears nothing of it and has to look. */
const PAUSE_MS = 50;
/** About as long as a try stays open whose process died. */
const ASKS_MOST = 700;
const WAITING_MOST = 200;

type Waiting = {
  /** Answers whether it is done with; false has it wait on. */
  readonly ask: () => Promise<boolean>;
  readonly refuse: (problem: Problem) => void;
};
type Line = { readonly waiting: Waiting[]; wake: () => void };
type Lines = { readonly byKey: Map<string, Line>; count: number };

const everyLine = new WeakMap<Ground, Lines>();

/** Asks until there is an answer, in the order in which the callers of a key came. */
export async function inTurn<T>(ground: Ground, key: string, ask: () => Promise<T | undefined>): Promise<T> {
  const lines = linesOf(ground);
  const first = lines.byKey.has(key) ? undefined : await ask();
  if (first !== undefined) return first;
  if (lines.count >= WAITING_MOST) throw tooMany();
  return await new Promise<T>((resolve, reject) => {
    const waiting: Waiting = {
      ask: async () => {
        try {
          const answer = await ask();
          if (answer === undefined) return false;
          resolve(answer);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
        return true;
      },
      refuse: reject,
    };
    join(lines, key, waiting);
  });
}

/** Something has ended that the first of the line may be waiting for. */
export function wakeTurn(ground: Ground, key: string): void {
  linesOf(ground).byKey.get(key)?.wake();
}

function join(lines: Lines, key: string, waiting: Waiting): void {
  lines.count += 1;
  const line = lines.byKey.get(key);
  if (line) {
    line.waiting.push(waiting);
    return;
  }
  const made: Line = { waiting: [waiting], wake: () => undefined };
  lines.byKey.set(key, made);
  void moveOn(lines, key, made);
}

async function moveOn(lines: Lines, key: string, line: Line): Promise<void> {
  let asks = 0;
  for (let first = line.waiting[0]; first; first = line.waiting[0]) {
    if (asks >= ASKS_MOST) {
      // Who stands behind would wait for the same in vain.
      for (const { refuse } of line.waiting.splice(0)) {
        lines.count -= 1;
        refuse(tooMany());
      }
    } else if (await first.ask()) {
      line.waiting.shift();
      lines.count -= 1;
      asks = 0;
    } else {
      asks += 1;
      await pause(line);
    }
  }
  lines.byKey.delete(key);
}

async function pause(line: Line): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, PAUSE_MS);
    timer.unref();
    line.wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  line.wake = () => undefined;
}

function linesOf(ground: Ground): Lines {
  const lines = everyLine.get(ground) ?? { byKey: new Map<string, Line>(), count: 0 };
  everyLine.set(ground, lines);
  return lines;
}

function tooMany(): Problem {
  return new Problem('RATE_LIMIT_6001', 'Many people are signing in. Try again in a moment.', {
    retryAfterSeconds: 5,
  });
}
