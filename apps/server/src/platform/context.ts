import type { Capability, Reach, Role } from '@kinwise/core/capabilities';
import type { Day } from '@kinwise/core/days';
import type { Id } from '@kinwise/core/ids';
import type { PayCycle } from '@kinwise/core/pay-periods';
import type { BreachList } from './breaches.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Copied, HandedOut } from './copies.ts';
import type { Database, Db } from './database.ts';
import type { FileStore } from './files.ts';
import type { LimitStore } from './limit-store.ts';
import type { Log } from './log.ts';
import type { Kept, PersonalData } from './privacy.ts';
import type { Places } from './places.ts';
import type { Providers } from './providers.ts';
import type { Scanner } from './scanner.ts';

/** Who acts: somebody who signed in, or the program itself on behalf of the household. */
export type Actor =
  | {
      readonly kind: 'user';
      readonly userId: Id;
      readonly sessionId?: Id | undefined;
      /** The access token that the call came with, and until when it is good. */
      readonly token?: { readonly id: Id; readonly untilMs: number } | undefined;
    }
  | { readonly kind: 'system' };

/** Where a call came from, for the audit. */
export type Origin = {
  readonly requestId: string;
  readonly ip?: string | undefined;
  readonly agent?: string | undefined;
  /** What the browser keeps for us, where somebody may be about to sign in. Never written down. */
  readonly cookies?: Readonly<Record<string, string | undefined>> | undefined;
};

/** What the program was started with. */
export type Ground = {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly database: Database;
  readonly files: FileStore;
  readonly breaches: BreachList;
  readonly places: Places;
  readonly providers: Providers;
  /** Who looks for viruses in files that are sent; nobody where none is named. */
  readonly scanner: Scanner | undefined;
  /** Where all nodes count together what is limited. */
  readonly limits: LimitStore;
  /** Keys made from SECRET_KEY, one for each purpose, so that one leaked use opens no other. */
  readonly keyFor: (purpose: string) => Buffer;
  /** The address that links in mails begin with, without a last slash. */
  readonly publicUrl: () => string;
  readonly hooks: Hooks;
};

/** What features add to the work of earlier areas, where it must be true at the same commit. From their manifests. */
export type Hooks = {
  /** Run in every new household before its first commit. */
  readonly householdCreated: readonly ((ctx: HouseholdContext) => Promise<void>)[];
  /** Run in a household that is about to be deleted, while it still is one, in the same commit. */
  readonly householdDeleted: readonly ((ctx: HouseholdContext) => Promise<void>)[];
  /** Run when an account becomes its owner's alone, in the same commit. */
  readonly accountHidden: readonly ((ctx: HouseholdContext, hidden: Hidden) => Promise<void>)[];
  /** Each answers, as a sentence, why the household's currency has to stay; undefined when it does not mind. */
  readonly currencyKept: readonly ((ctx: HouseholdContext) => Promise<string | undefined>)[];
  /** Everything that devices keep a copy of, in the order in which they need it. */
  readonly copies: readonly Copied[];
  /** What a copy of somebody's data holds beyond that. */
  readonly handedOut: readonly HandedOut[];
  /** Where something is kept about a person. */
  readonly personalData: readonly PersonalData[];
  readonly kept: readonly Kept[];
  /** Run in each household that others share before a member is erased, in one commit with the end of the membership. */
  readonly memberErased: readonly ((ctx: HouseholdContext, user: Id) => Promise<void>)[];
  /** Each answers, as a sentence, why the account of who asks has to stay for now; undefined when it does not mind. */
  readonly accountKept: readonly ((ctx: UserContext) => Promise<string | undefined>)[];
  /** Run when the session of somebody without an address looks stolen: whoever looks after them has to hear. */
  readonly wardAlarmed: readonly ((ctx: OpenContext, alarm: WardAlarm) => Promise<void>)[];
  /** What the actor may do with one object of a kind; refuses with 404 what he does not see. */
  readonly actions: Readonly<Record<string, ActionsOf>>;
};

/** An account and the member who alone sees it from now on. */
export type Hidden = { readonly account: Id; readonly owner: Id };

/** What is strange about a session: another browser and network within it, or a key of it used twice, which ended it. */
export type WardAlarm = {
  readonly user: Id;
  readonly what: 'risky' | 'copied';
  readonly device: string;
  readonly address: string;
};

export type ActionsOf = (ctx: HouseholdContext, id: Id) => Promise<readonly string[]>;

/** Something that happened in the household, as the log, the audit and the listeners get it. */
export type Happening = {
  readonly event: string;
  readonly entity: string;
  readonly ids: readonly Id[];
  /** What a device that keeps a copy has to do; `none` for what no copy holds. */
  readonly op: 'put' | 'delete' | 'none';
  readonly before?: unknown;
  readonly after?: unknown;
  /** Of a change of several things: both sides of each, so that the history of one finds it. */
  readonly parts?: ReadonlyMap<Id, { readonly before: unknown; readonly after: unknown }> | undefined;
  readonly privateTo?: Id | null | undefined;
  readonly risk?: 'low' | 'medium' | 'high' | 'critical';
  /** False for what was tried and refused. */
  readonly success?: boolean;
  /** A figure that follows from other changes: devices have to know, the audit and the listeners need not. */
  readonly silent?: boolean;
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
  /**
   * Work in another household within the same transaction: its wall, its log, its facts. `arrive` comes before the
   * actor's place is looked up: there a household is founded or joined. Refuses with 404 who has no place in it.
   */
  within<T>(place: Place, work: (ctx: HouseholdContext) => Promise<T>): Promise<T>;
};

export type Place = {
  readonly household: Id;
  readonly actor: Actor;
  readonly arrive?: () => Promise<void>;
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
  /** Who acts is no member: staff who may look for a while, by this grant, and do nothing else. */
  readonly staffGrant?: Id | undefined;
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

/**
 * What others keep to themselves is out of the actor's sight, and still it counts: the household is looked at as the
 * system does, within the same transaction. What comes of it must tell nobody what they do not see.
 */
export async function lookingAtAll<T>(
  ctx: HouseholdContext,
  work: (all: HouseholdContext) => Promise<T>,
): Promise<T> {
  if (ctx.actor.kind === 'system') return await work(ctx);
  return await ctx.within({ household: ctx.household, actor: { kind: 'system' } }, work);
}

/**
 * Waits for pieces of work that were begun together, so that their statements travelled together. All of them end
 * before it answers or throws; of several that failed, the first in the list counts.
 */
export async function together<T extends readonly unknown[]>(
  works: {
    readonly [Index in keyof T]: Promise<T[Index]>;
  },
): Promise<T> {
  const outcomes = await Promise.allSettled(works);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return outcomes.map((outcome) => (outcome as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
