import type { Child } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import {
  Hash,
  LockOpen,
  type LucideIcon,
  MonitorSmartphone,
  Pencil,
  QrCode,
  Trash2,
  Undo2,
  UserRoundCheck,
  X,
} from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { useChildChange } from './use-children.ts';

const load = () => import('./child-dialogs.tsx');
const DeviceLinkDialog = lazy(() => load().then((module) => ({ default: module.DeviceLinkDialog })));
const PinDialog = lazy(() => load().then((module) => ({ default: module.PinDialog })));
const GrowUpDialog = lazy(() => load().then((module) => ({ default: module.GrowUpDialog })));
const ChildDevicesDialog = lazy(() =>
  import('./child-devices-dialog.tsx').then((module) => ({ default: module.ChildDevicesDialog })),
);
const ChildNamesDialog = lazy(() =>
  import('./child-names-dialog.tsx').then((module) => ({ default: module.ChildNamesDialog })),
);

type Asking = 'link' | 'pin' | 'no-pin' | 'devices' | 'names' | 'grow-up' | 'erase';

export type ChildAct = {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onSelect: () => void;
  readonly danger?: boolean;
};

/** What a guardian can do with a child now, and the questions that this asks. */
export function useChildActs(child: Child): { acts: readonly ChildAct[]; questions: ReactNode } {
  const { i18n } = useLingui();
  const [asking, ask] = useState<Asking>();
  const change = useQuickChanges(child);
  const leaving = child.deletion_due_at !== null;
  const only = (fits: boolean, ...acts: ChildAct[]): ChildAct[] => (fits ? acts : []);
  const opens = (what: Asking) => () => ask(what);
  const acts = [
    ...only(leaving, { label: i18n._('Keep the account'), icon: Undo2, onSelect: change.keep }),
    ...only(
      !leaving,
      { label: i18n._('Sign in on a device'), icon: QrCode, onSelect: opens('link') },
      {
        label: child.has_pin ? i18n._('Set another PIN') : i18n._('Set a PIN'),
        icon: Hash,
        onSelect: opens('pin'),
      },
    ),
    ...only(child.pin_locked, { label: i18n._('Unlock the PIN'), icon: LockOpen, onSelect: change.unlock }),
    ...only(child.has_pin, { label: i18n._('Remove the PIN'), icon: X, onSelect: opens('no-pin') }),
    { label: i18n._('Devices and sessions'), icon: MonitorSmartphone, onSelect: opens('devices') },
    ...only(
      !leaving,
      { label: i18n._('Change the name'), icon: Pencil, onSelect: opens('names') },
      { label: i18n._('An account of their own'), icon: UserRoundCheck, onSelect: opens('grow-up') },
      { label: i18n._('Erase the account'), icon: Trash2, danger: true, onSelect: opens('erase') },
    ),
  ];
  return { acts, questions: <Questions child={child} asking={asking} onClose={() => ask(undefined)} /> };
}

type QuestionsProps = { child: Child; asking: Asking | undefined; onClose: () => void };

function Questions({ child, asking, onClose }: QuestionsProps) {
  const asked = { child, onClose };
  return (
    <>
      <Suspense>
        {asking === 'link' && <DeviceLinkDialog {...asked} />}
        {asking === 'pin' && <PinDialog {...asked} />}
        {asking === 'devices' && <ChildDevicesDialog {...asked} />}
        {asking === 'names' && <ChildNamesDialog {...asked} />}
        {asking === 'grow-up' && <GrowUpDialog {...asked} />}
      </Suspense>
      <NoPinDialog {...asked} asking={asking} />
      <EraseDialog {...asked} asking={asking} />
    </>
  );
}

function NoPinDialog({ child, asking, onClose }: QuestionsProps) {
  const { i18n } = useLingui();
  const { id, display_name: name } = child;
  const remove = useChildChange(() => got(api.DELETE('/children/{id}/pin/', { params: { path: { id } } })));
  return (
    <ConfirmDialog
      open={asking === 'no-pin'}
      danger
      busy={remove.isPending}
      title={i18n._('Remove the PIN of {name}?', { name })}
      confirm={i18n._('Remove it')}
      cancel={i18n._('Keep it')}
      onConfirm={() =>
        remove.mutate(undefined, {
          onSuccess: () => {
            showToast({ title: i18n._('{name} has no PIN any more', { name }) });
            onClose();
          },
        })
      }
      onCancel={onClose}
    >
      {remove.isError
        ? sayProblem(remove.error)
        : i18n._(
            '{name} can no longer sign in on family devices. Where they are signed in they stay so, and you can set a new PIN at any time.',
            { name },
          )}
    </ConfirmDialog>
  );
}

function EraseDialog({ child, asking, onClose }: QuestionsProps) {
  const { i18n } = useLingui();
  const { id, display_name: name } = child;
  const erase = useChildChange(() => got(api.DELETE('/children/{id}/', { params: { path: { id } } })));
  return (
    <ConfirmDialog
      open={asking === 'erase'}
      danger
      busy={erase.isPending}
      title={i18n._('Erase the account of {name}?', { name })}
      confirm={i18n._('Erase it')}
      cancel={i18n._('Keep it')}
      onConfirm={() => erase.mutate(undefined, { onSuccess: onClose })}
      onCancel={onClose}
    >
      {erase.isError
        ? sayProblem(erase.error)
        : i18n._(
            'They are signed out now. In thirty days their name and everything of their own goes; until then you can change your mind.',
          )}
    </ConfirmDialog>
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
  return {
    unlock: () => unlock.mutate(undefined, said(i18n._('{name} can try the PIN again', { name }))),
    keep: () => keep.mutate(undefined, said(i18n._('The account of {name} stays', { name }))),
  };
}
