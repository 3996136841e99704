import type { Rule } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { useOffline } from '../../../offline/hooks.tsx';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Checkbox } from '../../../ui/field.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';

/** Applies a rule to what is there already: first says what would change, then does it. */
export function ApplyDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const { i18n } = useLingui();
  const { sync } = useOffline();
  const [overwrite, setOverwrite] = useState(false);
  const path = { params: { path: { id: rule.id } } };
  const trial = useQuery({
    queryKey: ['rule trial', rule.id, rule.version, overwrite],
    queryFn: () => got(api.POST('/rules/{id}/apply/', { ...path, body: { dry_run: true, overwrite } })),
    gcTime: 0,
    retry: false,
  });
  const apply = useMutation({
    mutationFn: () => got(api.POST('/rules/{id}/apply/', { ...path, body: { overwrite } })),
    onSuccess: ({ changed }) => {
      sync.poke();
      showToast({
        title: i18n._('{count, plural, one {# entry changed} other {# entries changed}}', { count: changed }),
      });
      onClose();
    },
  });
  const error = apply.error ?? trial.error;
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n._('Apply “{name}” to history', { name: rule.name })}
      actions={
        <>
          <Button onClick={onClose}>{i18n._('Cancel')}</Button>
          <SignalButton
            kind="primary"
            busy={apply.isPending}
            disabled={!trial.data || trial.data.changed === 0}
            onClick={() => apply.mutate()}
          >
            {i18n._('{count, plural, one {Change # entry} other {Change # entries}}', {
              count: trial.data?.changed ?? 0,
            })}
          </SignalButton>
        </>
      }
    >
      {error && <ProblemNote title={i18n._('Nothing was changed')}>{sayProblem(error)}</ProblemNote>}
      {!error && (
        <p role="status" className="mb-4 text-ink-2">
          {trial.data
            ? i18n._(
                '{matched, plural, =0 {It fits no entry.} one {It fits # entry; {changed} would change.} other {It fits # entries; {changed} of them would change.}} Nothing has been touched yet.',
                {
                  matched: trial.data.matched,
                  changed: trial.data.changed,
                },
              )
            : i18n._('Looking through your history …')}
        </p>
      )}
      <Checkbox
        label={i18n._('Also those that have a category already')}
        checked={overwrite}
        onChange={(event) => setOverwrite(event.target.checked)}
      />
    </Dialog>
  );
}
