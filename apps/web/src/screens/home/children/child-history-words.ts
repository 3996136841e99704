import type { SecurityEntry } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';
import { securityWords } from '../../settings/security/security-words.ts';

/** What happened around a child, to its guardian: where others would read “your”, it is the child's. */
export function childHistoryWords(entry: SecurityEntry): string {
  const words: Readonly<Record<string, string>> = {
    'account.changed': i18n._('The profile was changed'),
    'document.accepted': i18n._('A guardian accepted the terms and the privacy policy'),
    'export.asked': i18n._('A copy of the child’s data was asked for'),
    'export.made': i18n._('A copy of the child’s data was made'),
    'export.fetched': i18n._('The copy of the child’s data was fetched'),
    'deletion.asked': i18n._('The account was asked to be deleted'),
    'deletion.cancelled': i18n._('The deletion of the account was called off'),
    'alert.session_copied': i18n._('Somebody used a copy of a session'),
    'alert.many_denials': i18n._('Tried many things that the role does not allow'),
  };
  return words[entry.action] ?? securityWords(entry);
}
