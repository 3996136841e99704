import type { AuthenticatorSetup } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { ProblemError } from '../../../api/problem.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemNote, Skeleton } from '../../../ui/states.tsx';
import { CodeField } from '../../identity/code-field.tsx';
import { CodesDialog } from './codes-dialog.tsx';
import { useFactorsChanged } from './use-factors.ts';

/** Setting up an authenticator app: the picture, the first code, and then the backup codes. */
export function SetupDialog({ onClose }: { onClose: () => void }) {
  const { i18n } = useLingui();
  const changed = useFactorsChanged();
  const [code, setCode] = useState('');
  const begin = useBegun();
  const confirm = useMutation({
    mutationFn: () => got(api.POST('/auth/mfa/totp/confirm/', { body: { code } })),
    // What is shown once is not kept for later.
    gcTime: 0,
    onSuccess: changed,
  });
  if (confirm.data)
    return (
      <CodesDialog
        title={i18n._('Two-step sign-in is on')}
        codes={confirm.data.backup_codes}
        onClose={onClose}
      />
    );
  const named = confirm.error instanceof ProblemError ? confirm.error.at('/code') : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n._('Set up an authenticator app')}
      actions={
        <>
          <Button onClick={onClose}>{i18n._('Cancel')}</Button>
          <Button
            type="submit"
            form="first-code"
            kind="primary"
            busy={confirm.isPending}
            disabled={!begin.data || code.trim().length < 6}
          >
            {i18n._('Turn it on')}
          </Button>
        </>
      }
    >
      {begin.isError && (
        <ProblemNote title={i18n._('It cannot be set up at the moment')}>
          {sayProblem(begin.error)}
        </ProblemNote>
      )}
      {begin.isPending && <Skeleton className="mx-auto size-48" />}
      {begin.data && (
        <form
          id="first-code"
          className="space-y-5"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            confirm.mutate();
          }}
        >
          {confirm.isError && named === undefined && (
            <ProblemNote title={i18n._('It is not on yet')}>{sayProblem(confirm.error)}</ProblemNote>
          )}
          <Secret setup={begin.data} />
          <CodeField factors={['totp']} value={code} onChange={setCode} error={named} />
        </form>
      )}
    </Dialog>
  );
}

/** Asks for a secret once: each answer makes the one before worthless. */
function useBegun() {
  const begin = useMutation({ mutationFn: () => got(api.POST('/auth/mfa/totp/setup/')), gcTime: 0 });
  const begun = useRef(false);
  const { mutate } = begin;
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    mutate();
  }, [mutate]);
  return { ...begin, isPending: begin.isPending || begin.isIdle };
}

function Secret({ setup }: { setup: AuthenticatorSetup }) {
  const { i18n } = useLingui();
  const { size, path } = setup.qr;
  const key = setup.secret.match(/.{1,4}/g)?.join(' ') ?? '';
  return (
    <div className="space-y-4">
      <p className="text-ink-2">
        {i18n._(
          'Scan this with an authenticator app on your phone. Many password stores can do it too. Then type the code that it shows.',
        )}
      </p>
      {/* Cameras want dark on white, whatever the theme. */}
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={i18n._('A picture for the camera of an authenticator app; the key below says the same.')}
        shapeRendering="crispEdges"
        className="mx-auto size-48 rounded-cell border border-line bg-white"
      >
        <path d={path} fill="#000000" />
      </svg>
      <dl className="rounded-cell bg-sunk p-3.5 text-sm">
        <dt className="text-ink-3">{i18n._('Or type this key')}</dt>
        <dd className="kw-tnum font-semibold break-words select-all">{key}</dd>
      </dl>
      <p className="text-center text-sm sm:hidden">
        <a
          href={setup.uri}
          className="inline-flex min-h-11 items-center font-semibold text-brand-text underline-offset-4 hover:underline"
        >
          {i18n._('The app is on this phone: open it')}
        </a>
      </p>
    </div>
  );
}
