import type { ApiKey } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { ShownOnce } from './shown-once.tsx';
import { useApiKeysChanged } from './use-api-keys.ts';

/** Gives a key another secret and shows it, once; the old one may work for a while beside it. */
export function RenewKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { i18n } = useLingui();
  const changed = useApiKeysChanged();
  const [grace, setGrace] = useState('0');
  const { id, name } = apiKey;
  const renew = useMutation({
    mutationFn: () =>
      got(
        api.POST('/auth/api-keys/{id}/rotate/', {
          params: { path: { id } },
          body: { grace_hours: Number(grace) },
        }),
      ),
    // What is shown once is not kept for later.
    gcTime: 0,
    onSuccess: changed,
  });
  if (renew.data) return <ShownOnce made={renew.data} onClose={onClose} />;
  const choices = [
    { value: '0', label: i18n._('At once') },
    { value: '1', label: i18n._('After an hour') },
    { value: '24', label: i18n._('After a day') },
  ];
  return (
    <Dialog
      open
      size="small"
      onClose={onClose}
      title={i18n._('Make {name} anew?', { name })}
      description={i18n._('It gets another secret. What it may do, and until when, stays as it is.')}
      actions={
        <>
          <Button onClick={onClose}>{i18n._('Cancel')}</Button>
          <Button kind="primary" busy={renew.isPending} onClick={() => renew.mutate()}>
            {i18n._('Make anew')}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {renew.isError && (
          <ProblemNote title={i18n._('It was not made anew')}>{sayProblem(renew.error)}</ProblemNote>
        )}
        <Select
          label={i18n._('The old secret ends')}
          hint={i18n._(
            'At once, if somebody may have seen it. Otherwise both work while you tell your programs.',
          )}
          choices={choices}
          value={grace}
          onChange={setGrace}
        />
      </div>
    </Dialog>
  );
}
