import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { deviceClock } from '../../../clock.ts';
import { sayWait } from '../../../shell/say-wait.ts';
import { useCountdown } from '../use-countdown.ts';
import { leaveGuessed, leaveLost } from './leave.ts';
import { tryPin, withCopy } from './lock-record.ts';

type Refusal = { readonly left: number | undefined; readonly untilMs: number | undefined };

/** Typing the PIN of the lock: what is wrong with it, and how long one has to wait. */
export function usePin(user: string, at: { onRight: () => void; untilMs: number | undefined }) {
  const { i18n } = useLingui();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refusal>({ left: undefined, untilMs: at.untilMs });
  const waitMs = useCountdown(refused.untilMs);

  async function submit(): Promise<void> {
    setBusy(true);
    const answer = await withCopy(user, async (copy) => await tryPin(copy, pin, deviceClock.now()));
    if (answer.kind === 'right') return at.onRight();
    if (answer.kind === 'out') return await leaveGuessed(user);
    if (answer.kind === 'gone') return await leaveLost(user);
    setRefused({ left: answer.kind === 'wrong' ? answer.left : undefined, untilMs: answer.untilMs });
    setPin('');
    setBusy(false);
  }

  const said =
    refused.left === undefined
      ? undefined
      : i18n._('That is not the PIN. Tries left before this device signs out: {left}.', {
          left: refused.left,
        });
  const wait = waitMs > 0 ? i18n._('Try again in {wait}.', { wait: sayWait(waitMs) }) : undefined;
  return { pin, setPin, busy, submit, said, wait };
}
