import { useSyncExternalStore } from 'react';
import { createQuestion } from './questions.ts';
import { sessionNow, type Someone, useSession } from './session.ts';

/**
 * The person whose session the server has ended while the app was open or away. Their copy and their queue are here as
 * before; nothing can be read from the server or sent to it until they sign in again.
 */
export function useSessionOver(): Someone | undefined {
  const session = useSession();
  const someone = session.kind === 'someone' ? session : undefined;
  const over = useSyncExternalStore(
    someone?.sync.subscribe ?? nothingToHear,
    () => someone?.sync.status().signedOut ?? false,
  );
  return over ? someone : undefined;
}

const question = createQuestion();

/** Signing in again over the screen, which stays as it is: what is typed there is neither sent nor lost. */
export function askToSignIn(): Promise<boolean> {
  return sessionNow().kind === 'someone' ? question.ask() : Promise.resolve(false);
}

export const useAskedToSignIn = question.useAsked;

function nothingToHear(): () => void {
  return () => undefined;
}
