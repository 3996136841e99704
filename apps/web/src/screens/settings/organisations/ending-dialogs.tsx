import type { Organisation } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { api, got } from '../../../api/client.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog, Dialog } from '../../../ui/dialog.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { useOrganisationChange } from './use-organisation-change.ts';

type Props = { organisation: Organisation; onClose: () => void };

/** Closes an organisation; as long as households belong to it, says what comes first. */
export function CloseDialog({ organisation, onClose }: Props) {
  const { i18n } = useLingui();
  const { id, name, households_count: count } = organisation;
  const close = useOrganisationChange(() =>
    got(api.POST('/organisations/{id}/close/', { params: { path: { id } } })),
  );
  if (count > 0)
    return (
      <Dialog
        open
        size="small"
        onClose={onClose}
        title={i18n._('{name} cannot be closed yet', { name })}
        actions={
          <Button kind="primary" onClick={onClose}>
            {i18n._('Understood')}
          </Button>
        }
      >
        <p className="text-ink-2">
          {i18n._(
            '{count, plural, one {One household belongs to it. Remove it first; it loses nothing by that.} other {# households belong to it. Remove them first; they lose nothing by that.}}',
            { count },
          )}
        </p>
      </Dialog>
    );
  return (
    <ConfirmDialog
      open
      danger
      busy={close.isPending}
      title={i18n._('Close {name}?', { name })}
      confirm={i18n._('Close it')}
      cancel={i18n._('Keep it')}
      onConfirm={() =>
        close.mutate(undefined, {
          onSuccess: () => {
            showToast({ title: i18n._('{name} is closed', { name }) });
            onClose();
          },
        })
      }
      onCancel={onClose}
    >
      {close.isError
        ? sayProblem(close.error)
        : i18n._(
            'It ends at once for you and its other administrators, and its invitations are worth nothing any more. This cannot be undone.',
          )}
    </ConfirmDialog>
  );
}

/** Being no administrator any more. */
export function LeaveOrganisationDialog({ organisation, onClose }: Props) {
  const { i18n } = useLingui();
  const { id, name } = organisation;
  const leave = useOrganisationChange(() =>
    got(api.POST('/organisations/{id}/leave/', { params: { path: { id } } })),
  );
  return (
    <ConfirmDialog
      open
      danger
      busy={leave.isPending}
      title={i18n._('Stop administering {name}?', { name })}
      confirm={i18n._('Stop')}
      cancel={i18n._('Go on')}
      onConfirm={() =>
        leave.mutate(undefined, {
          onSuccess: () => {
            showToast({ title: i18n._('You no longer administer {name}', { name }) });
            onClose();
          },
        })
      }
      onCancel={onClose}
    >
      {leave.isError
        ? sayProblem(leave.error)
        : i18n._(
            'You no longer see it or its households. Its owner has to invite you again before you can come back.',
          )}
    </ConfirmDialog>
  );
}
