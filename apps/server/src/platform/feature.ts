import type { Id } from '@kinwise/core/ids';
import type {
  ActionsOf,
  Hidden,
  HouseholdContext,
  Hooks,
  OpenContext,
  UserContext,
  WardAlarm,
} from './context.ts';
import type { Copied, HandedOut } from './copies.ts';
import type { Kept, PersonalData } from './privacy.ts';
import type { Route } from './routes.ts';

/** Work that the queue runs in a household, once for each key. */
export type HouseholdJob = {
  readonly kind: 'household';
  readonly name: string;
  readonly work: (ctx: HouseholdContext, payload: Readonly<Record<string, unknown>>) => Promise<void>;
};

/** Work outside of any household: sweeping up what has expired. */
export type OutsideJob = {
  readonly kind: 'outside';
  readonly name: string;
  /** Cron in UTC for work that runs by itself, such as `15 3 * * *`. */
  readonly cron?: string;
  readonly work: (ctx: OpenContext, payload: Readonly<Record<string, unknown>>) => Promise<void>;
};

/** Work that talks to the outside world, with no transaction open while it does. It alone may happen twice. */
export type OutwardJob = {
  readonly kind: 'outward';
  readonly name: string;
  readonly work: (outward: Outward, payload: Readonly<Record<string, unknown>>) => Promise<void>;
};

export type Outward = {
  /** As the system, or as a member whose sight the work must not exceed. */
  inHousehold<T>(at: { household: Id; as?: Id }, work: (ctx: HouseholdContext) => Promise<T>): Promise<T>;
  outside<T>(work: (ctx: OpenContext) => Promise<T>): Promise<T>;
  /** The same for every try of this job: the receiver tells doubles by it. */
  readonly messageId: string;
};

/** Work at a local hour of every household, such as bill reminders at 09:00. */
export type DailyJob = {
  readonly kind: 'daily';
  readonly name: string;
  readonly at: `${number}:${number}`;
  readonly work: (ctx: HouseholdContext) => Promise<void>;
};

export type Job = HouseholdJob | OutsideJob | OutwardJob | DailyJob;

/** What a feature does when something happens elsewhere: a household job, run after the commit. */
export type Reaction = { readonly on: string; readonly job: string };

/** A query that must return no row; the text says what is wrong when it does. Run as the owner, over all households. */
export type Invariant = { readonly name: string; readonly sql: string };

/**
 * A number for `/metrics`: a query as the owner that answers `value` and the labels. What only grows has a name that
 * ends in `_total`.
 */
export type Figure = {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
  readonly sql: string;
};

/** A column whose values are sealed, and the columns by which a row is found; `kinwise keys rotate` seals them anew. */
export type Sealed = {
  readonly table: string;
  readonly column: string;
  readonly key: readonly [string, ...string[]];
};

/** What a feature plugs in. */
export type Feature = {
  readonly name: string;
  /** Made of all copies where what is answered depends on what other features plug in. */
  readonly routes?: readonly Route[] | ((copies: readonly Copied[]) => readonly Route[]);
  readonly jobs?: readonly Job[];
  readonly reactions?: readonly Reaction[];
  readonly tables?: readonly string[];
  /** What devices keep a copy of. Of several features, in their order: what others name comes first. */
  readonly copies?: readonly Copied[];
  readonly invariants?: readonly Invariant[];
  readonly figures?: readonly Figure[];
  readonly personalData?: readonly PersonalData[];
  readonly sealed?: readonly Sealed[];
  /** What is kept, why and how long, as the Privacy screen tells it. */
  readonly kept?: readonly Kept[];
  /** What a copy of somebody's data holds of a household beyond what devices copy. */
  readonly handsOut?: readonly HandedOut[];
  /** A member is about to be erased, and with them what is theirs alone: what others share has to stand without it. */
  readonly onMemberErased?: (ctx: HouseholdContext, user: Id) => Promise<void>;
  /** Runs in every new household, in the transaction that makes it. */
  readonly onHouseholdCreated?: (ctx: HouseholdContext) => Promise<void>;
  /** The household is about to be deleted: what names it elsewhere has to let it go. */
  readonly onHouseholdDeleted?: (ctx: HouseholdContext) => Promise<void>;
  /** An account that was shared becomes its owner's alone: what the feature keeps about it has to go with it. */
  readonly onAccountHidden?: (ctx: HouseholdContext, hidden: Hidden) => Promise<void>;
  /** Answers, as a sentence, why the household's currency has to stay; undefined when nothing speaks against it. */
  readonly keepsCurrency?: (ctx: HouseholdContext) => Promise<string | undefined>;
  /** Answers, as a sentence with its cure, why somebody's account may not be erased for now; undefined when it may. */
  readonly keepsAccount?: (ctx: UserContext) => Promise<string | undefined>;
  /** A session of somebody without an address looks stolen; mails to them would reach nobody. */
  readonly onWardAlarmed?: (ctx: OpenContext, alarm: WardAlarm) => Promise<void>;
  /** By the name of the thing, such as `tag`: what may be done with one of them, from the function its rules use. */
  readonly actions?: Readonly<Record<string, ActionsOf>>;
};

/** The whole HTTP table. */
export function routesOf(features: readonly Feature[]): readonly Route[] {
  const { copies } = hooksOf(features);
  return features.flatMap(({ routes = [] }) => (typeof routes === 'function' ? routes(copies) : routes));
}

/** What the manifests add to the work of earlier areas. */
export function hooksOf(features: readonly Feature[]): Hooks {
  return {
    householdCreated: features.flatMap((feature) => feature.onHouseholdCreated ?? []),
    householdDeleted: features.flatMap((feature) => feature.onHouseholdDeleted ?? []),
    accountHidden: features.flatMap((feature) => feature.onAccountHidden ?? []),
    currencyKept: features.flatMap((feature) => feature.keepsCurrency ?? []),
    accountKept: features.flatMap((feature) => feature.keepsAccount ?? []),
    copies: features.flatMap((feature) => feature.copies ?? []),
    handedOut: features.flatMap((feature) => feature.handsOut ?? []),
    personalData: features.flatMap((feature) => feature.personalData ?? []),
    kept: features.flatMap((feature) => feature.kept ?? []),
    memberErased: features.flatMap((feature) => feature.onMemberErased ?? []),
    wardAlarmed: features.flatMap((feature) => feature.onWardAlarmed ?? []),
    actions: Object.assign({}, ...features.map((feature) => feature.actions ?? {})) as Hooks['actions'],
  };
}
