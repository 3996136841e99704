import type { Capability } from '@kinwise/core/capabilities';
import type { z } from 'zod';
import type { Id } from '@kinwise/core/ids';
import type { StaffRole } from '@kinwise/core/staff';
import type { Actor, Ground, HouseholdContext, OpenContext, Origin, UserContext } from './context.ts';
import type { Deprecated } from './deprecations.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A file that came with a multipart request; of what type it is, its sender says. */
export type UploadedFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** What a handler gets: parsed by the route's schemas. */
export type Input<P = unknown, Q = unknown, B = unknown> = {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The version that If-Match names, or undefined. */
  readonly ifVersion: number | undefined;
  readonly file: UploadedFile | undefined;
  /** Cookies and headers, for signing in; features have no use for them. */
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

export type Cookie = { name: string; value: string; path: string; maxAgeSeconds: number; httpOnly?: boolean };

/** An answer with more than a body. Anything else that a handler returns is the body. */
export class Reply {
  readonly body: unknown;
  readonly options: ReplyOptions;

  constructor(body: unknown, options: ReplyOptions = {}) {
    this.body = body;
    this.options = options;
  }
}

export type ReplyOptions = {
  status?: number;
  headers?: Readonly<Record<string, string>>;
  cookies?: readonly Cookie[];
  /** Answers with a file of the store in place of a body, to be saved under this name. */
  file?: { readonly name: string; readonly as: string };
  /** What follows the body of a route that reads, where all of it at once would be too much; see platform/long-answers.ts. */
  rest?: Rest<HouseholdContext> | Rest<UserContext>;
};

/** Does a piece of work in a transaction of its own, for the same caller, who is asked again whether they may. */
export type Again<C> = <T>(work: (ctx: C) => Promise<T>) => Promise<T>;
export type Rest<C> = (again: Again<C>) => AsyncIterable<string>;

/** Which limits besides the general ones count a call; see platform/limits.ts. */
export type LimitName = string;

type Common<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  readonly method: Method;
  /** Below /api/v1, with its last slash; `:id` for parameters. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** The body of a good answer; absent for 204. */
  readonly returns?: z.ZodType;
  readonly status?: number;
  /** Another status that a good answer may have, with the same body. */
  readonly orStatus?: number;
  readonly limits?: readonly LimitName[];
  /** An old way that goes on working for a while. */
  readonly deprecated?: Deprecated;
  /** A multipart request: the size cap of its one file, field `file`. Other fields make the body. */
  readonly upload?: { readonly maxBytes: number };
  /** What a body may be besides JSON: a mail as it travels becomes `{ message }`, a form an object of its fields. */
  readonly alsoTakes?: readonly (
    | 'message/rfc822'
    | 'application/x-www-form-urlencoded'
    | 'multipart/form-data'
  )[];
  /** A GET whose answer does not follow from the household's log alone (or that changes by the clock): no 304. */
  readonly uncached?: boolean;
  /** The types of an answer that is a file, in place of `returns`. */
  readonly file?: readonly string[];
  /** A GET that takes data out, and leaves that in the audit: not held to reading. */
  readonly traced?: boolean;
};

type Work<C, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = (
  ctx: C,
  input: Input<z.infer<P>, z.infer<Q>, z.infer<B>>,
) => Promise<unknown>;

/** What only a route of somebody signed in can ask. */
type OfSomebody = {
  /** Dangerous: the session must have shown a moment ago that its owner sits there, else AUTH_1020. Never for what devices queue. */
  readonly stepUp?: boolean;
  /** Apps ask it by themselves, over and over: it does not count as something that the person did. */
  readonly byItself?: boolean;
  /** The answer holds a secret that opens something: it is never kept for a repeated call. */
  readonly opens?: boolean;
  /** Answers an idle session too, which everywhere else is refused with AUTH_1031. */
  readonly answersIdle?: boolean;
};

export type HouseholdRoute = Common<z.ZodType, z.ZodType, z.ZodType> &
  OfSomebody & {
    readonly access: 'household';
    readonly requires: Capability;
    /** The path parameter that names the household; without it the active one is meant. */
    readonly householdParam?: string;
    readonly stepUpFor?: (ctx: HouseholdContext, input: Input) => boolean | Promise<boolean>;
    readonly work: Work<HouseholdContext, z.ZodType, z.ZodType, z.ZodType>;
  };
export type UserRoute = Common<z.ZodType, z.ZodType, z.ZodType> &
  OfSomebody & {
    readonly access: 'user';
    /** For staff with this role or a higher one, and nobody else. */
    readonly staff?: StaffRole;
    readonly stepUpFor?: (ctx: UserContext, input: Input) => Promise<boolean>;
  } & AtOnceOrInSteps<UserContext, UserSteps>;
export type PublicRoute = Common<z.ZodType, z.ZodType, z.ZodType> & {
  readonly access: 'public';
  /** Cookies are believed only together with the CSRF token and a same-site Origin. */
  readonly csrf?: boolean;
  /** Refuses by the headers alone who may not call at all, before anything of the body is looked at. */
  readonly admit?: (ground: Ground, headers: Input['headers']) => void;
} & AtOnceOrInSteps<OpenContext, Steps>;

type AtOnceOrInSteps<C, S> =
  | { readonly inSteps?: false; readonly work: Work<C, z.ZodType, z.ZodType, z.ZodType> }
  | { readonly inSteps: true; readonly work: Work<S, z.ZodType, z.ZodType, z.ZodType> };

/**
 * What a route gets that has to think between its transactions: hashing a password takes long and must hold no
 * connection meanwhile, and a failure stays counted although the call is refused.
 */
export type Steps = {
  readonly ground: Ground;
  readonly origin: Origin;
  /** A step in a transaction of its own, with the rows of `user` in sight; it stays, whatever comes after it. */
  step<T>(work: (ctx: OpenContext) => Promise<T>, user?: Id): Promise<T>;
};

/** Steps of somebody signed in, whose rows every step sees. */
export type UserSteps = Steps & { readonly actor: Extract<Actor, { kind: 'user' }> };

/** One line of a feature's HTTP table. */
export type Route = HouseholdRoute | UserRoute | PublicRoute;

/** A route of the active household. It cannot be written without the capability that it needs. */
export function householdRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  spec: Common<P, Q, B> &
    OfSomebody & {
      requires: Capability;
      householdParam?: string;
      /** The same as `stepUp`, for some calls only: whether this one is dangerous. Who may not do it at all hears that first. */
      stepUpFor?: (
        ctx: HouseholdContext,
        input: Input<z.infer<P>, z.infer<Q>, z.infer<B>>,
      ) => boolean | Promise<boolean>;
      work: Work<HouseholdContext, P, Q, B>;
    },
): Route {
  return { ...spec, access: 'household' } as unknown as Route;
}

/** A route of somebody signed in that concerns no single household. */
export function userRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  spec: Common<P, Q, B> &
    OfSomebody & {
      /** The same as `stepUp`, for some bodies only: whether this one is dangerous. */
      stepUpFor?: (ctx: UserContext, input: Input<z.infer<P>, z.infer<Q>, z.infer<B>>) => Promise<boolean>;
      work: Work<UserContext, P, Q, B>;
    },
): Route {
  return { ...spec, access: 'user' } as unknown as Route;
}

/** A route of the people who run this KinWise; its path begins with `admin/`. */
export function staffRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  spec: Common<P, Q, B> & OfSomebody & { staff: StaffRole; work: Work<UserContext, P, Q, B> },
): Route {
  return { ...spec, access: 'user' } as unknown as Route;
}

/** A route for everybody. */
export function publicRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  spec: Common<P, Q, B> & {
    csrf?: boolean;
    admit?: (ground: Ground, headers: Input['headers']) => void;
    work: Work<OpenContext, P, Q, B>;
  },
): Route {
  return { ...spec, access: 'public' } as unknown as Route;
}

/** A route for everybody that works in several transactions. */
export function publicSteps<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  spec: Common<P, Q, B> & { csrf?: boolean; work: Work<Steps, P, Q, B> },
): Route {
  return { ...spec, access: 'public', inSteps: true } as unknown as Route;
}

/** A route of somebody signed in that works in several transactions. It takes no Idempotency-Key. */
export function userSteps<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  spec: Common<P, Q, B> & OfSomebody & { work: Work<UserSteps, P, Q, B> },
): Route {
  return { ...spec, access: 'user', inSteps: true } as unknown as Route;
}
