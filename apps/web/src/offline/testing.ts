import type { Problem, Sync, SyncChange, Transaction } from '@kinwise/api-client/schema';
import { newId } from '@kinwise/core/ids';
import type { Answer, WireRequest } from './answers.ts';
import { type LocalCopy, openLocalCopy } from './database.ts';
import type { PlainRow } from './entities.ts';
import type { Presence, Transport } from './transport.ts';

/** A server of a few lines for the tests of this folder: versions, idempotency keys, a change log, and a bad line to it. */
export type ToyServer = {
  readonly transport: Transport;
  readonly rows: Map<string, PlainRow>;
  /** What each idempotency key of a POST has done: its effect is counted, whatever was answered. */
  readonly effects: Map<string, number>;
  readonly requests: WireRequest[];
  /** What it says of the session when it is asked. */
  presence: Presence;
  /** How the line treats the next request; it works again afterwards. */
  fail: 'nothing' | 'request-lost' | 'answer-lost' | 'unavailable' | 'busy';
  /** What to answer to the next request instead of doing it. */
  refuse: Answer | undefined;
  /** Somebody else changes or deletes a row. */
  readonly change: (id: string, fields: PlainRow) => void;
  readonly remove: (id: string) => void;
  /** Forgets its log: old cursors are gone. */
  readonly forget: () => void;
};

export const HOUSEHOLD = newId();
export const NOW = '2026-11-22T00:00:00.000Z';

export function freshCopy(): LocalCopy {
  return openLocalCopy(newId());
}

export function toyServer(pageSize = 3): ToyServer {
  const rows = new Map<string, PlainRow>();
  const answers = new Map<string, Answer>();
  const effects = new Map<string, number>();
  const log: SyncChange[] = [];
  let firstSeq = 0;

  const put = (id: string, fields: PlainRow): PlainRow => {
    const old = rows.get(id);
    const row = { ...old, ...fields, id, version: Number(old?.['version'] ?? 0) + 1 };
    rows.set(id, row);
    log.push(seen(id, row));
    return row;
  };
  const remove = (id: string): void => {
    rows.delete(id);
    log.push({ entity: 'transaction', id, op: 'delete' });
  };

  function act(request: WireRequest): Answer {
    const key = request.headers['Idempotency-Key'] ?? '';
    const given = answers.get(key);
    if (given) return given;
    const answer = perform(request);
    // Keys are promised for POST alone; the queue has to manage its PATCH and DELETE without.
    if (answer.status < 300 && request.method === 'POST') {
      effects.set(key, (effects.get(key) ?? 0) + 1);
      answers.set(key, answer);
    }
    return answer;
  }

  function perform({ method, path, body, headers }: WireRequest): Answer {
    const id = method === 'POST' && body?.['id'] ? String(body['id']) : (path.split('/')[1] ?? '');
    const row = rows.get(id);
    if (method === 'POST' && path === 'transactions/') {
      return row
        ? refusal(409, { error_code: 'RESOURCE_3002', current: row })
        : { status: 201, body: put(id, body ?? {}) };
    }
    if (!row) return refusal(404, { error_code: 'RESOURCE_3001', title: 'There is no such transaction.' });
    const wanted = headers['If-Match'];
    if (wanted !== undefined && wanted !== `"v${String(row['version'])}"`) {
      return refusal(412, { error_code: 'RESOURCE_3003', current: row });
    }
    if (method === 'DELETE') {
      remove(id);
      return { status: 204 };
    }
    return { status: 200, body: put(id, body ?? {}) };
  }

  const server: ToyServer = {
    rows,
    effects,
    requests: [],
    presence: { kind: 'here' },
    fail: 'nothing',
    refuse: undefined,
    change: (id, fields) => void put(id, fields),
    remove,
    forget: () => {
      firstSeq = log.length;
    },
    transport: {
      send: async (request) => {
        server.requests.push(request);
        const { fail, refuse } = server;
        server.fail = 'nothing';
        server.refuse = undefined;
        if (refuse) return refuse;
        if (fail === 'request-lost') throw new TypeError('Failed to fetch');
        if (fail === 'unavailable') return { status: 503 };
        if (fail === 'busy') return { status: 429, retryAfterMs: 5000 };
        const answer = act(request);
        if (fail === 'answer-lost') throw new TypeError('Failed to fetch');
        return answer;
      },
      present: async () => server.presence,
      pull: async (_household, cursor) => {
        if (cursor === undefined) {
          const changes = [...rows].map(([id, row]) => seen(id, row));
          return { kind: 'page', page: pageOf(changes, log.length, false) };
        }
        const from = Number(cursor);
        if (from < firstSeq) return { kind: 'forgotten' };
        const changes = log.slice(from, from + pageSize);
        const next = from + changes.length;
        return { kind: 'page', page: pageOf(changes, next, next < log.length) };
      },
    },
  };
  return server;
}

/** A row in the change log. The toy keeps of it what it was given, which is less than a server says. */
function seen(id: string, row: PlainRow): SyncChange {
  return {
    entity: 'transaction',
    id,
    op: 'put',
    version: Number(row['version']),
    row: row as unknown as Transaction,
  };
}

function refusal(status: number, body: Partial<Problem>): Answer {
  return { status, body };
}

function pageOf(changes: SyncChange[], next: number, has_more: boolean): Sync {
  return { changes, next_cursor: String(next), has_more, server_time: NOW };
}

/** A transaction as the server would send it. */
export function wireTransaction(fields: PlainRow = {}): PlainRow {
  return {
    id: newId(),
    version: 1,
    account_id: 'everyday',
    occurred_on: '2026-11-22',
    amount: '-5.50',
    currency: 'NZD',
    ...fields,
  };
}
