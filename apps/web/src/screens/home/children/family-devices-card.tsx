import type { FamilyDevice } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { remember } from '../../../shell/device.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { Pill } from '../../../ui/chip.tsx';
import { ProblemNote, SkeletonRows } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { NamingDialog } from '../../naming-dialog.tsx';
import { useDayOf } from '../../settings/security/use-factors.ts';
import { FAMILY_MARK } from '../../identity/family-mark.ts';
import { useChildChange, useFamilyDevices } from './use-children.ts';

/** The devices on which children sign in by PIN. */
export function FamilyDevicesCard() {
  const { i18n } = useLingui();
  const devices = useFamilyDevices();
  const [naming, setNaming] = useState(false);
  return (
    <Card>
      <CardHeader
        title={i18n._('Family devices')}
        className="items-center"
        note={i18n._('On these your children sign in with their PINs. A PIN works nowhere else.')}
        aside={
          <SignalButton size="small" onClick={() => setNaming(true)}>
            {i18n._('Use this device')}
          </SignalButton>
        }
      />
      {devices.isPending && <SkeletonRows rows={1} />}
      {devices.isError && (
        <ProblemNote tone="close" title={i18n._('The devices could not be read')}>
          {sayProblem(devices.error)}
        </ProblemNote>
      )}
      {devices.data?.length === 0 && (
        <p className="text-sm text-ink-3">
          {i18n._('None yet. Open this screen on the device and choose “Use this device”.')}
        </p>
      )}
      <ul className="divide-y divide-line" aria-label={i18n._('Family devices')}>
        {devices.data?.map((device) => (
          <DeviceLine key={device.id} device={device} />
        ))}
      </ul>
      {naming && <FamilyDeviceDialog onClose={() => setNaming(false)} />}
    </Card>
  );
}

function DeviceLine({ device }: { device: FamilyDevice }) {
  const { i18n } = useLingui();
  const dayOf = useDayOf();
  const { id, name } = device;
  const params = { path: { id } };
  const onError = (error: unknown) =>
    showToast({ title: i18n._('That was not changed'), description: sayProblem(error), tone: 'over' });
  const remove = useChildChange(() => got(api.DELETE('/family-devices/{id}/', { params })));
  const unlock = useChildChange(() => got(api.POST('/family-devices/{id}/unlock/', { params })));
  const used =
    device.last_used_at === null
      ? i18n._('Not used yet')
      : i18n._('Last used: {day}', { day: dayOf(device.last_used_at) });
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="min-w-0 font-semibold break-words">{name}</span>
          {device.locked && <Pill tone="over">{i18n._('Locked')}</Pill>}
        </p>
        <p className="text-sm text-ink-3">{[device.browser, device.os, used].filter(Boolean).join(' · ')}</p>
      </div>
      {device.locked && (
        <Button
          size="small"
          busy={unlock.isPending}
          aria-label={i18n._('Unlock {name}', { name })}
          onClick={() => unlock.mutate(undefined, { onError })}
        >
          {i18n._('Unlock')}
        </Button>
      )}
      <Button
        size="small"
        busy={remove.isPending}
        aria-label={i18n._('Remove {name}', { name })}
        onClick={() => remove.mutate(undefined, { onError })}
      >
        {i18n._('Remove')}
      </Button>
    </li>
  );
}

function FamilyDeviceDialog({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  const register = useChildChange((name: string) => got(api.POST('/family-devices/', { body: { name } })));
  return (
    <NamingDialog
      title={i18n._('Make this a family device')}
      description={i18n._(
        'Sign out here afterwards: then your children find their names on the sign-in screen.',
      )}
      label={i18n._('What is this device called?')}
      maxLength={60}
      press={i18n._('Make it one')}
      refused={i18n._('That was not changed')}
      save={async (name) => {
        await register.mutateAsync(name);
        remember(FAMILY_MARK, 'yes');
        showToast({ title: i18n._('This is a family device now') });
      }}
      onClose={onClose}
    />
  );
}
