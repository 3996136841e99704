import { useLingui } from '@lingui/react';
import { Link, useRouterState } from '@tanstack/react-router';
import { LogIn } from 'lucide-react';
import { useOutbox } from '../offline/hooks.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { useSomeone } from './session.ts';
import { askToSignIn } from './session-over.ts';

/** Above the screen, never over it: that the session is over, what is kept, and the way back in. */
export function SessionOverNote() {
  const { i18n } = useLingui();
  const { me } = useSomeone();
  const count = useOutbox().length;
  const here = useRouterState({ select: (state) => state.location.href });
  return (
    <div className="mx-auto flex max-w-[1204px] flex-wrap items-center gap-x-4 gap-y-2 px-4 pt-4 sm:px-6">
      <div className="flex min-w-0 flex-1 basis-72 items-start gap-3 rounded-cell border border-close-line bg-close-soft p-4">
        <LogIn aria-hidden size={20} className="mt-0.5 shrink-0 text-close-text" />
        <div className="min-w-0 flex-1">
          <p className="font-semibold text-close-text">{i18n._('Your session is over')}</p>
          <p className="text-ink-2">
            {count > 0
              ? i18n._(
                  '{count, plural, one {# change waits on this device and is kept. Sign in again and it is sent.} other {# changes wait on this device and are kept. Sign in again and they are sent.}}',
                  { count },
                )
              : i18n._('What you have typed stays on the screen. What is shown may be old. Sign in again to go on.')}
          </p>
        </div>
        {me.guarded ? (
          <Link to="/sign-in" search={{ next: here }} className={buttonClass('primary')}>
            {i18n._('Sign in')}
          </Link>
        ) : (
          <Button kind="primary" onClick={() => void askToSignIn()}>
            {i18n._('Sign in')}
          </Button>
        )}
      </div>
    </div>
  );
}
