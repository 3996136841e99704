import { i18n } from '@lingui/core';
import type { PlainRow, Queueable } from '../../../offline/entities.ts';
import type { Operation } from '../../../offline/operation.ts';

/** An operation in words: "New transaction: Bakery"; by the name of the row where it does not change that. */
export function describe(operation: Operation, row: PlainRow = {}): string {
  const name = nameOf(operation.body) ?? nameOf(operation.theirs ?? row);
  const what = nounOf(operation.entity);
  const said = {
    create: i18n._('New {what}', { what }),
    update: i18n._('Change of a {what}', { what }),
    delete: i18n._('Deletion of a {what}', { what }),
    action: i18n._('Change of a {what}', { what }),
  }[operation.kind];
  return name === undefined ? said : `${said}: ${name}`;
}

function nameOf(body: Readonly<Record<string, unknown>>): string | undefined {
  const name = body['payee'] ?? body['name'];
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function nounOf(entity: Queueable): string {
  const nouns: Record<Queueable, string> = {
    transaction: i18n._('transaction'),
    account: i18n._('account'),
    category: i18n._('category'),
    merchant: i18n._('payee'),
    tag: i18n._('tag'),
    saved_search: i18n._('saved search'),
    rule: i18n._('rule'),
  };
  return nouns[entity];
}
