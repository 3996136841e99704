import { useLingui } from '@lingui/react';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { signOut, unsentChanges } from './session.ts';

/** Signs out, and asks before where that would lose what has not been sent. Put `question` anywhere on the screen. */
export function useSignOut(): { begin: () => Promise<void>; question: ReactNode } {
  const { i18n } = useLingui();
  const [unsent, setUnsent] = useState<number>();

  async function begin() {
    const count = await unsentChanges();
    if (count > 0) setUnsent(count);
    else await signOut();
  }

  const question = (
    <ConfirmDialog
      open={unsent !== undefined}
      danger
      title={i18n._('Sign out and lose changes?')}
      confirm={i18n._('Sign out')}
      cancel={i18n._('Stay')}
      onConfirm={() => void signOut()}
      onCancel={() => setUnsent(undefined)}
    >
      {i18n._(
        '{count, plural, one {# change has} other {# changes have}} not reached the server yet. Signing out deletes the copy on this device, and with it what has not been sent.',
        { count: unsent ?? 0 },
      )}
    </ConfirmDialog>
  );
  return { begin, question };
}
