// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, confirmBy, got } from './client.ts';
import { acceptToken, forgetToken } from './session.ts';

type Call = { headers: Record<string, string>; body: string };

let calls: Call[];
let answers: Response[];
let asked: number;

const refusal = (code: string) =>
  new Response(JSON.stringify({ error_code: code, detail: code }), { status: 403 });
const made = () => new Response(JSON.stringify({ id: 'made' }), { status: 201 });

beforeEach(() => {
  calls = [];
  asked = 0;
  acceptToken('before', 900);
  vi.stubGlobal('fetch', async (_address: string, init: { headers: Record<string, string>; body?: Blob }) => {
    calls.push({ headers: init.headers, body: (await init.body?.text()) ?? '' });
    return answers.shift();
  });
});

afterEach(() => {
  forgetToken();
  confirmBy(() => Promise.resolve(false));
  vi.unstubAllGlobals();
});

function personWho(confirms: boolean): void {
  confirmBy(() => {
    asked += 1;
    if (confirms) acceptToken('confirmed', 300);
    return Promise.resolve(confirms);
  });
}

const handOver = () =>
  got(
    api.POST('/households/{id}/transfer-ownership/', {
      params: { path: { id: 'h' } },
      body: { membership_id: 'm' },
    }),
  );

describe('A call that asks to confirm', () => {
  test('is made again, the same in every way, once the person has confirmed', async () => {
    answers = [refusal('AUTH_1020'), made()];
    personWho(true);
    expect(await handOver()).toEqual({ id: 'made' });
    expect(calls.map(({ body }) => body)).toEqual(['{"membership_id":"m"}', '{"membership_id":"m"}']);
    expect(new Set(calls.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(calls.map(({ headers }) => headers['Authorization'])).toEqual([
      'Bearer before',
      'Bearer confirmed',
    ]);
  });

  test('stays refused when the person does not', async () => {
    answers = [refusal('AUTH_1020')];
    personWho(false);
    await expect(handOver()).rejects.toMatchObject({ code: 'AUTH_1020' });
    expect([asked, calls.length]).toEqual([1, 1]);
  });

  test('asks once only, whatever comes of it', async () => {
    answers = [refusal('AUTH_1020'), refusal('AUTH_1020')];
    personWho(true);
    await expect(handOver()).rejects.toMatchObject({ code: 'AUTH_1020' });
    expect([asked, calls.length]).toEqual([1, 2]);
  });

  test('is no other refusal', async () => {
    answers = [refusal('AUTH_1005')];
    personWho(true);
    await expect(handOver()).rejects.toMatchObject({ code: 'AUTH_1005' });
    expect(asked).toBe(0);
  });
});

describe('A file', () => {
  test('may take as long as it takes, and nothing else', async () => {
    const limit = vi.spyOn(AbortSignal, 'timeout');
    answers = [1, 2, 3, 4].map(() => new Response('{"results":[]}'));
    await api.GET('/audit/export/', { params: { query: { format: 'json' } }, parseAs: 'blob' });
    await api.GET('/admin/audit/export/', { parseAs: 'blob' });
    await api.GET('/privacy/export/{id}/download/', { params: { path: { id: 'e' } }, parseAs: 'blob' });
    await api.GET('/privacy/export/');
    expect(limit.mock.calls.map(([ms]) => ms)).toEqual([600_000, 600_000, 600_000, 8000]);
    limit.mockRestore();
  });
});
