import { useLingui } from '@lingui/react';
import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useSomeone } from './session.ts';
import { useSessionOver } from './session-over.ts';

/** What both frames of a person have: with a household, and without. */

const FrameQuestions = lazy(() =>
  import('./frame-questions.tsx').then((module) => ({ default: module.FrameQuestions })),
);
const MailNote = lazy(() => import('./mail-note.tsx').then((module) => ({ default: module.MailNote })));
const SessionOverNote = lazy(() =>
  import('./session-over-note.tsx').then((module) => ({ default: module.SessionOverNote })),
);

export function SkipLink() {
  const { i18n } = useLingui();
  return (
    <a
      href="#content"
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-button bg-brand px-4 py-2 font-semibold text-on-brand focus:translate-y-0"
    >
      {i18n._('Skip to the content')}
    </a>
  );
}

/** Above the screen, never over it: what the person should know whatever they do. */
export function FrameNotes() {
  const over = useSessionOver();
  const unreached = useSomeone().me.mail_state === 'undeliverable';
  return (
    <div role="status">
      <Suspense>
        {over && <SessionOverNote />}
        {!over && unreached && <MailNote />}
      </Suspense>
    </div>
  );
}

/** What is asked over the screen before anything goes on. */
export function Questions() {
  return (
    <Suspense>
      <FrameQuestions />
    </Suspense>
  );
}

/** After going to another screen the heading has the focus, so that screen readers begin there. */
export function useFocusOnNewScreen(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const first = useRef(true);
  useEffect(() => {
    if (path === undefined) return;
    if (first.current) first.current = false;
    else document.getElementById('page-title')?.focus({ preventScroll: true });
  }, [path]);
}
