import type { Membership } from '@kinwise/api-client/schema';
import { type Role, rolesGrantableBy } from '@kinwise/core/capabilities';
import { useLingui } from '@lingui/react';
import { Ellipsis, UserMinus } from 'lucide-react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { useRows } from '../../../offline/hooks.tsx';
import { Face } from '../../../shell/face.tsx';
import { useHousehold } from '../../../shell/household.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Pill } from '../../../ui/chip.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { SkeletonRows } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { roleMeaning, roleName } from './role-words.ts';
import { useHouseholdChange } from './use-household-rows.ts';

/** Who belongs to the household, with their roles. */
export function MembersCard() {
  const { i18n } = useLingui();
  const rows = useRows('membership');
  const members = (rows ?? []).map(({ row }) => row).filter((row) => row.status === 'active');
  return (
    <Card>
      <CardHeader title={i18n._('Members')} aside={members.length} />
      {rows === undefined || members.length === 0 ? (
        <SkeletonRows rows={2} />
      ) : (
        <ul className="divide-y divide-line">
          {members.map((member) => (
            <MemberLine key={member.id} member={member} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function MemberLine({ member }: { member: Membership }) {
  const { i18n } = useLingui();
  const mine = member.is_me;
  return (
    <li className="flex items-center gap-3 py-3">
      <Face person={{ id: member.user_id, name: member.display_name, photo: member.photo }} />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2">
          <span className="truncate font-semibold">{member.display_name}</span>
          {mine && <Pill tone="plum">{i18n._('You')}</Pill>}
        </p>
        {member.email && <p className="truncate text-sm text-ink-3">{member.email}</p>}
      </div>
      <span className="text-ink-2">{roleName(member.role)}</span>
      {!mine && <MemberMenu member={member} />}
    </li>
  );
}

function MemberMenu({ member }: { member: Membership }) {
  const { i18n } = useLingui();
  const household = useHousehold();
  const [ending, setEnding] = useState(false);
  const grantable = rolesGrantableBy(household.role);
  const path = { params: { path: { id: member.id } } };
  const change = useHouseholdChange((role: Role) =>
    got(api.PATCH('/memberships/{id}/', { ...path, body: { role } })),
  );
  const end = useHouseholdChange(() => got(api.POST('/memberships/{id}/deactivate/', path)));
  const onError = (error: unknown) =>
    showToast({ title: i18n._('That was not changed'), description: sayProblem(error), tone: 'over' });
  if (!household.may('members.manage') || !grantable.includes(member.role)) return null;
  const entries = [
    ...grantable.map((role) => ({
      label: roleName(role),
      note: roleMeaning(role),
      chosen: role === member.role,
      onSelect: () => role !== member.role && change.mutate(role, { onError }),
    })),
    'line' as const,
    { label: i18n._('End the membership'), icon: UserMinus, danger: true, onSelect: () => setEnding(true) },
  ];
  return (
    <>
      <MenuButton
        heading={i18n._('Role')}
        trigger={
          <IconButton
            icon={Ellipsis}
            size="small"
            disabled={change.isPending || end.isPending}
            label={i18n._('Role of {name}', { name: member.display_name })}
          />
        }
        entries={entries}
      />
      <ConfirmDialog
        open={ending}
        danger
        busy={end.isPending}
        title={i18n._('End the membership of {name}?', { name: member.display_name })}
        confirm={i18n._('End the membership')}
        cancel={i18n._('Cancel')}
        onConfirm={() => end.mutate(undefined, { onError, onSettled: () => setEnding(false) })}
        onCancel={() => setEnding(false)}
      >
        {i18n._('They no longer see this household. What they entered stays. You can invite them again.')}
      </ConfirmDialog>
    </>
  );
}
