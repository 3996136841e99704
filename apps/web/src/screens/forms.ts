import { i18n } from '@lingui/core';
import type { FieldValues, Path, UseFormSetError } from 'react-hook-form';
import { z } from 'zod/mini';
import { ProblemError } from '../api/problem.ts';
import { sayProblem } from '../shell/say-problem.ts';

// Zod would probe for `new Function`, which the content policy reports as a violation.
z.config({ jitless: true });

export { zodResolver } from '@hookform/resolvers/zod';
export { useForm } from 'react-hook-form';
export { z };

/** A text that must not be empty. */
export function needed(message: string = i18n._('Please fill this in.')) {
  return z.string().check(z.trim(), z.minLength(1, message));
}

/**
 * Lays a refusal of the server on the fields that it names, and what belongs to no field on `root`. JSON pointers such as
 * `/first_name` are names of fields here.
 */
export function showRefusal<Values extends FieldValues>(
  error: unknown,
  setError: UseFormSetError<Values>,
  fields: readonly Path<Values>[],
): void {
  const named = error instanceof ProblemError ? error.facts.errors : [];
  let shown = false;
  for (const problem of named) {
    const field = problem.pointer.replace(/^\//, '').replaceAll('/', '.') as Path<Values>;
    if (!fields.includes(field)) continue;
    setError(field, { message: problem.message }, { shouldFocus: !shown });
    shown = true;
  }
  if (!shown) setError('root', { message: sayProblem(error) });
}
