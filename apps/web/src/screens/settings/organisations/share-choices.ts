import { useLingui } from '@lingui/react';

/** What a household may share with its organisation. */
export function useShareChoices() {
  const { i18n } = useLingui();
  return [
    { value: 'nothing', label: i18n._('Nothing') },
    { value: 'totals', label: i18n._('Totals: net worth, and the month’s money in and out') },
    { value: 'categories', label: i18n._('Totals, and the month by category') },
  ] as const;
}
