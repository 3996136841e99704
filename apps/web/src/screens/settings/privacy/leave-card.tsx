import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { useSomeone } from '../../../shell/session.ts';
import { Card, CardHeader } from '../../../ui/card.tsx';
import { LeaveDialog } from './leave-dialog.tsx';

/** The way out. What it means is told in the dialog, where it is decided. */
export function LeaveCard() {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const [open, setOpen] = useState(false);
  if (me.deletion_due_at) return null;
  return (
    <Card>
      <CardHeader
        title={i18n._('Leave KinWise')}
        note={i18n._(
          'Everything that tells of you is erased, after a time in which you can change your mind. What you entered in households that others share stays theirs, under a neutral name.',
        )}
      />
      <SignalButton kind="danger" onClick={() => setOpen(true)}>
        {i18n._('Erase my account …')}
      </SignalButton>
      <LeaveDialog open={open} onClose={() => setOpen(false)} />
    </Card>
  );
}
