import { dayAt } from '@kinwise/core/days';
import { formatNearDay, formatTime } from '@kinwise/core/format';
import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { deviceClock, todayIn } from '../../clock.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { buttonClass } from '../../ui/button.tsx';
import { useUiSettings } from '../../ui/settings.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { deviceTimeZone } from '../home/parts/household-words.ts';
import type { Refusal } from './refusals.ts';
import { ResendForm } from './resend-form.tsx';
import { sayWait } from '../../shell/say-wait.ts';

type Refused = { readonly refusal: Refusal; readonly error: unknown };

/** Why somebody is not let in, and each way out that there is. */
export function SignInRefusal({ refused, name }: { refused: Refused; name: string }) {
  const { i18n } = useLingui();
  const { refusal, error } = refused;
  if (refusal.kind === 'locked') return <Locked untilMs={refusal.untilMs} />;
  if (refusal.kind === 'hurried') return <Hurried untilMs={refusal.untilMs} />;
  if (refusal.kind === 'unverified') return <Unverified name={name} />;
  return <ProblemNote title={i18n._('You are not signed in')}>{sayProblem(error)}</ProblemNote>;
}

function Locked({ untilMs }: { untilMs: number | undefined }) {
  const { i18n } = useLingui();
  const until = useUntil(untilMs);
  return (
    <ProblemNote
      title={
        until === undefined
          ? i18n._('Signing in is locked for a while')
          : i18n._('Signing in is locked until {time} ({wait})', until)
      }
      action={
        <Link to="/forgot-password" className={buttonClass('secondary')}>
          {i18n._('Set a new password')}
        </Link>
      }
    >
      <p>
        {i18n._(
          'There were too many wrong passwords. If the account is yours, we have sent you a mail with a link that unlocks it at once. A new password unlocks it too. Otherwise, wait.',
        )}
      </p>
    </ProblemNote>
  );
}

function Hurried({ untilMs }: { untilMs: number }) {
  const { i18n } = useLingui();
  const until = useUntil(untilMs);
  return (
    <ProblemNote tone="close" title={i18n._('That was too often')}>
      {until && i18n._('Try again in {wait}, at {time}.', until)}
    </ProblemNote>
  );
}

function Unverified({ name }: { name: string }) {
  const { i18n } = useLingui();
  return (
    <ProblemNote tone="close" title={i18n._('Your email is not confirmed yet')}>
      <p className="mb-3">
        {i18n._('Open the link in the mail that we sent you. It is gone or too old? Ask for a new one.')}
      </p>
      <ResendForm known={name.includes('@') ? name : ''} />
    </ProblemNote>
  );
}

/** Said once and not counted down: a note that is read out must not change every second. */
function useUntil(untilMs: number | undefined): { time: string; wait: string } | undefined {
  const { locale } = useUiSettings();
  const [askedMs] = useState(deviceClock.now);
  if (untilMs === undefined) return undefined;
  const zone = deviceTimeZone();
  const time = formatTime(untilMs, zone, locale);
  const day = dayAt(untilMs, zone);
  const today = todayIn(zone);
  const when = day === today ? time : `${formatNearDay(day, today, locale)}, ${time}`;
  return { time: when, wait: sayWait(untilMs - askedMs) };
}
