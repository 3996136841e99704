import type { NewPasswordRequired, SecondStepRequired, SignInAnswer } from '@kinwise/api-client/schema';
import { api, got } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import { deviceClock } from '../../clock.ts';
import { createStore, useStore } from '../../shell/store.ts';
import { signedIn } from '../../shell/session.ts';
import { showPasskey } from './passkeys.ts';

/** A sign-in whose first step is taken. It lives in this tab's memory, and on the server for a few minutes. */
export type Waiting = (SecondStepRequired | NewPasswordRequired) & { readonly endsAtMs: number };

/** `late`: it took too long, so that the person begins again. */
const step = createStore<Waiting | 'late' | undefined>(undefined);

export function useWaitingStep(): Waiting | 'late' | undefined {
  return useStore(step);
}

/** Whatever way somebody signs in: they are in, or a second step or a new password is what comes next. */
export async function enter(answer: SignInAnswer): Promise<void> {
  if (answer.mfa_required || answer.password_change_required) {
    step.set({ ...answer, endsAtMs: deviceClock.now() + answer.expires_in * 1000 });
    return;
  }
  step.set(undefined);
  await signedIn(answer);
}

export function startOver(): void {
  step.set(undefined);
}

/** Sets the password that the sign-in waits for, and is in. */
export async function renewPassword({ challenge_token, endsAtMs }: Waiting, password: string) {
  await orLate(endsAtMs, async () => {
    const body = { challenge_token, new_password: password, new_password_confirm: password };
    await enter(await got(api.POST('/auth/login/new-password/', { body })));
  });
}

/** Takes the second step by a code, or by a passkey. Rejects with what was wrong, unless there is nothing to go on with. */
export async function takeStep({ challenge_token, endsAtMs }: Waiting, by: { code: string } | 'passkey') {
  await orLate(endsAtMs, async () => {
    const shown = by === 'passkey' ? { passkey: await ownPasskey(challenge_token) } : by;
    await enter(await got(api.POST('/auth/login/mfa/', { body: { challenge_token, ...shown } })));
  });
}

async function orLate(endsAtMs: number, take: () => Promise<void>): Promise<void> {
  try {
    await take();
  } catch (error) {
    const gone = error instanceof ProblemError && error.code === 'AUTH_1022';
    if (!gone && deviceClock.now() < endsAtMs) throw error;
    step.set('late');
  }
}

/** Signs in with whatever passkey the person chooses. */
export async function enterByPasskey(remember: boolean): Promise<void> {
  const options = await got(api.POST('/auth/passkeys/login/options/', { body: {} }));
  const response = await showPasskey(options);
  await enter(
    await got(api.POST('/auth/passkeys/login/verify/', { body: { response, remember_me: remember } })),
  );
}

async function ownPasskey(challenge_token: string) {
  return await showPasskey(
    await got(api.POST('/auth/passkeys/login/options/', { body: { challenge_token } })),
  );
}
