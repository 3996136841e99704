import type { Child } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import {
  Ellipsis,
  Hash,
  LockOpen,
  MonitorSmartphone,
  QrCode,
  Trash2,
  Undo2,
  UserRoundCheck,
} from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { Pill } from '../../../ui/chip.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { roleName } from '../household/role-words.ts';
import { useDayOf } from '../../settings/security/use-factors.ts';
import { useChildChange } from './use-children.ts';

const load = () => import('./child-dialogs.tsx');
const DeviceLinkDialog = lazy(() => load().then((module) => ({ default: module.DeviceLinkDialog })));
const PinDialog = lazy(() => load().then((module) => ({ default: module.PinDialog })));
const GrowUpDialog = lazy(() => load().then((module) => ({ default: module.GrowUpDialog })));
const ChildDevicesDialog = lazy(() =>
  import('./child-devices-dialog.tsx').then((module) => ({ default: module.ChildDevicesDialog })),
);

type Open = 'link' | 'pin' | 'devices' | 'grow-up' | 'erase';

/** One child: how it signs in, where it is, and what a guardian can do. */
export function ChildLine({ child }: { child: Child }) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState<Open>();
  const change = useQuickChanges(child);
  const close = () => setOpen(undefined);
  const name = child.display_name;
  const leaving = child.deletion_due_at !== null;
  const entries = [
    ...(leaving
      ? [{ label: i18n._('Keep the account'), icon: Undo2, onSelect: () => change.keep.mutate() }]
      : [
          { label: i18n._('Sign in on a device'), icon: QrCode, onSelect: () => setOpen('link') },
          {
            label: child.has_pin ? i18n._('Set another PIN') : i18n._('Set a PIN'),
            icon: Hash,
            onSelect: () => setOpen('pin'),
          },
        ]),
    ...(child.pin_locked
      ? [{ label: i18n._('Unlock the PIN'), icon: LockOpen, onSelect: () => change.unlock.mutate() }]
      : []),
    { label: i18n._('Devices and sessions'), icon: MonitorSmartphone, onSelect: () => setOpen('devices') },
    ...(leaving
      ? []
      : [
          {
            label: i18n._('An account of their own'),
            icon: UserRoundCheck,
            onSelect: () => setOpen('grow-up'),
          },
          'line' as const,
          {
            label: i18n._('Erase the account'),
            icon: Trash2,
            danger: true,
            onSelect: () => setOpen('erase'),
          },
        ]),
  ];
  return (
    <li className="flex items-start gap-3 py-3">
      <Avatar person={{ id: child.user_id, name }} />
      <ChildFacts child={child} />
      <MenuButton
        trigger={<IconButton icon={Ellipsis} size="small" label={i18n._('More about {name}', { name })} />}
        entries={entries}
      />
      <Suspense>
        {open === 'link' && <DeviceLinkDialog child={child} onClose={close} />}
        {open === 'pin' && <PinDialog child={child} onClose={close} />}
        {open === 'devices' && <ChildDevicesDialog child={child} onClose={close} />}
        {open === 'grow-up' && <GrowUpDialog child={child} onClose={close} />}
      </Suspense>
      <ConfirmDialog
        open={open === 'erase'}
        danger
        busy={change.erase.isPending}
        title={i18n._('Erase the account of {name}?', { name })}
        confirm={i18n._('Erase it')}
        cancel={i18n._('Keep it')}
        onConfirm={() => change.erase.mutate(undefined, { onSuccess: close })}
        onCancel={close}
      >
        {i18n._(
          'They are signed out now. In thirty days their name and everything of their own goes; until then you can change your mind.',
        )}
      </ConfirmDialog>
    </li>
  );
}

function ChildFacts({ child }: { child: Child }) {
  const { i18n } = useLingui();
  const dayOf = useDayOf();
  const pin = child.has_pin ? i18n._('PIN is set') : i18n._('No PIN');
  const at = i18n._(
    '{count, plural, =0 {signed in nowhere} one {signed in on # device} other {signed in on # devices}}',
    {
      count: child.sessions,
    },
  );
  return (
    <div className="min-w-0 flex-1 space-y-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="min-w-0 font-semibold break-words">{child.display_name}</span>
        <Pill>{roleName(child.role)}</Pill>
        {child.pin_locked && <Pill tone="over">{i18n._('PIN is locked')}</Pill>}
        {child.deletion_due_at !== null && (
          <Pill tone="close">{i18n._('Will be erased: {day}', { day: dayOf(child.deletion_due_at) })}</Pill>
        )}
      </p>
      <p className="text-sm text-ink-3">{`${pin} · ${at}`}</p>
      {child.growing_up && (
        <p className="text-sm text-ink-3">
          {i18n._('Offered to {email}; waits to be taken over', { email: child.growing_up.email })}
        </p>
      )}
    </div>
  );
}

function useQuickChanges({ id, display_name: name }: Child) {
  const { i18n } = useLingui();
  const params = { path: { id } };
  const said = (title: string) => ({
    onSuccess: () => showToast({ title }),
    onError: (error: unknown) =>
      showToast({
        title: i18n._('That was not changed'),
        description: sayProblem(error),
        tone: 'over' as const,
      }),
  });
  const unlock = useChildChange<void, unknown>(() => got(api.POST('/children/{id}/pin/unlock/', { params })));
  const keep = useChildChange<void, unknown>(() => got(api.POST('/children/{id}/keep/', { params })));
  const erase = useChildChange<void, unknown>(() => got(api.DELETE('/children/{id}/', { params })));
  return {
    unlock: {
      mutate: () => unlock.mutate(undefined, said(i18n._('{name} can try the PIN again', { name }))),
    },
    keep: { mutate: () => keep.mutate(undefined, said(i18n._('The account of {name} stays', { name }))) },
    erase,
  };
}
