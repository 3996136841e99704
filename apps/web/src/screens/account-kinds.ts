import type { AccountKind } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';
import type { Choice } from '../ui/select.tsx';

/** The kinds of accounts in the order in which people have them. */
export function accountKinds(): readonly Choice<AccountKind>[] {
  return [
    { value: 'checking', label: i18n._('Everyday account') },
    { value: 'savings', label: i18n._('Savings') },
    { value: 'credit', label: i18n._('Credit card') },
    { value: 'cash', label: i18n._('Cash') },
    { value: 'kiwisaver', label: 'KiwiSaver' },
    { value: 'investment', label: i18n._('Investment') },
    { value: 'mortgage', label: i18n._('Mortgage') },
    { value: 'loan', label: i18n._('Loan') },
    { value: 'other', label: i18n._('Something else') },
  ];
}
