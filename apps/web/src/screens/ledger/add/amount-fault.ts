import { i18n } from '@lingui/core';
import { readAmountText } from '../../../ui/amount-text.ts';

/** Why what was typed is no amount, and the cure; undefined when it is one. */
export function sayAmountFault(typed: string, currency: string): string | undefined {
  const read = readAmountText(typed, currency);
  if (read.kind === 'amount') return undefined;
  switch (read.fault) {
    case 'sign':
      return i18n._('An amount has no minus here. Leave it out, and choose above which way the money goes.');
    case 'decimals':
      return i18n._('{currency} has no part as small as that. Round it.', { currency });
    case 'size':
      return i18n._(
        'An amount here has nine digits before the point at most. Look whether there is one too many.',
      );
    case 'form':
      return i18n._('This is not an amount. Type digits, and a point before the cents, such as 12.50.');
  }
}
