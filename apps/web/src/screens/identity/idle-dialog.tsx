import { useLingui } from '@lingui/react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useCountdown } from './use-countdown.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { stay } from '../../shell/idle.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { sayWait } from '../../shell/say-wait.ts';
import { useSignOut } from '../../shell/use-sign-out.tsx';

/** Asks whether somebody still sits here, over whatever is on the screen. Escape, too, means that somebody does. */
export function IdleDialog({ until }: { until: number }) {
  const { i18n } = useLingui();
  const left = useCountdown(until);
  const leaving = useSignOut();
  const [refusal, setRefusal] = useState<unknown>();
  const queries = useQueryClient();
  // While the session was idle, what was asked was refused: it is asked again once somebody is there, here or in another tab.
  useEffect(
    () => () => {
      void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
    },
    [queries],
  );
  return (
    <>
      <ConfirmDialog
        open
        danger
        title={i18n._('Are you still there?')}
        confirm={i18n._('Sign out')}
        cancel={i18n._('Stay signed in')}
        onConfirm={() => void leaving.begin()}
        onCancel={() => void stay().catch(setRefusal)}
      >
        <p>
          {i18n._('Nothing was done here for a while. The session ends in {wait}.', { wait: sayWait(left) })}
        </p>
        <p className="mt-2">
          {i18n._('What you have typed stays on the screen, and changes that wait to be sent are kept.')}
        </p>
        {refusal !== undefined && (
          <p role="alert" className="mt-2 text-over-text">
            {sayProblem(refusal)}
          </p>
        )}
      </ConfirmDialog>
      {leaving.question}
    </>
  );
}
