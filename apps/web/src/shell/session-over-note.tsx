import { useLingui } from '@lingui/react';
import { LogIn } from 'lucide-react';
import type { ReactNode } from 'react';
import { useOutbox } from '../offline/hooks.tsx';
import { buttonClass } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { askToSignIn } from './session-over.ts';

/** Above the screen, never over it: that the session is over, what is kept, and the way back in. */
export function SessionOverNote() {
  const { i18n } = useLingui();
  const count = useOutbox().length;
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
              : i18n._(
                  'What you have typed stays on the screen. What is shown may be old. Sign in again to go on.',
                )}
          </p>
        </div>
        <WayIn className={buttonClass('primary')}>{i18n._('Sign in')}</WayIn>
      </div>
    </div>
  );
}

type LineProps = { waiting: number; compact: boolean; className: string };

/** The same in the line that otherwise says what waits. */
export function SessionOverLine({ waiting, compact, className }: LineProps) {
  const { i18n } = useLingui();
  return (
    <WayIn className={className}>
      <LogIn aria-hidden size={18} className="shrink-0" />
      <span className={cx(compact && 'sr-only')}>
        {waiting > 0 ? i18n._('Sign in again to send your changes') : i18n._('Sign in again')}
      </span>
    </WayIn>
  );
}

/** Over the screen, which keeps what is typed. */
function WayIn({ className, children }: { className: string; children: ReactNode }) {
  return (
    <button type="button" className={className} onClick={() => void askToSignIn()}>
      {children}
    </button>
  );
}
