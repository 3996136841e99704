import { useLingui } from '@lingui/react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Mail } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { Asked } from '../../shell/questions.ts';
import { sessionNow, useSomeone } from '../../shell/session.ts';
import { useSessionOver } from '../../shell/session-over.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, PasswordField } from '../../ui/field.tsx';
import { WithinDialog } from './guest-frame.tsx';
import { PasskeyWay } from './passkey-way.tsx';
import { TooLate } from './too-late.tsx';
import { useCountdown } from './use-countdown.ts';
import { useSignIn } from './use-sign-in.ts';
import { useWaitingStep } from './waiting-step.ts';
import { Wait } from './wait.tsx';

const SignInRefusal = lazy(() =>
  import('./sign-in-refusal.tsx').then((module) => ({ default: module.SignInRefusal })),
);
const SecondStepCard = lazy(() =>
  import('./second-step.tsx').then((module) => ({ default: module.SecondStepCard })),
);
const NewPasswordCard = lazy(() =>
  import('./new-password-card.tsx').then((module) => ({ default: module.NewPasswordCard })),
);
const ChildAgain = lazy(() => import('./child-again.tsx').then((module) => ({ default: module.ChildAgain })));
const MailCodeCard = lazy(() =>
  import('./mail-code-card.tsx').then((module) => ({ default: module.MailCodeCard })),
);

const LINK = 'font-semibold text-brand-text underline underline-offset-4';

/** The way back in over the screen that the session ended on, which stays mounted with everything that is typed there. */
export function SignInAgainDialog({ asked }: { asked: Asked }) {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  useBack(asked);
  return (
    <Dialog
      open
      size="small"
      onClose={() => asked.answer(false)}
      title={i18n._('Sign in again')}
      description={i18n._('Your session is over, {name}. What you have typed stays as it is.', {
        name: me.first_name || me.display_name,
      })}
    >
      <WithinDialog value={true}>
        <Suspense>
          <Ways onLeave={() => asked.answer(false)} />
        </Suspense>
      </WithinDialog>
    </Dialog>
  );
}

function Ways({ onLeave }: { onLeave: () => void }): ReactNode {
  const { me } = useSomeone();
  const step = useWaitingStep();
  const [byMail, setByMail] = useState(false);
  if (step !== undefined && step !== 'late')
    return step.mfa_required ? <SecondStepCard step={step} /> : <NewPasswordCard step={step} />;
  if (byMail) return <MailCodeCard known={me.email} onBack={() => setByMail(false)} />;
  return (
    <>
      {step === 'late' && <TooLate />}
      {me.guarded ? <ChildAgain /> : <PasswordForm onMail={() => setByMail(true)} />}
      <OtherWays onLeave={onLeave} />
    </>
  );
}

function PasswordForm({ onMail }: { onMail: () => void }) {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const { form, submit, refused, refuse } = useSignIn(me.email);
  const { errors, isSubmitting } = form.formState;
  const left = useCountdown(refused?.refusal.kind === 'hurried' ? refused.refusal.untilMs : undefined);
  return (
    <div className="space-y-4">
      <Suspense>
        {refused && <SignInRefusal key={refused.attempt} refused={refused} name={me.email} />}
      </Suspense>
      <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        {/* Password stores want to know whose password it is. */}
        <input type="text" autoComplete="username" readOnly hidden value={me.email} />
        <PasswordField
          label={i18n._('Password')}
          autoComplete="current-password"
          autoFocus
          error={errors.password?.message}
          {...form.register('password')}
        />
        <Checkbox label={i18n._('Stay signed in on this device')} {...form.register('remember_me')} />
        <Button type="submit" kind="primary" busy={isSubmitting} disabled={left > 0} className="w-full">
          {i18n._('Sign in')}
          <Wait left={left} />
        </Button>
      </form>
      <PasskeyWay remember={() => form.getValues('remember_me')} onRefused={refuse} />
      <Button icon={Mail} className="w-full" onClick={onMail}>
        {i18n._('E-mail me a code')}
      </Button>
    </div>
  );
}

/** What leads to other pages: to providers in a tab of its own, so that this one keeps its screen. */
function OtherWays({ onLeave }: { onLeave: () => void }) {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  return (
    <div className="mt-5 space-y-2 text-sm text-ink-2">
      {!me.guarded && (
        <p>
          <Link to="/sign-in" search={{ again: true }} target="_blank" rel="noopener" className={LINK}>
            {i18n._('Sign in another way, in a new tab')}
          </Link>{' '}
          {i18n._('Then come back to this one.')}
        </p>
      )}
      <p>
        {i18n._('You are not {name}?', { name: me.first_name || me.display_name })}{' '}
        <Link to="/sign-in" className={LINK} onClick={onLeave}>
          {i18n._('Sign in as yourself')}
        </Link>
      </p>
    </div>
  );
}

/** Goes on as soon as the person is back, by this dialog or in another tab. Somebody else begins at the beginning. */
function useBack(asked: Asked): void {
  const { me, sync } = useSomeone();
  const navigate = useNavigate();
  const over = useSessionOver() !== undefined;
  const queries = useQueryClient();
  const [before] = useState(sync);
  const wasOver = useRef(false);
  useEffect(
    () => () => {
      // The frame is taken anew for them, and the address may name what is not theirs.
      const now = sessionNow();
      if (now.kind === 'someone' && now.me.id !== me.id) void navigate({ to: '/', replace: true });
    },
    [me.id, navigate],
  );
  useEffect(() => {
    // A call may have found out before the loop did.
    before.poke();
  }, [before]);
  useEffect(() => {
    if (sync !== before || (wasOver.current && !over)) {
      asked.answer(true);
      // What was asked in between was refused.
      void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
    }
    if (over) wasOver.current = true;
  }, [sync, over, before, asked, queries]);
}
