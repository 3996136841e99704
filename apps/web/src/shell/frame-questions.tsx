import { lazy, Suspense } from 'react';
import { useAskedToConfirm } from './confirm.ts';
import { useSomeone } from './session.ts';
import { useAskedToSignIn } from './session-over.ts';

const ProveDialog = lazy(() =>
  import('../screens/identity/prove-dialog.tsx').then((module) => ({ default: module.ProveDialog })),
);
const SignInAgainDialog = lazy(() =>
  import('../screens/identity/sign-in-again-dialog.tsx').then((module) => ({
    default: module.SignInAgainDialog,
  })),
);
const AskedPapers = lazy(() =>
  import('./asked-papers.tsx').then((module) => ({ default: module.AskedPapers })),
);

/** Listens for what has to be asked, and loads who asks it. */
export function FrameQuestions() {
  const asked = useAskedToConfirm();
  const askedToSignIn = useAskedToSignIn();
  const { me } = useSomeone();
  // What an older version of the app kept of the person does not say.
  const papers = (me.asked_to_accept as typeof me.asked_to_accept | undefined) ?? [];
  return (
    <Suspense>
      {asked && <ProveDialog asked={asked} />}
      {askedToSignIn && <SignInAgainDialog asked={askedToSignIn} />}
      {papers.length > 0 && <AskedPapers />}
    </Suspense>
  );
}
