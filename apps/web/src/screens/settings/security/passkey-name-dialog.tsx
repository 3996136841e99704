import type { Passkey } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { useFactorsChanged } from './use-factors.ts';

type NameDialogProps = { open: boolean; passkey: Passkey; onClose: () => void };

export function PasskeyNameDialog({ open, passkey, onClose }: NameDialogProps) {
  const { i18n } = useLingui();
  return (
    <Dialog open={open} size="small" onClose={onClose} title={i18n._('Rename the passkey')}>
      <NameForm passkey={passkey} onClose={onClose} />
    </Dialog>
  );
}

function NameForm({ passkey, onClose }: Omit<NameDialogProps, 'open'>) {
  const { i18n } = useLingui();
  const changed = useFactorsChanged();
  const [name, setName] = useState(passkey.name);
  const rename = useMutation({
    mutationFn: () =>
      got(
        api.PATCH('/auth/passkeys/{id}/', {
          params: { path: { id: passkey.id } },
          body: { name: name.trim() },
        }),
      ),
    onSuccess: () => {
      changed();
      onClose();
    },
  });
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        rename.mutate();
      }}
    >
      {rename.isError && (
        <ProblemNote title={i18n._('It was not renamed')}>{sayProblem(rename.error)}</ProblemNote>
      )}
      <TextField
        label={i18n._('Name')}
        maxLength={60}
        value={name}
        autoComplete="off"
        autoFocus
        onChange={(event) => setName(event.target.value)}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{i18n._('Cancel')}</Button>
        <Button type="submit" kind="primary" busy={rename.isPending} disabled={name.trim() === ''}>
          {i18n._('Save')}
        </Button>
      </div>
    </form>
  );
}
