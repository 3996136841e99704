import { i18n } from '@lingui/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got } from '../../api/client.ts';
import { refreshMe } from '../../shell/session.ts';
import { showToast } from '../../ui/toast-queue.ts';

/** Cancels the erasure that one asked for. `onKept` runs also when the part that asked is gone by then. */
export function useKeepAccount(onKept?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await got(api.POST('/users/me/deletion/cancel/'));
      await refreshMe();
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['deletion'] });
      showToast({ title: i18n._('Your account stays') });
      onKept?.();
    },
  });
}
