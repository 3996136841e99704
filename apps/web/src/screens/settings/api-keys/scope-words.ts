import type { ApiKeyScope } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';

export type ScopeGroup = {
  readonly title: string;
  readonly scopes: readonly (readonly [scope: ApiKeyScope, words: string])[];
};

/** What a key may be made for, in words, in the order in which people think of it. */
export function scopeGroups(): readonly ScopeGroup[] {
  return [
    {
      title: i18n._('Accounts'),
      scopes: [
        ['read:accounts', i18n._('See accounts and balances')],
        ['write:accounts', i18n._('Add and change accounts')],
      ],
    },
    {
      title: i18n._('Transactions'),
      scopes: [
        ['read:transactions', i18n._('See entries, categories, tags and payees')],
        ['write:transactions', i18n._('Add, change and delete entries')],
      ],
    },
    {
      title: i18n._('Order in the money'),
      scopes: [
        ['write:categories', i18n._('Change categories, tags, merchants and exchange rates')],
        ['read:rules', i18n._('See rules')],
        ['write:rules', i18n._('Change rules')],
      ],
    },
    {
      title: i18n._('Import'),
      scopes: [
        ['read:imports', i18n._('See imports')],
        ['write:imports', i18n._('Bring in files, and undo that')],
      ],
    },
    { title: i18n._('Reports'), scopes: [['read:reports', i18n._('See reports and net worth')]] },
    {
      title: i18n._('Household and you'),
      scopes: [
        ['read:household', i18n._('See the household, its members and exchange rates')],
        ['write:household', i18n._('Change the household’s name and settings')],
        ['read:profile', i18n._('See your profile and preferences')],
      ],
    },
  ];
}

export function scopeWords(scope: ApiKeyScope): string {
  const all = scopeGroups().flatMap(({ scopes }) => scopes);
  return all.find(([one]) => one === scope)?.[1] ?? scope;
}
