import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { sayProblem } from '../../shell/say-problem.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { CodeField } from './code-field.tsx';
import { GuestCard } from './guest-frame.tsx';
import { knowsPasskeys } from './passkeys.ts';
import { startOver, takeStep, type Waiting } from './waiting-step.ts';

/** The step after the password, a mailed code or a provider: a code of the app, a backup code or a passkey. */
export function SecondStepCard({ step }: { step: Extract<Waiting, { mfa_required: true }> }) {
  const { i18n } = useLingui();
  const [code, setCode] = useState('');
  const [attempt, setAttempt] = useState(0);
  const take = useMutation({
    mutationFn: (by: { code: string } | 'passkey') => takeStep(step, by),
    onError: () => setAttempt((last) => last + 1),
  });
  const byPasskey = step.factors.includes('passkey') && knowsPasskeys();
  const byCode = step.factors.some((factor) => factor !== 'passkey');
  return (
    <GuestCard
      title={i18n._('One more step')}
      intro={i18n._('The first step was right. Now show that it is you.')}
    >
      <div className="space-y-4">
        {take.isError && (
          // Each refusal is a note of its own, so that a screen reader hears the second like the first.
          <ProblemNote key={attempt} title={i18n._('You are not signed in yet')}>
            {sayProblem(take.error)}
          </ProblemNote>
        )}
        {byPasskey && (
          <Button
            kind={step.factors.includes('totp') ? 'secondary' : 'primary'}
            size="large"
            icon={KeyRound}
            busy={take.isPending && take.variables === 'passkey'}
            className="w-full"
            onClick={() => take.mutate('passkey')}
          >
            {i18n._('Use a passkey')}
          </Button>
        )}
        {byCode && (
          <form
            className="space-y-4"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              if (code.trim() !== '') take.mutate({ code });
            }}
          >
            <CodeField factors={step.factors} value={code} onChange={setCode} focus={!byPasskey} />
            <Button
              type="submit"
              kind={step.factors.includes('totp') ? 'primary' : 'secondary'}
              size="large"
              busy={take.isPending && take.variables !== 'passkey'}
              disabled={code.trim() === ''}
              className="w-full"
            >
              {i18n._('Go on')}
            </Button>
          </form>
        )}
        <p className="text-center">
          <Button kind="quiet" onClick={startOver}>
            {i18n._('Start over')}
          </Button>
        </p>
      </div>
    </GuestCard>
  );
}
