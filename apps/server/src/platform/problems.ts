import type { Locale } from './languages.ts';
import { MAORI_PROBLEMS } from './maori-problems.ts';

/** Everything that a caller may meet: code → status and title. Documents and client types come from this table. */
export const PROBLEMS = {
  AUTH_1001: [401, 'Sign in to go on'],
  AUTH_1002: [401, 'The name or the password is not right'],
  AUTH_1003: [401, 'The session is over'],
  AUTH_1004: [403, 'The e-mail address is not verified yet'],
  AUTH_1005: [403, 'Your role does not allow this'],
  AUTH_1006: [403, 'The request did not come from the app itself'],
  AUTH_1007: [423, 'The account is locked for a while'],
  AUTH_1008: [400, 'The link is used up or too old'],
  AUTH_1009: [422, 'This password cannot be used'],
  AUTH_1010: [403, 'The invitation is for somebody else'],
  AUTH_1011: [403, 'This came without https'],
  AUTH_1020: [403, 'Confirm that it is you'],
  AUTH_1021: [401, 'The code is not right'],
  AUTH_1022: [401, 'Begin the sign-in again'],
  AUTH_1023: [401, 'The passkey was not accepted'],
  AUTH_1024: [401, 'The provider did not vouch for you'],
  AUTH_1025: [422, 'The address is not verified at the provider'],
  AUTH_1026: [409, 'An account has this address already'],
  AUTH_1027: [409, 'It is the only way in'],
  AUTH_1028: [422, 'The two addresses are not the same'],
  AUTH_1030: [403, 'A guardian decides this'],
  AUTH_1031: [401, 'The session is idle'],
  AUTH_1040: [401, 'The API key is not accepted'],
  AUTH_1041: [403, 'The API key lacks a scope'],
  AUTH_1042: [403, 'API keys have no way in here'],
  AUTH_1043: [401, 'The signature of the request is not accepted'],
  AUTH_1050: [403, 'Set up a second factor first'],
  AUTH_1051: [403, 'Sign in with your second factor'],
  AUTH_1052: [403, 'Your staff role does not allow this'],
  AUTH_1053: [403, 'Staff may only look'],
  AUTH_1054: [423, 'The account was locked by staff'],
  AUTH_1060: [403, 'A guardian does this for you'],
  AUTH_1061: [401, 'The PIN is not right'],
  AUTH_1062: [423, 'A guardian has to unlock this'],
  AUTH_1063: [401, 'This is no device of the family'],
  VALIDATION_2001: [400, 'The request could not be read'],
  VALIDATION_2002: [422, 'Some fields need a change'],
  VALIDATION_2003: [400, 'Unknown filter or order'],
  VALIDATION_2004: [415, 'This content type is not accepted here'],
  VALIDATION_2005: [413, 'This is too large'],
  VALIDATION_2006: [400, 'The page cursor is not valid'],
  VALIDATION_2007: [422, 'The file holds a virus'],
  RESOURCE_3001: [404, 'Not found'],
  RESOURCE_3002: [409, 'It exists already'],
  RESOURCE_3003: [412, 'It was changed in the meantime'],
  RESOURCE_3004: [405, 'This method is not allowed here'],
  RESOURCE_3005: [409, 'It is in use'],
  RESOURCE_3010: [410, 'The sync position is too old'],
  BUSINESS_4001: [422, 'The rules of the household do not allow this'],
  BUSINESS_4002: [422, 'The account would go below what it may'],
  BUSINESS_4003: [422, 'The splits do not sum to the amount'],
  BUSINESS_4004: [422, 'These two entries are no transfer'],
  BUSINESS_4005: [409, 'The import is not in the right state'],
  BUSINESS_4006: [422, 'The file cannot be read'],
  BUSINESS_4007: [422, 'The key was used for another request'],
  BUSINESS_4008: [409, 'Somebody has to stay in charge'],
  BUSINESS_4009: [422, 'An exchange rate is missing'],
  BUSINESS_4010: [409, 'The account is closed'],
  BUSINESS_4011: [403, 'The plan does not include this'],
  DATABASE_5001: [503, 'The database is not answering'],
  DATABASE_5002: [507, 'The disk is full'],
  RATE_LIMIT_6001: [429, 'Too many requests'],
  EXTERNAL_7001: [502, 'An outside service failed'],
  EXTERNAL_7002: [503, 'The virus scanner is not answering'],
  INTERNAL_9001: [500, 'Something went wrong on our side'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One field that needs a change. The pointer is a JSON pointer into the body, or the name of a query parameter. */
export type FieldProblem = { pointer: string; code: string; message: string };

/** What is left of a limit, for the RateLimit headers. */
export type Standing = { readonly limit: number; readonly remaining: number; readonly resetSeconds: number };

export type ProblemDetails = {
  errors?: readonly FieldProblem[];
  /** The object as it is now, for a stale write. */
  current?: unknown;
  retryAfterSeconds?: number;
  /** For 429: the limit that was met. */
  standing?: Standing;
  /** For the audit: which capability was missing. */
  capability?: string;
  /** For the audit: what the file was called that was refused. */
  file?: string;
  extra?: Readonly<Record<string, unknown>>;
};

/** What a caller may meet, thrown anywhere in the work; the transaction rolls back and the handler writes RFC 9457. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, detail: string, details: ProblemDetails = {}) {
    super(detail);
    this.name = 'Problem';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return PROBLEMS[this.code][0];
  }

  get title(): string {
    return PROBLEMS[this.code][1];
  }
}

/** Missing and foreign are the same to the caller: 404. */
export function notFound(thing: string): Problem {
  const where = thing === 'household' ? '' : ' in this household';
  return new Problem('RESOURCE_3001', `There is no such ${thing}${where}.`);
}

/** A field of the body that the schema let through and the rules refuse. */
export function invalid(pointer: string, code: string, message: string): Problem {
  return new Problem('VALIDATION_2002', message, { errors: [{ pointer, code, message }] });
}

/** A field that names something which is not there, or is not of this household: the caller hears the same. */
export function unknown(pointer: string, code: string, message: string): Problem {
  return new Problem('RESOURCE_3001', message, { errors: [{ pointer, code, message }] });
}

export function forbidden(capability: string): Problem {
  return new Problem(
    'AUTH_1005',
    `Your role in this household lacks ${capability}. An admin can change roles.`,
    {
      capability,
    },
  );
}

export function stale(current: unknown): Problem {
  return new Problem(
    'RESOURCE_3003',
    'Somebody changed this since you opened it. Compare with the current version and send it again.',
    { current },
  );
}

/**
 * The body of an answer for a problem, as RFC 9457 with KinWise's own members. `detail` is English for every reader, and
 * says what to do; `user_message` is in the reader's language.
 */
export function problemBody(
  problem: Problem,
  at: { errorId: string; instance: string; at: string; locale: Locale },
): Record<string, unknown> {
  return {
    type: `https://kinwise.nz/problems/${problem.code.toLowerCase()}`,
    title: problem.title,
    status: problem.status,
    detail: problem.message,
    instance: at.instance,
    error_code: problem.code,
    error_id: at.errorId,
    timestamp: at.at,
    user_message: at.locale === 'mi-NZ' ? MAORI_PROBLEMS[problem.code] : problem.message,
    errors: problem.details.errors ?? [],
    ...(problem.details.current === undefined ? {} : { current: problem.details.current }),
    ...problem.details.extra,
  };
}
