import { useLingui } from '@lingui/react';
import { askToConfirm } from '../../../shell/confirm.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { LockRecord } from '../../identity/app-lock/lock-record.ts';
import { PasskeyKey, PinKey } from '../../identity/app-lock/unlock-keys.tsx';

type Props = {
  user: string;
  kind: LockRecord['way']['kind'];
  title: string;
  onProved: () => void;
  onClose: () => void;
};

/** Before the lock is changed or taken off: what opens it, or the proof that dangerous acts ask for. */
export function ProveLockDialog({ user, kind, title, onProved, onClose }: Props) {
  const { i18n } = useLingui();
  const Key = kind === 'pin' ? PinKey : PasskeyKey;
  return (
    <Dialog
      open
      size="small"
      onClose={onClose}
      title={title}
      description={i18n._('Whoever finds the app open must not be able to do this.')}
    >
      <div className="space-y-3">
        <Key user={user} label={i18n._('Go on')} onRight={onProved} />
        <Button
          kind="quiet"
          className="w-full"
          onClick={() => {
            onClose();
            void askToConfirm().then((confirmed) => confirmed && onProved());
          }}
        >
          {i18n._('Confirm in another way')}
        </Button>
      </div>
    </Dialog>
  );
}
