import type { ApiKey } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { Ellipsis, KeySquare, Pencil, RefreshCw, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { useSomeone } from '../../../shell/session.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Pill } from '../../../ui/chip.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { useWhen } from '../privacy/use-when.ts';
import { useDayOf } from '../security/use-factors.ts';
import { ChangeKeyDialog } from './change-key-dialog.tsx';
import { scopeWords } from './scope-words.ts';
import { useApiKeysChanged } from './use-api-keys.ts';

const RenewKeyDialog = lazy(() =>
  import('./renew-key-dialog.tsx').then((module) => ({ default: module.RenewKeyDialog })),
);

/** One key: what it may do, when it was used, when it ends. */
export function KeyLine({ apiKey, daysMost }: { apiKey: ApiKey; daysMost: number }) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState<'change' | 'renew' | 'revoke'>();
  const { name, scopes, expired } = apiKey;
  const close = () => setOpen(undefined);
  const change = { label: i18n._('Name and end'), icon: Pencil, onSelect: () => setOpen('change') };
  const renew = { label: i18n._('Make anew'), icon: RefreshCw, onSelect: () => setOpen('renew') };
  return (
    <li className="flex items-start gap-3 py-3">
      <IconTile icon={KeySquare} />
      <div className="min-w-0 flex-1 space-y-0.5">
        <Marks apiKey={apiKey} />
        <p className="text-sm text-ink-2">{scopes.map(scopeWords).join(' · ')}</p>
        <Times apiKey={apiKey} />
      </div>
      <MenuButton
        trigger={<IconButton icon={Ellipsis} label={i18n._('More about {name}', { name })} size="small" />}
        entries={[
          ...(expired ? [] : [change, renew]),
          {
            label: expired ? i18n._('Remove') : i18n._('Revoke'),
            icon: Trash2,
            danger: true,
            onSelect: () => setOpen('revoke'),
          },
        ]}
      />
      <ChangeKeyDialog open={open === 'change'} apiKey={apiKey} daysMost={daysMost} onClose={close} />
      <Suspense>{open === 'renew' && <RenewKeyDialog apiKey={apiKey} onClose={close} />}</Suspense>
      <RevokeDialog open={open === 'revoke'} apiKey={apiKey} onClose={close} />
    </li>
  );
}

function Marks({ apiKey }: { apiKey: ApiKey }) {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const { name, shown, expired, signed_only, household_id } = apiKey;
  const household = me.households.find(({ id }) => id === household_id)?.name;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="min-w-0 font-semibold break-words">{name}</span>
      <code className="text-sm text-ink-3">{shown}</code>
      {expired && <Pill tone="close">{i18n._('Expired')}</Pill>}
      {signed_only && <Pill>{i18n._('Signed requests only')}</Pill>}
      {household_id !== null && (
        <Pill>{i18n._('Only {household}', { household: household ?? i18n._('one household') })}</Pill>
      )}
    </p>
  );
}

function Times({ apiKey }: { apiKey: ApiKey }) {
  const { i18n } = useLingui();
  const dayOf = useDayOf();
  const whenOf = useWhen();
  const { last_used_at, last_used_ip, expires_at, expired, old_until } = apiKey;
  const used =
    last_used_at === null ? i18n._('Not used yet') : i18n._('Last used: {day}', { day: dayOf(last_used_at) });
  const from = last_used_ip && i18n._('from {ip}', { ip: last_used_ip });
  const end = expired
    ? i18n._('Expired: {day}', { day: dayOf(expires_at) })
    : i18n._('Expires: {day}', { day: dayOf(expires_at) });
  const old = old_until !== null && i18n._('The old secret works until {time}', { time: whenOf(old_until) });
  return <p className="text-sm text-ink-3">{[used, from, end, old].filter(Boolean).join(' · ')}</p>;
}

function RevokeDialog({ open, apiKey, onClose }: { open: boolean; apiKey: ApiKey; onClose: () => void }) {
  const { i18n } = useLingui();
  const changed = useApiKeysChanged();
  const { id, name, expired } = apiKey;
  const revoke = useMutation({
    mutationFn: () => got(api.DELETE('/auth/api-keys/{id}/', { params: { path: { id } } })),
    onSuccess: () => {
      changed();
      showToast({ title: i18n._('{name} opens nothing any more', { name }) });
    },
  });
  return (
    <ConfirmDialog
      open={open}
      danger
      busy={revoke.isPending}
      title={expired ? i18n._('Remove {name}?', { name }) : i18n._('Revoke {name}?', { name })}
      confirm={expired ? i18n._('Remove') : i18n._('Revoke')}
      cancel={i18n._('Keep it')}
      onConfirm={() => revoke.mutate()}
      onCancel={onClose}
    >
      {revoke.isError
        ? sayProblem(revoke.error)
        : expired
          ? i18n._('It has expired and opens nothing. It only disappears from this list.')
          : i18n._('Whatever uses it stops at once. That cannot be undone; you can make a new key.')}
    </ConfirmDialog>
  );
}
