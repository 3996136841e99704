import { i18n } from '@lingui/core';
import type { Offline } from '../../../offline/hooks.tsx';
import { forgetHousehold } from '../../../offline/rows.ts';
import { sayWait } from '../../../shell/say-wait.ts';

export type Loaded =
  | { readonly kind: 'anew' | 'away' | 'signed-out' }
  | { readonly kind: 'paused'; readonly waitMs: number };

/**
 * Reads the household anew from the server; wishes that wait are not touched. Where nothing can be read just now the copy
 * stays: there would be nothing left here to look at.
 */
export async function loadAnew({ copy, sync, household }: Offline): Promise<Loaded> {
  const waitMs = sync.pausedMs();
  if (waitMs > 0) return { kind: 'paused', waitMs };
  await sync.syncNow();
  const { contact, signedOut } = sync.status();
  if (signedOut) return { kind: 'signed-out' };
  if (contact === 'paused') return { kind: 'paused', waitMs: sync.pausedMs() };
  if (contact !== 'reached') return { kind: 'away' };
  await forgetHousehold(copy, household);
  await sync.syncNow();
  return { kind: 'anew' };
}

/** Nothing where there is nothing to say. */
export function whyNotAnew(loaded: Loaded): string {
  if (loaded.kind === 'anew') return '';
  if (loaded.kind === 'paused')
    return i18n._('The server asks for a pause, so the copy stays as it is. Try again in {wait}.', {
      wait: sayWait(loaded.waitMs),
    });
  return loaded.kind === 'signed-out'
    ? i18n._('Your session is over, so the copy stays as it is. Sign in again first.')
    : i18n._('The server cannot be reached, so the copy stays as it is. Try again with signal.');
}
