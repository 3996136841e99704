import type { StaffAccountPage } from '@kinwise/api-client/schema';
import { STAFF_ROLES } from '@kinwise/core/staff';
import type { StaffRole } from '@kinwise/core/staff';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { Card, CardHeader } from '../ui/card.tsx';
import { Select } from '../ui/select.tsx';
import { showToast } from '../ui/toast-queue.ts';
import { ReasonDialog } from './parts.tsx';
import { roleWord } from './role-words.ts';

/** Gives or takes a staff role; for superadmins. */
export function GiveRole({ account }: { account: StaffAccountPage }) {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const [role, setRole] = useState<StaffRole>(account.staff_role ?? 'viewer');
  const [deed, setDeed] = useState<'give' | 'take'>();
  const change = useMutation({
    mutationFn: async (reason: string): Promise<void> => {
      if (deed === 'take') {
        const params = { path: { id: account.id } };
        await got(api.POST('/admin/staff/{id}/take-role/', { params, body: { reason } }));
      } else await got(api.POST('/admin/staff/', { body: { user_id: account.id, role, reason } }));
    },
    onSuccess: () => {
      setDeed(undefined);
      void queries.invalidateQueries({ queryKey: ['staff'] });
      showToast({ title: i18n._('Done. They get a mail about it.') });
    },
  });
  return (
    <Card>
      <CardHeader
        title={i18n._('Staff role')}
        note={i18n._('A role opens nothing before its owner has a second factor.')}
      />
      <div className="flex flex-wrap items-end gap-2">
        <Select<StaffRole>
          label={i18n._('Role')}
          value={role}
          choices={STAFF_ROLES.map((value) => ({ value, label: roleWord(value) }))}
          onChange={setRole}
        />
        <Button onClick={() => setDeed('give')} disabled={role === account.staff_role}>
          {i18n._('Give this role')}
        </Button>
        {account.staff_role !== null && (
          <Button kind="danger" onClick={() => setDeed('take')}>
            {i18n._('Take the role')}
          </Button>
        )}
      </div>
      <ReasonDialog
        key={deed}
        open={deed !== undefined}
        title={
          deed === 'take'
            ? i18n._('Take the staff role?')
            : i18n._('Make them {role}?', { role: roleWord(role) })
        }
        confirm={deed === 'take' ? i18n._('Take the role') : i18n._('Give this role')}
        danger={deed === 'take'}
        busy={change.isPending}
        error={change.error}
        onConfirm={(reason) => change.mutate(reason)}
        onClose={() => {
          change.reset();
          setDeed(undefined);
        }}
      >
        {deed === 'take'
          ? i18n._('It ends at once, with whatever they are looking at.')
          : i18n._('They hear of it by mail.')}
      </ReasonDialog>
    </Card>
  );
}
