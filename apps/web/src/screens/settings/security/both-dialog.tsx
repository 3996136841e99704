import type { PasswordAndFactor, SecondFactors } from '@kinwise/api-client/schema';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { api, got } from '../../../api/client.ts';
import { ProblemError } from '../../../api/problem.ts';
import { acceptToken } from '../../../api/session.ts';
import { sayProblem } from '../../../shell/say-problem.ts';
import { useSomeone } from '../../../shell/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { PasswordField } from '../../../ui/field.tsx';
import { ProblemNote } from '../../../ui/states.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { CodeField } from '../../identity/code-field.tsx';
import { knowsPasskeys, showPasskey } from '../../identity/passkeys.ts';
import { CodesDialog } from './codes-dialog.tsx';
import { useFactorsChanged } from './use-factors.ts';

type What = 'off' | 'codes';
type BothDialogProps = { what: What; factors: SecondFactors['factors']; onClose: () => void };

/** What takes the password and a factor together: turning the app off, and making new backup codes. */
export function BothDialog({ what, factors, onClose }: BothDialogProps) {
  const { i18n } = useLingui();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const act = useAct({ what, password, onClose });
  if (act.data)
    return <CodesDialog title={i18n._('Your new backup codes')} codes={act.data} onClose={onClose} />;
  const wrong = (pointer: string) => (act.error instanceof ProblemError ? act.error.at(pointer) : undefined);
  const named = wrong('/password') ?? wrong('/code');
  const byPasskey = factors.includes('passkey') && knowsPasskeys();
  return (
    <Dialog
      open
      size="small"
      onClose={onClose}
      title={what === 'off' ? i18n._('Turn the app off?') : i18n._('New backup codes?')}
      description={
        what === 'off'
          ? i18n._('Signing in then no longer asks for its codes.')
          : i18n._('The codes from before then work no longer.')
      }
    >
      <form
        className="space-y-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate({ code });
        }}
      >
        {act.isError && named === undefined && (
          <ProblemNote title={i18n._('That was not done')}>{sayProblem(act.error)}</ProblemNote>
        )}
        <OwnName />
        <PasswordField
          label={i18n._('Your password')}
          autoComplete="current-password"
          value={password}
          error={wrong('/password')}
          autoFocus
          onChange={(event) => setPassword(event.target.value)}
        />
        {factors.some((factor) => factor !== 'passkey') && (
          <CodeField factors={factors} value={code} onChange={setCode} error={wrong('/code')} />
        )}
        <div className="flex flex-wrap justify-end gap-2 pt-1">
          {byPasskey && (
            <Button
              icon={KeyRound}
              disabled={password === ''}
              busy={act.isPending && act.variables === 'passkey'}
              onClick={() => act.mutate('passkey')}
            >
              {i18n._('Use a passkey')}
            </Button>
          )}
          <Button
            type="submit"
            kind={what === 'off' ? 'danger' : 'primary'}
            busy={act.isPending && act.variables !== 'passkey'}
            disabled={password === '' || code.trim() === ''}
          >
            {what === 'off' ? i18n._('Turn off') : i18n._('Make new codes')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Password stores want to know whose password it is. */
function OwnName() {
  const { me } = useSomeone();
  return <input type="text" autoComplete="username" readOnly hidden value={me.email} />;
}

/** Answers the new codes, where there are any. */
function useAct({ what, password, onClose }: { what: What; password: string; onClose: () => void }) {
  const { i18n } = useLingui();
  const changed = useFactorsChanged();
  return useMutation({
    gcTime: 0,
    mutationFn: async (by: { code: string } | 'passkey') => {
      await confirmWith(password);
      const shown: Omit<PasswordAndFactor, 'password'> =
        by === 'passkey' ? { passkey: await showPasskey(await got(api.POST('/auth/step-up/passkey/'))) } : by;
      const body = { password, ...shown };
      if (what === 'codes') return (await got(api.POST('/auth/mfa/backup-codes/', { body }))).backup_codes;
      await got(api.POST('/auth/mfa/totp/disable/', { body }));
      return undefined;
    },
    onSuccess: (codes) => {
      changed();
      if (codes) return;
      showToast({ title: i18n._('The authenticator app is turned off') });
      onClose();
    },
  });
}

/** The password is typed here anyway: it confirms an older session too, so that nobody is asked twice. */
async function confirmWith(password: string): Promise<void> {
  const { confirmed } = await got(api.GET('/auth/step-up/'));
  if (confirmed) return;
  const { access_token, expires_in } = await got(api.POST('/auth/step-up/', { body: { password } }));
  acceptToken(access_token, expires_in);
}
