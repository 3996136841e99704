import { dayAt } from '@kinwise/core/days';
import { formatDay } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { instantMs } from '../../../clock.ts';
import { useDayClock } from '../../../shell/household.ts';
import { SignalButton } from '../../../shell/needs-signal.tsx';
import { sayProblem } from '../../../shell/say-problem.ts';
import { useSomeone } from '../../../shell/session.ts';
import { useUiSettings } from '../../../ui/settings.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { useKeepAccount } from '../../identity/use-keep-account.ts';

/** While the time of grace runs: when it ends, and the way back. */
export function ErasureNote() {
  const { i18n } = useLingui();
  const { locale } = useUiSettings();
  const { time_zone } = useDayClock();
  const { me } = useSomeone();
  const keep = useKeepAccount();
  if (!me.deletion_due_at) return null;
  const day = formatDay(dayAt(instantMs(me.deletion_due_at), time_zone), 'date', locale);
  return (
    <ProblemNote
      tone="close"
      title={i18n._('Your account will be erased on {day}', { day })}
      action={
        <SignalButton kind="primary" busy={keep.isPending} onClick={() => keep.mutate()}>
          {i18n._('Keep my account')}
        </SignalButton>
      }
    >
      {keep.isError
        ? sayProblem(keep.error)
        : i18n._(
            'Until then everything is as it was. You asked for it; if you have changed your mind, keep it.',
          )}
    </ProblemNote>
  );
}
