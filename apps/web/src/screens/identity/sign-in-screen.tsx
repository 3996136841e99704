import { useLingui } from '@lingui/react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Baby, Mail } from 'lucide-react';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { PAST_LOCK } from '../../shell/app-lock.ts';
import { useSession } from '../../shell/session.ts';
import { useSessionOver } from '../../shell/session-over.ts';
import { recall } from '../../shell/device.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Checkbox, PasswordField, TextField } from '../../ui/field.tsx';
import { FAMILY_MARK } from './family-mark.ts';
import { DemoPeople } from './demo-people.tsx';
import { MailboxLink } from './dev-status.tsx';
import { GuestCard } from './guest-frame.tsx';
import { PasskeyWay } from './passkey-way.tsx';
import { knowsPasskeys } from './passkeys.ts';
import { ProviderWays } from './provider-ways.tsx';
import { OtherPersonNote, SessionOverIntro } from './returning.tsx';
import { useCountdown } from './use-countdown.ts';
import { SkeletonRows } from '../../ui/states.tsx';
import { TooLate } from './too-late.tsx';
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

const MailCodeCard = lazy(() =>
  import('./mail-code-card.tsx').then((module) => ({ default: module.MailCodeCard })),
);

const PastLockNote = lazy(() =>
  import('./app-lock/past-lock-note.tsx').then((module) => ({ default: module.PastLockNote })),
);

const LINK = 'font-semibold text-brand-text underline-offset-4 hover:underline';

/** The way in, and back in: who was here before the session ended finds the own queue waiting. */
export function SignInScreen() {
  const { i18n } = useLingui();
  const over = useSessionOver();
  const step = useWaitingStep();
  // The address that a code is to be mailed to, as far as it was typed already.
  const [byMail, setByMail] = useState<string>();
  const unsure = useUnsure();
  useWayOn(unsure);
  if (unsure)
    return (
      <GuestCard title={i18n._('Sign in again')}>
        <SkeletonRows rows={2} />
      </GuestCard>
    );
  if (step !== undefined && step !== 'late')
    return (
      <Suspense>
        {step.mfa_required ? <SecondStepCard step={step} /> : <NewPasswordCard step={step} />}
      </Suspense>
    );
  if (byMail !== undefined)
    return (
      <Suspense>
        <MailCodeCard known={byMail} onBack={() => setByMail(undefined)} />
      </Suspense>
    );
  return (
    <GuestCard
      title={over ? i18n._('Sign in again') : i18n._('Sign in')}
      intro={over ? <SessionOverIntro over={over} /> : i18n._('Your household’s money, in daylight.')}
    >
      <Suspense>{recall(PAST_LOCK) !== undefined && <PastLockNote />}</Suspense>
      {step === 'late' && <TooLate />}
      <SignInForm knownAs={over?.me.email ?? ''} onMail={setByMail} />
      {over && <OtherPersonNote over={over} />}
      {recall(FAMILY_MARK) !== undefined && (
        <Link to="/family" className={`mt-4 ${buttonClass('secondary', 'large')} w-full`}>
          <Baby aria-hidden size={18} />
          {i18n._('I am a child here')}
        </Link>
      )}
      <DemoPeople />
      <p className="mt-6 text-center text-ink-2">
        {i18n._('New here?')}{' '}
        <Link to="/register" className={LINK}>
          {i18n._('Make an account')}
        </Link>
      </p>
      <p className="mt-1 text-center">
        <MailboxLink />
      </p>
    </GuestCard>
  );
}

function SignInForm({ knownAs, onMail }: { knownAs: string; onMail: (address: string) => void }) {
  const { i18n } = useLingui();
  const { next } = useSearch({ from: '/guest/sign-in' });
  const { form, submit, refused, refuse } = useSignIn(knownAs);
  const { errors, isSubmitting } = form.formState;
  const session = useSession();
  const unkept = session.kind === 'nobody' ? session.unkept : undefined;
  const shown = refused ?? (unkept && { refusal: { kind: 'other' } as const, error: unkept, attempt: 0 });
  const left = useCountdown(refused?.refusal.kind === 'hurried' ? refused.refusal.untilMs : undefined);
  return (
    <div className="space-y-4">
      {shown && (
        <Suspense>
          <SignInRefusal
            key={shown.attempt}
            refused={shown}
            name={form.getValues('email_or_username').trim()}
          />
        </Suspense>
      )}
      <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        <TextField
          label={i18n._('Email or username')}
          autoComplete="username webauthn"
          autoCapitalize="none"
          spellCheck={false}
          error={errors.email_or_username?.message}
          {...form.register('email_or_username')}
        />
        <PasswordField
          label={i18n._('Password')}
          autoComplete="current-password"
          error={errors.password?.message}
          aside={
            <Link to="/forgot-password" className={`-my-3 inline-flex min-h-11 items-center text-sm ${LINK}`}>
              {i18n._('Forgot it?')}
            </Link>
          }
          {...form.register('password')}
        />
        <Checkbox label={i18n._('Stay signed in on this device')} {...form.register('remember_me')} />
        <Button
          type="submit"
          kind="primary"
          size="large"
          busy={isSubmitting}
          disabled={left > 0}
          className="w-full"
        >
          {i18n._('Sign in')}
          <Wait left={left} />
        </Button>
      </form>
      <PasskeyWay remember={() => form.getValues('remember_me')} onRefused={refuse} />
      <ProviderWays
        line={!knowsPasskeys()}
        journey={() => ({
          purpose: 'sign_in',
          remember: form.getValues('remember_me'),
          ...(next !== undefined && { next }),
        })}
      />
      <Button
        size="large"
        icon={Mail}
        className="w-full"
        onClick={() => {
          const name = form.getValues('email_or_username').trim();
          onMail(name.includes('@') ? name : '');
        }}
      >
        {i18n._('E-mail me a code')}
      </Button>
    </div>
  );
}

/**
 * Leads on as soon as somebody is signed in, also when they were all along. Where the one before was going is followed by
 * the same person only.
 */
function useWayOn(unsure: boolean): void {
  const { next } = useSearch({ from: '/guest/sign-in' });
  const navigate = useNavigate();
  const session = useSession();
  const over = useSessionOver();
  const [before] = useState(over?.me.id);
  const present = session.kind === 'someone' && !over && !unsure ? session.me.id : undefined;
  useEffect(() => {
    if (present === undefined) return;
    const same = before === undefined || before === present;
    const to = (same ? next : undefined) ?? '/';
    // The staff portal is a page of its own.
    if (/^\/admin(?:\/|$)/.test(to)) window.location.replace(to);
    else void navigate({ href: to, replace: true });
  }, [present, before, navigate, next]);
}

/** Who comes from a tab whose session is over: whether this one has yet to hear so from the server. */
function useUnsure(): boolean {
  const { again } = useSearch({ from: '/guest/sign-in' });
  const session = useSession();
  const sync = session.kind === 'someone' ? session.sync : undefined;
  const [first] = useState(sync);
  const contact = useSyncExternalStore(sync?.subscribe ?? nothingToHear, () => sync?.status().contact);
  return again === true && sync !== undefined && sync === first && contact === 'unknown';
}

function nothingToHear(): () => void {
  return () => undefined;
}
