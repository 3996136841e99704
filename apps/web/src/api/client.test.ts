/**
 * What the compiler holds the web app to. The calls below are never made: the gate "types of the web app" fails when one
 * that is marked is let through, and when one that is not marked is refused.
 */
import type { Import, NewTransaction, Transaction } from '@kinwise/api-client/schema';
import type { Day, Month } from '@kinwise/core/days';
import { expect, expectTypeOf, it } from 'vitest';
import type { NewRow, RowOf } from '../offline/entities.ts';
import type { Write } from '../offline/hooks.tsx';
import type { Address } from './address.ts';
import { api, got } from './client.ts';
import { asForm } from './form.ts';
import type { ProblemError } from './problem.ts';

const on = '2026-11-22' as Day;
const params = { path: { id: 'an id' } };

it('takes the paths, the fields and the forms of the document and no others', () => {
  const calls = async () => {
    await api.POST('/exchange-rates/', { body: { base: 'USD', quote: 'NZD', on, rate: '1.65' } });
    // A body of which nothing has to be said may be left out.
    await api.POST('/accounts/{id}/reopen/', { params });
    // @ts-expect-error -- there is no such path
    await api.GET('/transaction/');
    // @ts-expect-error -- there is such a path, and it cannot be deleted
    await api.DELETE('/currencies/');
    // @ts-expect-error -- the path names what it is about
    await api.GET('/imports/{id}/');
    // @ts-expect-error -- a field that the server does not know
    await api.PATCH('/exchange-rates/{id}/', { params, body: { price: '1.65' } });
    // @ts-expect-error -- any text is no day
    await api.POST('/exchange-rates/', { body: { base: 'USD', quote: 'NZD', on: 'today', rate: '1.65' } });
    // @ts-expect-error -- a filter that the list does not have
    await api.GET('/transactions/', { params: { query: { colour: 'green' } } });
    // @ts-expect-error -- an answer that does not have this field
    void (await got(api.GET('/users/me/'))).surname;
    // @ts-expect-error -- the form has to hold the file
    await api.POST('/imports/', { body: { account_id: 'an id' }, bodySerializer: asForm });
  };
  expect(calls).toBeTypeOf('function');
});

it('gives answers as the document has them, days as days', () => {
  const answers = async () => ({
    entry: await got(api.GET('/transactions/{id}/', { params })),
    imported: await got(api.GET('/imports/{id}/', { params })),
    board: await got(api.GET('/analytics/dashboard/')),
    nothing: await got(api.DELETE('/imports/{id}/', { params })),
  });
  expect(answers).toBeTypeOf('function');
  type Answers = Awaited<ReturnType<typeof answers>>;
  expectTypeOf<Answers['entry']>().toEqualTypeOf<Transaction>();
  expectTypeOf<Answers['imported']>().toEqualTypeOf<Import>();
  expectTypeOf<Answers['board']['month']['month']>().toEqualTypeOf<Month>();
  expectTypeOf<Answers['nothing']>().toEqualTypeOf<undefined>();
});

it('keeps rows as their resources have them, and wishes as the server takes them', () => {
  expectTypeOf<RowOf['transaction']>().toEqualTypeOf<Transaction>();
  expectTypeOf<NewRow<'transaction'>>().toEqualTypeOf<NewTransaction>();
  const wishes = async (write: Write) => {
    await write.act('transaction', 'an id', { action: 'tags', body: { add: ['a tag'] } });
    await write.act('category', 'an id', { action: 'restore' });
    // @ts-expect-error -- a field that the server does not know
    await write.create('tag', { name: 'Holiday', color: '' });
    // @ts-expect-error -- a field that cannot be changed
    await write.update('category', 'an id', { depth: 2 });
    // @ts-expect-error -- an action that the row does not have
    await write.act('category', 'an id', { action: 'tags', body: { add: [] } });
    // @ts-expect-error -- people are not written without signal
    await write.update('membership', 'an id', { role: 'admin' });
  };
  expect(wishes).toBeTypeOf('function');
});

it('knows the codes of refusals, and the addresses that are called without the client', () => {
  expectTypeOf<'AUTH_1008' | 'HTTP_502'>().toExtend<ProblemError['code']>();
  expectTypeOf<'AUTH_1099'>().not.toExtend<ProblemError['code']>();
  expectTypeOf<'auth/token/refresh/'>().toExtend<Address>();
  expectTypeOf<'auth/refresh/'>().not.toExtend<Address>();
});

it('puts the fields of a form beside its file, and leaves out what is not said', () => {
  const file = new File(['a'], 'a.csv');
  const form = asForm({ file, account_id: 'an id', mapping: undefined });
  expect([...form.keys()]).toEqual(['file', 'account_id']);
  expect(form.get('file')).toMatchObject({ name: 'a.csv' });
});
