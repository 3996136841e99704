import type { Passkey } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { Ellipsis, KeyRound, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Pill } from '../../../ui/chip.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { IconTile } from '../../../ui/icon-tile.tsx';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { knowsPasskeys, makePasskey } from '../../identity/passkeys.ts';
import { PasskeyNameDialog } from './passkey-name-dialog.tsx';
import { useDayOf, useFactorsChanged, usePasskeys } from './use-factors.ts';

const CodesDialog = lazy(() =>
  import('./codes-dialog.tsx').then((module) => ({ default: module.CodesDialog })),
);

/** The passkeys of the person: added on the device that one sits at, renamed and removed from anywhere. */
export function PasskeysCard() {
  const { i18n } = useLingui();
  const passkeys = usePasskeys();
  const changed = useFactorsChanged();
  const [codes, setCodes] = useState<readonly string[]>();
  const add = useMutation({
    mutationFn: addPasskey,
    gcTime: 0,
    onSuccess: ({ passkey, backup_codes }) => {
      changed();
      if (backup_codes.length > 0) setCodes(backup_codes);
      else showToast({ title: i18n._('{name} can sign you in', { name: passkey.name }) });
    },
  });
  return (
    <Card>
      <CardHeader
        title={i18n._('Passkeys')}
        note={i18n._(
          'Sign in by finger, face or PIN of your device, without typing. A passkey is the second step too.',
        )}
        aside={
          knowsPasskeys() && (
            <SignalButton size="small" busy={add.isPending} onClick={() => add.mutate()}>
              {i18n._('Add')}
            </SignalButton>
          )
        }
      />
      {add.isError && (
        <ProblemNote title={i18n._('The passkey was not added')}>{sayProblem(add.error)}</ProblemNote>
      )}
      {passkeys.isPending && <SkeletonRows rows={1} />}
      {passkeys.isError && (
        <ProblemNote tone="close" title={i18n._('The passkeys could not be read')}>
          {sayProblem(passkeys.error)}
        </ProblemNote>
      )}
      {passkeys.data?.length === 0 && (
        <p className="text-sm text-ink-3">
          {knowsPasskeys()
            ? i18n._('None yet.')
            : i18n._('None yet, and this browser cannot make one at this address.')}
        </p>
      )}
      <ul className="divide-y divide-line">
        {passkeys.data?.map((one) => (
          <PasskeyLine key={one.id} passkey={one} />
        ))}
      </ul>
      <Suspense>
        {codes && (
          <CodesDialog
            title={i18n._('Keep these codes')}
            news={i18n._(
              'The passkey can sign you in. From now on your password asks for it too, as the second step.',
            )}
            codes={codes}
            onClose={() => setCodes(undefined)}
          />
        )}
      </Suspense>
    </Card>
  );
}

async function addPasskey() {
  const response = await makePasskey(await got(api.POST('/auth/passkeys/register/options/')));
  return await got(api.POST('/auth/passkeys/register/verify/', { body: { response } }));
}

function PasskeyLine({ passkey }: { passkey: Passkey }) {
  const { i18n } = useLingui();
  const dayOf = useDayOf();
  const changed = useFactorsChanged();
  const [open, setOpen] = useState<'name' | 'remove'>();
  const { id, name } = passkey;
  const remove = useMutation({
    mutationFn: () => got(api.DELETE('/auth/passkeys/{id}/', { params: { path: { id } } })),
    onSuccess: () => {
      changed();
      showToast({ title: i18n._('{name} no longer signs you in', { name }) });
    },
  });
  const used =
    passkey.last_used_at === null
      ? i18n._('Not used yet')
      : i18n._('Last used: {day}', { day: dayOf(passkey.last_used_at) });
  const close = () => setOpen(undefined);
  return (
    <li className="flex items-center gap-3 py-3">
      <IconTile icon={KeyRound} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="min-w-0 font-semibold break-words">{name}</span>
          {passkey.is_synced && <Pill>{i18n._('On all your devices')}</Pill>}
        </p>
        <p className="text-sm text-ink-3">
          {[used, i18n._('Added: {day}', { day: dayOf(passkey.created_at) })].join(' · ')}
        </p>
      </div>
      <MenuButton
        trigger={<IconButton icon={Ellipsis} label={i18n._('More about {name}', { name })} size="small" />}
        entries={[
          { label: i18n._('Rename'), icon: Pencil, onSelect: () => setOpen('name') },
          { label: i18n._('Remove'), icon: Trash2, danger: true, onSelect: () => setOpen('remove') },
        ]}
      />
      {open === 'name' && <PasskeyNameDialog passkey={passkey} onClose={close} />}
      <ConfirmDialog
        open={open === 'remove'}
        danger
        busy={remove.isPending}
        title={i18n._('Remove {name}?', { name })}
        confirm={i18n._('Remove')}
        cancel={i18n._('Keep it')}
        onConfirm={() => remove.mutate()}
        onCancel={close}
      >
        {remove.isError
          ? sayProblem(remove.error)
          : i18n._('It can no longer sign you in. Your device may still show it: remove it there too.')}
      </ConfirmDialog>
    </li>
  );
}
