import { api, got } from '../../../api/client.ts';
import { refreshMe, sessionNow } from '../../../shell/session.ts';

/** The first steps are behind the person, done or left out. Nobody waits for it: unsaid, they are only offered once more. */
export function endOnboarding(): void {
  const session = sessionNow();
  if (session.kind !== 'someone' || session.me.onboarding_completed_at) return;
  void got(api.PATCH('/users/me/', { body: { onboarding_completed: true } })).then(
    refreshMe,
    () => undefined,
  );
}
