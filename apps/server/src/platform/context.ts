import type { Capability, Reach, Role } from '@kinwise/core/capabilities';
import type { Day } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';
import type { PayCycle } from '@kinwise/core/pay-periods';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database, Db } from './database.ts';
import type { Log } from './log.ts';

/** Who acts: somebody who signed in, or the program itself on behalf of the household. */
export type Actor =
  | { readonly kind: 'user'; readonly userId: Id; readonly sessionId?: Id | undefined }
  | { readonly kind: 'system' };

/** Where a call came from, for the audit. */
export type Origin = {
  readonly requestId: string;
  readonly ip?: string | undefined;
  readonly agent?: string | undefined;
};

/** What the program was started with. */
export type Ground = {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly database: Database;
  /** Keys made from SECRET_KEY, one for each purpose, so that one leaked use opens no other. */
  readonly keyFor: (purpose: string) => Buffer;
  /** The address that links in mails begin with, without a last slash. */
  readonly publicUrl: () => string;
};

/** Something that happened in the household, as the log, the audit and the listeners get it. */
export type Happening = {
  readonly event: string;
  readonly entity: string;
  readonly ids: readonly Id[];
  /** What a device that keeps a copy has to do; `none` for what no copy holds. */
  readonly op: 'put' | 'delete' | 'none';
  readonly before?: unknown;
  readonly after?: unknown;
  readonly privateTo?: Id | null | undefined;
  readonly risk?: 'low' | 'medium' | 'high' | 'critical';
  /** Travels to the listeners' jobs. */
  readonly data?: Readonly<Record<string, unknown>>;
};

export type JobRequest = {
  readonly job: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Two requests with one key are one job as long as it waits. */
  readonly key?: string;
  readonly runAt?: string;
};

/** What every piece of work has, wherever it runs. */
export type OpenContext = {
  readonly ground: Ground;
  readonly origin: Origin;
  readonly nowMs: number;
  readonly now: string;
  readonly db: Db;
  /** Work in a transaction of its own that stays even when this one is refused (counting failures). */
  apart<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Queues a job; it exists if and only if this transaction commits. */
  enqueue(request: JobRequest): void;
};

/** The work of somebody signed in, outside of any household. */
export type UserContext = OpenContext & { readonly actor: Extract<Actor, { kind: 'user' }> };

/** A household as the opener loads it, with the actor's place in it. */
export type HouseholdFacts = {
  readonly role: Role;
  readonly membershipId: Id | undefined;
  readonly currency: string;
  readonly timeZone: string;
  readonly payCycle: PayCycle;
  /** The number of the last change, for ETags. */
  readonly lastSeq: bigint;
};

/** The work of one actor in one household, in one transaction. The first argument of every rule. */
export type HouseholdContext = OpenContext & {
  readonly household: Id;
  readonly actor: Actor;
  readonly facts: HouseholdFacts;
  readonly currency: string;
  readonly timeZone: string;
  readonly today: Day;
  /** Says what happened; written to the log, the audit and the listeners' queue right before the commit. */
  emit(happening: Happening): void;
  reach(capability: Capability): Reach;
  /** Answers how far the capability reaches; refuses with 403 when it does not at all. */
  require(capability: Capability): Exclude<Reach, 'none'>;
};

/** The user's id, or undefined for the system. */
export function actorId(ctx: { readonly actor: Actor }): Id | undefined {
  return ctx.actor.kind === 'user' ? ctx.actor.userId : undefined;
}
