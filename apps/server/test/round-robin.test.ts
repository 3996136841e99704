/**
 * Two nodes behind a round robin behave as one: suites that were written for one node, each call on the next. Any
 * suite runs so with TEST_NODES=2; these run so always.
 */
import { afterAll, beforeAll } from 'vitest';

beforeAll(() => {
  process.env['TEST_NODES'] = '2';
});
afterAll(() => {
  delete process.env['TEST_NODES'];
});

await import('../src/identity/login/login.test.ts');
await import('../src/identity/lockout/lockout.test.ts');
await import('../src/identity/mail-codes/mail-codes.test.ts');
await import('../src/identity/refresh/refresh.test.ts');
await import('../src/identity/sessions/sessions.test.ts');
await import('../src/ledger/transactions/transactions.test.ts');
await import('../src/ledger/tags/tags.test.ts');
