import { useLingui } from '@lingui/react';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { Button, buttonClass } from '../ui/button.tsx';
import { EmptyState, ProblemNote } from '../ui/states.tsx';
import { sayProblem } from './say-problem.ts';

/** When a screen breaks: what happened, what is safe, what to do. */
export function ErrorScreen({ error, reset }: ErrorComponentProps) {
  const { i18n } = useLingui();
  return (
    <div className="mx-auto max-w-xl p-6">
      <ProblemNote
        title={i18n._('This screen could not be shown')}
        action={
          <>
            <Button kind="primary" onClick={() => window.location.reload()}>
              {i18n._('Reload')}
            </Button>
            <Button onClick={reset}>{i18n._('Try again')}</Button>
          </>
        }
      >
        <p>{sayProblem(error)}</p>
        <p>{i18n._('What you entered and what waits to be sent is safe on this device.')}</p>
      </ProblemNote>
    </div>
  );
}

export function NotFoundScreen() {
  const { i18n } = useLingui();
  return (
    <EmptyState
      icon={Compass}
      title={i18n._('There is nothing here')}
      action={
        <Link to="/" className={buttonClass('primary')}>
          {i18n._('Go to Today')}
        </Link>
      }
    >
      {i18n._('The address may be old, or what it showed may be gone.')}
    </EmptyState>
  );
}
