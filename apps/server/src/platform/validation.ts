import type { z } from 'zod';
import { MISSING } from './field-words.ts';
import { Problem } from './problems.ts';
import type { FieldProblem } from './problems.ts';

type Where = 'body' | 'query' | 'params';

/** Reads a part of the request by its schema, or refuses with a pointer, a code and a cure for each field. */
export function parsed<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: Where,
): z.infer<Schema> {
  const repeated = where === 'query' ? repeatedIn(schema, value) : [];
  if (repeated.length > 0) throw queryProblem(repeated);
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  if (where === 'params') throw new Problem('RESOURCE_3001', 'There is nothing at this address.');
  const errors = read.error.issues.flatMap((issue) => problemsOf(issue, where));
  if (where === 'query') throw queryProblem(errors);
  throw new Problem('VALIDATION_2002', errors[0]?.message ?? 'Some fields need a change.', { errors });
}

function queryProblem(errors: FieldProblem[]): Problem {
  return new Problem('VALIDATION_2003', errors.map((error) => error.message).join(' '), { errors });
}

/** A parameter of the query that is given more than once arrives as a list, and no one of its values is the one meant. */
function repeatedIn(schema: z.ZodType, query: unknown): FieldProblem[] {
  const names = new Set('shape' in schema ? Object.keys(schema.shape as object) : []);
  return Object.entries(query ?? {}).flatMap(([name, given]): FieldProblem[] =>
    Array.isArray(given) && names.has(name) ? [repeatedProblem(name, given, names)] : [],
  );
}

function repeatedProblem(name: string, given: unknown[], names: ReadonlySet<string>): FieldProblem {
  const many = [name, `${name}__in`].find((one) => one.endsWith('__in') && names.has(one));
  const often = given.length === 2 ? 'twice' : `${given.length} times`;
  const cure =
    many === undefined
      ? 'Give it once.'
      : `Give it once, or all values as ${many}=${given.join(',').slice(0, 100)}.`;
  return { pointer: name, code: 'repeated', message: `${name}: is given ${often}. ${cure}` };
}

/** The household of a call may be named in its query too, whatever else the route takes. */
export function refuseRepeated(name: string, given: unknown): void {
  if (Array.isArray(given)) throw queryProblem([repeatedProblem(name, given, new Set())]);
}

/** Reads an answer by its schema. A field that the schema does not name would leave in production: it is an error here. */
export function exactly(schema: z.ZodType, value: unknown): unknown {
  const read = schema.parse(value);
  const surplus = surplusIn(value, read, '');
  if (surplus !== undefined) throw new Error(`the answer holds ${surplus}, which its schema does not name`);
  return read;
}

function surplusIn(given: unknown, kept: unknown, place: string): string | undefined {
  if (typeof given !== 'object' || given === null || typeof kept !== 'object' || kept === null)
    return undefined;
  for (const [name, inner] of Object.entries(given)) {
    if (inner === undefined) continue;
    if (!(name in kept)) return `${place}/${name}`;
    const deeper = surplusIn(inner, (kept as Record<string, unknown>)[name], `${place}/${name}`);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

function problemsOf(issue: z.core.$ZodIssue, where: Where): FieldProblem[] {
  const base = issue.path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
  const pointer = where === 'query' ? base.slice(1) : base;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: where === 'query' ? key : `${base}/${key}`,
      code: 'unknown_field',
      message:
        where === 'query'
          ? `"${key}" is not a filter of this list.`
          : `"${key}" is not a field that can be set here. Leave it out.`,
    }));
  }
  return [{ pointer, code: codeOf(issue), message: `${nameOf(issue)}: ${issue.message}` }];
}

function nameOf(issue: z.core.$ZodIssue): string {
  return issue.path.length === 0 ? 'The request' : issue.path.map(String).join('.');
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') {
    const code: unknown = issue.params?.['code'];
    return typeof code === 'string' ? code : 'invalid';
  }
  if (issue.code === 'invalid_type') return issue.message.startsWith(MISSING) ? 'required' : 'invalid_type';
  return issue.code;
}
