import { i18n } from '@lingui/core';
import { NoSignalError, ProblemError } from '../api/problem.ts';
import { UnkeptError } from '../offline/database.ts';
import { sayWait } from './say-wait.ts';

/** The stable code of a refusal by the server. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof ProblemError ? error.code : undefined;
}

/** What went wrong, in words for people: what happened and what to do. */
export function sayProblem(error: unknown): string {
  if (error instanceof ProblemError) {
    const waitMs = error.facts.retryAfterMs;
    if (error.status !== 429 || waitMs === undefined) return error.message;
    return i18n._('That was too often. Try again in {wait}.', { wait: sayWait(waitMs) });
  }
  if (error instanceof NoSignalError) {
    return i18n._('The server cannot be reached. Check your signal and try again.');
  }
  if (error instanceof UnkeptError) return unkeptWords(error);
  return i18n._('Something went wrong in the app. Reload the page and try again.');
}

function unkeptWords({ why }: UnkeptError): string {
  if (why === 'full')
    return i18n._(
      'There is no room on this device for a copy of your household, and KinWise works on that copy. Make room, then sign in again.',
    );
  if (why === 'newer')
    return i18n._(
      'A newer KinWise was open on this device before. Close all its windows, open it anew and sign in again.',
    );
  return i18n._(
    'This browser keeps nothing on the device, and KinWise works on a copy of your household here. Leave the private window, or allow this site to store data, then sign in again.',
  );
}
