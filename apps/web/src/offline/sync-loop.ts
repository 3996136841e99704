import { type Clock, instantText } from '../clock.ts';
import { type LocalCopy, writeFact } from './database.ts';
import { drain } from './drain.ts';
import { alone } from './lock.ts';
import { pullPage } from './pull.ts';
import type { Transport } from './transport.ts';

export type SyncStatus = {
  readonly phase: 'idle' | 'working';
  /**
   * What the last attempt to reach the server told; `paused`: it asks to be left in peace for a while. The browser's own
   * opinion is never asked.
   */
  readonly contact: 'unknown' | 'reached' | 'missed' | 'paused';
  /** The queue is kept, but nothing can be sent until the person signs in again. */
  readonly signedOut: boolean;
};

export type SyncLoop = {
  /** Something was wanted or hinted: try now, whatever the last attempt said. */
  readonly poke: () => void;
  /** As poke, and settled when the attempt is over. */
  readonly syncNow: () => Promise<void>;
  readonly status: () => SyncStatus;
  /** How long the server asks to be left in peace yet; 0 where it does not. */
  readonly pausedMs: () => number;
  readonly subscribe: (listener: () => void) => () => void;
  readonly stop: () => void;
};

export type SyncSetup = {
  readonly copy: LocalCopy;
  readonly transport: Transport;
  readonly clock: Clock;
  /** The households to keep current, the one in view first. */
  readonly households: () => readonly string[];
  /**
   * The person may have another role by now, or another household, or one less. Asked for now and then, too: what was
   * joined on another device is in no log of the households that are known here.
   */
  readonly onPeople?: () => void;
};

const TICK_MS = 10_000;
const LONGEST_WAIT_MS = 15_000;
/** How soon to look again when another tab holds the lock. */
const BUSY_MS = 1000;
/** Without any hint a pull comes at this pace while the page is seen. */
const PULL_EVERY_MS = 60_000;
/** At most at this pace it is asked which households the person has. */
const PEOPLE_EVERY_MS = 30_000;

/** Keeps the local copy and the server together: sends, then pulls; tries, fails, backs off; takes every hint. */
export function startSync(setup: SyncSetup): SyncLoop {
  const loop = new Loop(setup);
  loop.begin();
  return {
    poke: () => loop.poke(),
    syncNow: () => loop.syncNow(),
    status: () => loop.status,
    pausedMs: () => Math.max(0, loop.left()),
    subscribe: (listener) => loop.subscribe(listener),
    stop: () => loop.stop(),
  };
}

class Loop {
  readonly #setup: SyncSetup;
  readonly #listeners = new Set<() => void>();
  status: SyncStatus = { phase: 'idle', contact: 'unknown', signedOut: false };
  #misses = 0;
  /** Until when the server asked to be left in peace; no hint overrides that. */
  #askedUntil = 0;
  #askedMs = 0;
  #lastPull = Number.NEGATIVE_INFINITY;
  /** Whoever begins the loop has just asked. */
  #lastPeople: number;
  #running: Promise<void> | undefined;
  #wanted = false;
  #stopped = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #unhook: () => void = () => undefined;

  constructor(setup: SyncSetup) {
    this.#setup = setup;
    this.#lastPeople = setup.clock.now();
  }

  begin(): void {
    this.#unhook = hook(
      () => this.poke(),
      () => void this.#tick(),
    );
    this.poke();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#retry);
    this.#unhook();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  poke(): void {
    const left = this.left();
    if (left <= 0) void this.syncNow();
    else this.#retryIn(left);
  }

  /** How long the server is to be left in peace yet. A clock that was put back meanwhile does not make that longer. */
  left(): number {
    const left = this.#askedUntil - this.#setup.clock.now();
    return left > this.#askedMs ? 0 : left;
  }

  syncNow(): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    this.#wanted = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    const { copy, clock } = this.#setup;
    do {
      this.#wanted = false;
      this.#say({ phase: 'working' });
      // The database may be closed under us (sign-out in another tab) or be out of room; the next hint tries again.
      const ran = await alone(copy, clock, async () => this.#take(await attempt(this.#setup))).catch(
        () => true,
      );
      // Another tab is at it; what was wanted here may have come after its last look at the queue.
      if (!ran) this.#retryIn(BUSY_MS);
      this.#say({ phase: 'idle' });
    } while (this.#wanted && !this.#stopped && this.left() <= 0);
  }

  #take(end: AttemptEnd): void {
    const { clock } = this.#setup;
    if (end.kind === 'sign-in') {
      // What was missed before is not tried again either: nothing goes out until somebody has signed in.
      clearTimeout(this.#retry);
      return this.#say({ contact: 'reached', signedOut: true });
    }
    if (end.kind === 'again') {
      this.#misses += 1;
      if (end.afterMs !== undefined) {
        this.#askedMs = end.afterMs;
        this.#askedUntil = clock.now() + end.afterMs;
      }
      this.#retryIn(end.afterMs ?? waitAfter(this.#misses, clock.chance()));
      return this.#say({ contact: end.afterMs === undefined ? 'missed' : 'paused' });
    }
    this.#misses = 0;
    this.#lastPull = clock.now();
    this.#say({ contact: 'reached', signedOut: false });
    if (Math.abs(clock.now() - this.#lastPeople) < PEOPLE_EVERY_MS) return;
    this.#lastPeople = clock.now();
    this.#setup.onPeople?.();
  }

  #say(change: Partial<SyncStatus>): void {
    const { status } = this;
    const next = { ...status, ...change };
    if (next.phase === status.phase && next.contact === status.contact && next.signedOut === status.signedOut)
      return;
    this.status = next;
    for (const listener of this.#listeners) listener();
  }

  #retryIn(ms: number): void {
    clearTimeout(this.#retry);
    if (!this.#stopped) this.#retry = setTimeout(() => this.poke(), ms);
  }

  async #tick(): Promise<void> {
    if (this.#stopped || this.#running || this.status.signedOut) return;
    // Either way: a clock that was put back by a day must not stop the reading for a day.
    const due = Math.abs(this.#setup.clock.now() - this.#lastPull) > PULL_EVERY_MS && isSeen();
    if (due || (await waitingNow(this.#setup.copy)) > 0) this.poke();
  }
}

type AttemptEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'again'; readonly afterMs?: number };

/** Sends, then reads a page, and so on: what people want does not wait behind a long first load. */
async function attempt({ copy, transport, households, clock, onPeople }: SyncSetup): Promise<AttemptEnd> {
  const left = [...households()];
  // A person without a household has nothing to read, and is told all the same when the session is over.
  if (left.length === 0) {
    const presence = await transport.present().catch(() => ({ kind: 'again' as const }));
    if (presence.kind !== 'here') return presence;
  }
  for (;;) {
    const drained = await drain(copy, transport);
    if (drained.kind !== 'drained') return drained;
    const household = left[0];
    if (household === undefined) break;
    const pulled = await pullPage(copy, household, transport);
    if (pulled.kind === 'again' || pulled.kind === 'sign-in') return pulled;
    if (pulled.kind === 'no-access' || pulled.people) onPeople?.();
    if (pulled.kind !== 'more') left.shift();
  }
  await writeFact(copy, 'synced_at', instantText(clock.now()));
  return { kind: 'done' };
}

/** Doubling from one second to fifteen, with a quarter of jitter so that a household's phones do not march in step. */
export function waitAfter(misses: number, chance: number): number {
  const full = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (misses - 1));
  return Math.round(full * (0.75 + chance * 0.25));
}

/** How many operations might be sent; what is blocked waits for a person, not for the loop. */
async function waitingNow(copy: LocalCopy): Promise<number> {
  return copy.outbox
    .where('state')
    .equals('waiting')
    .count()
    .catch(() => 0);
}

function isSeen(): boolean {
  return typeof document === 'undefined' || document.visibilityState === 'visible';
}

/** The browser's events are hints to try at once; the tick is what is relied on. */
function hook(poke: () => void, tick: () => void): () => void {
  const timer = setInterval(tick, TICK_MS);
  if (typeof window === 'undefined') return () => clearInterval(timer);
  const seen = () => isSeen() && poke();
  window.addEventListener('online', poke);
  window.addEventListener('focus', poke);
  document.addEventListener('visibilitychange', seen);
  return () => {
    clearInterval(timer);
    window.removeEventListener('online', poke);
    window.removeEventListener('focus', poke);
    document.removeEventListener('visibilitychange', seen);
  };
}
