import { wordsOf } from '../api/problem.ts';
import { ENTITIES, type PlainRow } from './entities.ts';
import type { Objection, Operation } from './operation.ts';

/** What came back for one request. `retryAfterMs` is what the server asked for, if it did. */
export type Answer = { readonly status: number; readonly body?: unknown; readonly retryAfterMs?: number };

export type Verdict =
  /** The server has it. `row` is its present copy, where the answer carried one. */
  | { readonly kind: 'done'; readonly row?: PlainRow }
  /** Nobody knows whether it arrived, or the server asks for patience: the same again, later. */
  | { readonly kind: 'again'; readonly afterMs?: number }
  | { readonly kind: 'sign-in' }
  /** The server understood and said no; the person decides. */
  | { readonly kind: 'blocked'; readonly problem: Objection; readonly theirs?: PlainRow | null };

const PATIENCE = new Set([408, 425, 429]);

/** Judges the answer to an operation; `undefined` means that none came. */
export function judge(operation: Operation, answer: Answer | undefined): Verdict {
  if (!answer) return { kind: 'again' };
  const { status, body } = answer;
  if (status >= 200 && status < 300) return done(operation, body);
  if (status === 401) return { kind: 'sign-in' };
  if (status >= 500 || PATIENCE.has(status)) {
    return { kind: 'again', ...(answer.retryAfterMs !== undefined && { afterMs: answer.retryAfterMs }) };
  }
  if (operation.kind === 'delete' && (status === 404 || status === 410)) return { kind: 'done' };
  // What is not there for a new row is something that it names: the row itself can still be mended.
  const isGone = (status === 404 || status === 410) && operation.kind !== 'create';
  const theirs = isGone ? null : currentOf(body);
  if (theirs && isOwnEcho(operation, status, theirs)) return { kind: 'done', row: theirs };
  return { kind: 'blocked', problem: objectionOf(status, body), ...(theirs !== undefined && { theirs }) };
}

export type WireRequest = {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  /** Below /api/v1. */
  readonly path: string;
  readonly body?: PlainRow;
  readonly headers: Readonly<Record<string, string>>;
};

/** The request that an operation is on the wire. */
export function requestOf(operation: Operation): WireRequest {
  const { path } = ENTITIES[operation.entity];
  const headers = {
    'Idempotency-Key': operation.key,
    'X-Household-Id': operation.household,
    ...(operation.baseVersion !== undefined && { 'If-Match': `"v${operation.baseVersion}"` }),
  };
  const one = `${path}/${operation.entityId}/`;
  switch (operation.kind) {
    case 'create':
      return {
        method: 'POST',
        path: `${path}/`,
        body: { ...operation.body, id: operation.entityId },
        headers,
      };
    case 'update':
      return { method: 'PATCH', path: one, body: operation.body, headers };
    case 'delete':
      return { method: 'DELETE', path: one, headers };
    case 'action':
      return { method: 'POST', path: `${one}${operation.action ?? ''}/`, body: operation.body, headers };
  }
}

function done(operation: Operation, body: unknown): Verdict {
  if (operation.kind === 'delete' || !isRow(body) || body['id'] !== operation.entityId)
    return { kind: 'done' };
  return { kind: 'done', row: body };
}

/**
 * A change whose answer was lost meets, when sent again, the version that it made itself. Where the row already says all
 * that the change wanted, the refusal is only our own echo.
 */
function isOwnEcho(operation: Operation, status: number, theirs: PlainRow): boolean {
  if (status !== 412 || operation.kind !== 'update' || operation.tries < 2) return false;
  return Object.entries(operation.body).every(
    ([name, value]) => JSON.stringify(theirs[name]) === JSON.stringify(value),
  );
}

function currentOf(body: unknown): PlainRow | undefined {
  const current = isRow(body) ? body['current'] : undefined;
  return isRow(current) ? current : undefined;
}

function objectionOf(status: number, body: unknown): Objection {
  const problem = isRow(body) ? body : {};
  const errors = Array.isArray(problem['errors']) ? problem['errors'] : [];
  return {
    status,
    code: textOf(problem['error_code']) ?? `HTTP_${status}`,
    message: wordsOf(problem) ?? '',
    errors: errors.filter(isRow).map((error) => ({
      pointer: textOf(error['pointer']) ?? '',
      code: textOf(error['code']) ?? '',
      message: textOf(error['message']) ?? '',
    })),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isRow(value: unknown): value is PlainRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
