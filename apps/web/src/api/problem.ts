import type { FieldProblem, Problem, ProblemCode } from '@kinwise/api-client/schema';

/** Stable, such as `AUTH_1003`; `HTTP_502` where something between us and the server answered, `PASSKEY` the device itself. */
type Code = ProblemCode | `HTTP_${number}` | 'NO_CSRF' | 'PASSKEY';

type ProblemFacts = {
  readonly status: number;
  readonly code: Code;
  readonly errors: readonly FieldProblem[];
  readonly id?: string;
  readonly retryAfterMs?: number;
  readonly current?: Readonly<Record<string, unknown>>;
};

/** The server understood and refused (RFC 9457). Its message is meant for people, in their language. */
export class ProblemError extends Error {
  readonly facts: ProblemFacts;

  constructor(message: string, facts: ProblemFacts) {
    super(message);
    this.name = 'ProblemError';
    this.facts = facts;
  }

  get status(): number {
    return this.facts.status;
  }

  get code(): Code {
    return this.facts.code;
  }

  /** The message for a field by its JSON pointer, such as `/email`. */
  at(pointer: string): string | undefined {
    return this.facts.errors.find((error) => error.pointer === pointer)?.message;
  }
}

/** No answer came: no signal, a server that is away, or one that took too long. Nothing is known of the effect. */
export class NoSignalError extends Error {
  constructor(cause?: unknown) {
    super('The server cannot be reached.', { cause });
    this.name = 'NoSignalError';
  }
}

/** How long the server asks for a pause, where an error says that. */
export function pauseOf(error: unknown): number | undefined {
  return error instanceof ProblemError && error.status === 429 ? error.facts.retryAfterMs : undefined;
}

/** Reads a refusal into its error. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body = await readJson(response);
  const retryAfterMs = retryAfterOf(response);
  const current = recordOf(body.current);
  const message = wordsOf(body) ?? `The server answered ${response.status}.`;
  const id = textOf(body.error_id);
  return new ProblemError(message, {
    status: response.status,
    code: (textOf(body.error_code) as ProblemCode | undefined) ?? `HTTP_${response.status}`,
    errors: fieldProblems(body.errors),
    ...(id !== undefined && { id }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(current && { current }),
  });
}

/**
 * What a refusal says to people: first in their language, where that is another sentence, then what was made for the case
 * and says what to do.
 */
export function wordsOf(body: Readonly<Record<string, unknown>>): string | undefined {
  const own = textOf(body['user_message']);
  const detail = textOf(body['detail']);
  if (own === undefined) return detail ?? textOf(body['title']);
  return detail === undefined || detail === own ? own : `${own} ${detail}`;
}

/** The wait that a server asks for in seconds; a date there is read as no wish. */
export function retryAfterOf(response: Response): number | undefined {
  const seconds = response.headers.get('Retry-After');
  return seconds !== null && /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : undefined;
}

/** What may stand in a refusal. Whatever answered need not be our server, so nothing of it is believed unseen. */
type Said = { readonly [Name in keyof Problem]?: unknown };

async function readJson(response: Response): Promise<Said> {
  const text = await response.text().catch(() => '');
  try {
    return recordOf(JSON.parse(text)) ?? {};
  } catch {
    // A proxy in between may answer with a page; its status says enough.
    return {};
  }
}

function fieldProblems(errors: unknown): FieldProblem[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error) => {
    const record = recordOf(error);
    if (!record) return [];
    return [
      {
        pointer: textOf(record['pointer']) ?? '',
        code: textOf(record['code']) ?? '',
        message: textOf(record['message']) ?? '',
      },
    ];
  });
}

function recordOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
