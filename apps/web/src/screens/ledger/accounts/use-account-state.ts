import type { Account } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { api, got } from '../../../api/client.ts';
import { useOffline } from '../../../offline/hooks.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { showToast } from '../../../ui/toast-queue.ts';

/** Closing, opening again and who sees it are asked of the server at once: whether they may be is its to say. */
export function useAccountState(account: Account) {
  const { i18n } = useLingui();
  const { sync } = useOffline();
  async function attempt(work: () => Promise<unknown>, title: string, undo?: () => void) {
    try {
      await work();
    } catch (error) {
      showToast({ title: sayProblem(error), tone: 'over' });
      return;
    }
    sync.poke();
    showToast({ title, ...(undo && { action: { label: i18n._('Undo'), onPress: undo } }) });
  }
  const params = { path: { id: account.id } };
  const reopen = () =>
    attempt(
      () => got(api.POST('/accounts/{id}/reopen/', { params })),
      i18n._('{name} is open again', { name: account.name }),
    );
  const close = () =>
    attempt(
      () => got(api.POST('/accounts/{id}/close/', { params })),
      i18n._('{name} is closed. Its history stays.', { name: account.name }),
      () => void reopen(),
    );
  const setVisibility = (visibility: Account['visibility']) =>
    got(api.POST('/accounts/{id}/visibility/', { params, body: { visibility } }));
  const share = () =>
    attempt(
      () => setVisibility('shared'),
      i18n._('Everybody in the household sees {name}', { name: account.name }),
      () => void hide(),
    );
  const hide = (): Promise<void> =>
    attempt(
      () => setVisibility('private'),
      i18n._('Only you see {name} and its entries', { name: account.name }),
      () => void share(),
    );
  return { close, reopen, share, hide };
}
