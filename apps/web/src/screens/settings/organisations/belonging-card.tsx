import type { OrganisationSharing } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { useHousehold } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { useShareChoices } from './share-choices.ts';

type Shares = OrganisationSharing['shares'];

/** Which organisation the household belongs to, and what it shares; its admin changes both. */
export function BelongingCard() {
  const { i18n } = useLingui();
  const household = useHousehold();
  const queries = useQueryClient();
  const choices = useShareChoices();
  const [leaving, setLeaving] = useState(false);
  const key = ['organisation', household.id];
  const belonging = useQuery({ queryKey: key, queryFn: () => got(api.GET('/organisation/')) });
  const share = useMutation({
    mutationFn: (shares: Shares) => got(api.PATCH('/organisation/', { body: { shares } })),
    onSuccess: (now) => queries.setQueryData(key, now),
  });
  const leave = useMutation({
    mutationFn: () => got(api.POST('/organisation/leave/')),
    onSuccess: () => {
      setLeaving(false);
      void queries.invalidateQueries({ queryKey: key });
    },
  });
  const organisation = belonging.data?.organisation;
  if (!organisation) return null;
  const mayChange = household.may('organisation.manage');
  const failed = share.error ?? leave.error;
  return (
    <Card>
      <CardHeader
        title={i18n._('{household} belongs to {organisation}', {
          household: household.name,
          organisation: organisation.name,
        })}
        note={i18n._('It sees what you share, never single entries, and never private accounts.')}
      />
      {failed && <ProblemNote title={i18n._('It was not changed')}>{sayProblem(failed)}</ProblemNote>}
      <Select<Shares>
        label={i18n._('What the household shares')}
        choices={choices}
        value={organisation.shares}
        disabled={!mayChange || share.isPending}
        onChange={(shares) => share.mutate(shares)}
      />
      {mayChange && (
        <SignalButton kind="danger" size="small" className="mt-4" onClick={() => setLeaving(true)}>
          {i18n._('Leave the organisation')}
        </SignalButton>
      )}
      <ConfirmDialog
        open={leaving}
        danger
        busy={leave.isPending}
        title={i18n._('Leave {organisation}?', { organisation: organisation.name })}
        confirm={i18n._('Leave')}
        cancel={i18n._('Stay')}
        onConfirm={() => leave.mutate()}
        onCancel={() => setLeaving(false)}
      >
        {i18n._(
          'From this moment on it sees nothing of the household. You can come back by a new invitation.',
        )}
      </ConfirmDialog>
    </Card>
  );
}
