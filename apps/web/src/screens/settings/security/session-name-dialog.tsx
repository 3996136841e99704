import type { Session } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { ProblemNote } from '../../../ui/states.tsx';

/** A name by which one knows the device again. */
export function SessionNameDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [name, setName] = useState(session.device_name);
  const rename = useMutation({
    mutationFn: () =>
      got(
        api.PATCH('/auth/sessions/{id}/', {
          params: { path: { id: session.id } },
          body: { device_name: name.trim() },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['sessions'] });
      onClose();
    },
  });
  return (
    <Dialog
      open
      size="small"
      onClose={onClose}
      title={i18n._('What is this device called?')}
      actions={
        <>
          <Button onClick={onClose}>{i18n._('Cancel')}</Button>
          <Button
            type="submit"
            form="session-name"
            kind="primary"
            busy={rename.isPending}
            disabled={name.trim() === ''}
          >
            {i18n._('Save')}
          </Button>
        </>
      }
    >
      <form
        id="session-name"
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate();
        }}
      >
        {rename.isError && (
          <ProblemNote title={i18n._('It was not changed')}>{sayProblem(rename.error)}</ProblemNote>
        )}
        <TextField
          label={i18n._('Name')}
          maxLength={100}
          autoComplete="off"
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
