import type { StaffAccount } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';

/** The states of an account, as they are said. */
export function useStateWords(): Readonly<Record<StaffAccount['state'], string>> {
  const { i18n } = useLingui();
  return {
    active: i18n._('Active'),
    guarded: i18n._('Child'),
    unverified: i18n._('Not confirmed'),
    locked: i18n._('Locked'),
    leaving: i18n._('Leaving'),
  };
}
