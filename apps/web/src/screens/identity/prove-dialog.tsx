import type { StepUp, StepUpStanding } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { api, got } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import { acceptToken } from '../../api/session.ts';
import type { Asked } from '../../shell/questions.ts';
import { sayProblem } from '../../shell/say-problem.ts';
import { useSession } from '../../shell/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { ProblemNote, Skeleton } from '../../ui/states.tsx';
import { CodeField } from './code-field.tsx';
import { knowsPasskeys, showPasskey } from './passkeys.ts';

type Method = StepUpStanding['methods'][number];
type Proof = { password: string } | { code: string } | 'passkey';

/** Asks, before something dangerous, whether it is still the same person who sits there. The call goes on by itself. */
export function ProveDialog({ asked }: { asked: Asked }) {
  const { i18n } = useLingui();
  const standing = useQuery({
    queryKey: ['step-up'],
    queryFn: () => got(api.GET('/auth/step-up/')),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Dialog
      open
      size="small"
      onClose={() => asked.answer(false)}
      title={i18n._('Confirm that it is you')}
      description={i18n._('What you are about to do asks for a fresh proof. Then it goes on by itself.')}
    >
      {standing.isPending && <Skeleton className="h-11 w-full" />}
      {standing.isError && (
        <ProblemNote title={i18n._('You cannot confirm at the moment')}>
          {sayProblem(standing.error)}
        </ProblemNote>
      )}
      {standing.data && <Ways methods={standing.data.methods} onDone={() => asked.answer(true)} />}
    </Dialog>
  );
}

function Ways({ methods, onDone }: { methods: readonly Method[]; onDone: () => void }) {
  const { i18n } = useLingui();
  const prove = useMutation({ mutationFn: confirm, onSuccess: onDone });
  const byPasskey = methods.includes('passkey') && knowsPasskeys();
  const byPassword = methods.includes('password');
  const byCode = methods.includes('totp') || methods.includes('backup_code');
  const [codes, setCodes] = useState(!byPassword);
  const wrong = (pointer: string) =>
    prove.error instanceof ProblemError ? prove.error.at(pointer) : undefined;
  const named = wrong('/password') ?? wrong('/code');
  if (methods.length === 0)
    return <p className="text-ink-2">{i18n._('Sign out and in again, and do it soon after that.')}</p>;
  return (
    <div className="space-y-4">
      {prove.isError && named === undefined && (
        <ProblemNote title={i18n._('That did not confirm it')}>{sayProblem(prove.error)}</ProblemNote>
      )}
      {byPasskey && (
        <Button
          kind="primary"
          icon={KeyRound}
          className="w-full"
          busy={prove.isPending && prove.variables === 'passkey'}
          onClick={() => prove.mutate('passkey')}
        >
          {i18n._('Use a passkey')}
        </Button>
      )}
      {(byPassword || byCode) && (
        <TypedProof
          key={String(codes)}
          methods={methods}
          kind={codes ? 'code' : 'password'}
          error={codes ? wrong('/code') : wrong('/password')}
          busy={prove.isPending && prove.variables !== 'passkey'}
          strong={!byPasskey}
          onProve={(proof) => prove.mutate(proof)}
        />
      )}
      {byPassword && byCode && (
        <Button kind="quiet" size="small" onClick={() => setCodes(!codes)}>
          {codes ? i18n._('Use your password') : i18n._('Use a code')}
        </Button>
      )}
    </div>
  );
}

function TypedProof(props: {
  methods: readonly Method[];
  kind: 'password' | 'code';
  error: string | undefined;
  busy: boolean;
  strong: boolean;
  onProve: (proof: Proof) => void;
}) {
  const { i18n } = useLingui();
  const session = useSession();
  const email = session.kind === 'someone' ? session.me.email : '';
  const [text, setText] = useState('');
  return (
    <form
      className="space-y-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') props.onProve(props.kind === 'code' ? { code: text } : { password: text });
      }}
    >
      {/* Password stores want to know whose password it is. */}
      <input type="text" autoComplete="username" readOnly hidden value={email} />
      {props.kind === 'code' ? (
        <CodeField factors={props.methods} value={text} onChange={setText} error={props.error} focus />
      ) : (
        <PasswordField
          label={i18n._('Your password')}
          autoComplete="current-password"
          value={text}
          error={props.error}
          autoFocus={props.strong}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <Button
        type="submit"
        kind={props.strong ? 'primary' : 'secondary'}
        busy={props.busy}
        disabled={text.trim() === ''}
        className="w-full"
      >
        {i18n._('Confirm')}
      </Button>
    </form>
  );
}

async function confirm(proof: Proof): Promise<void> {
  const body: StepUp =
    proof === 'passkey'
      ? { passkey: await showPasskey(await got(api.POST('/auth/step-up/passkey/'))) }
      : proof;
  const { access_token, expires_in } = await got(api.POST('/auth/step-up/', { body }));
  acceptToken(access_token, expires_in);
}
