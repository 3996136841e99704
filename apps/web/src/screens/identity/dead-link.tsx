import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { ProblemNote } from '../../ui/states.tsx';
import { GuestCard } from './guest-frame.tsx';

/**
 * A link of a mail that leads nowhere: used, too old or replaced, which only its screen can say (`spent`), or cut off on
 * its way. `ways` are the links on from here.
 */
export function DeadLink({
  title,
  spent,
  ways,
}: {
  title: string;
  spent?: string | undefined;
  ways: ReactNode;
}) {
  const { i18n } = useLingui();
  return (
    <GuestCard title={title}>
      <ProblemNote title={i18n._('This link cannot be used')} action={ways}>
        {spent ?? i18n._('The address is not complete. Open the link from the mail once more.')}
      </ProblemNote>
    </GuestCard>
  );
}
