import type { SignInAnswer } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { problemOf } from '../../api/problem.ts';
import { sendWithCookie } from '../../api/session.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { Button } from '../../ui/button.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { enter } from './waiting-step.ts';

type PinFormProps = {
  membership: string;
  onDone?: () => void;
  /** Other ways, below the button. */
  children?: ReactNode;
};

/** The PIN of a child on a device of the family. */
export function PinForm({ membership, onDone, children }: PinFormProps) {
  const { i18n } = useLingui();
  const [pin, setPin] = useState('');
  const signIn = useMutation({
    mutationFn: async () => {
      const body = { membership_id: membership, pin };
      const response = await sendWithCookie('auth/family/sign-in/', body);
      if (!response.ok) throw await problemOf(response);
      await enter((await response.json()) as SignInAnswer);
    },
    gcTime: 0,
    onSuccess: () => onDone?.(),
    onError: () => setPin(''),
  });
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate();
      }}
    >
      <PasswordField
        label={i18n._('Your PIN')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        autoFocus
        value={pin}
        error={signIn.isError && pin === '' ? sayProblem(signIn.error) : undefined}
        onChange={(event) => setPin(event.target.value.replace(/\D/g, ''))}
      />
      <p role="alert" className="sr-only">
        {signIn.isError && pin === '' && sayProblem(signIn.error)}
      </p>
      <Button
        type="submit"
        kind="primary"
        size="large"
        className="w-full"
        busy={signIn.isPending}
        disabled={pin.length < 4}
      >
        {i18n._('Sign in')}
      </Button>
      {children}
    </form>
  );
}
