import type { RegistrationRequired, SignInAnswer } from '@kinwise/api-client/schema';
import { useQuery } from '@tanstack/react-query';
import { api, got } from '../../api/client.ts';

/** What somebody goes to a provider for. It waits in this tab: the page itself is gone meanwhile. */
export type Journey = {
  readonly purpose: 'sign_in' | 'link';
  readonly remember?: boolean;
  /** Where they were going. */
  readonly next?: string;
  readonly invitation?: string;
};

/** What the provider put into the address. */
export type Answered = {
  readonly state?: string;
  readonly code?: string;
  readonly iss?: string;
  readonly error?: string;
};

const PLACE = 'kw_oidc';

/** The providers that are set up on this server; none where it cannot be asked. */
export function useProviders() {
  return useQuery({
    queryKey: ['providers'],
    queryFn: async () => (await got(api.GET('/auth/oidc/'))).results,
    staleTime: 600_000,
  });
}

/** Leaves the app for the provider. Rejects where there is no way to it; else the page ends here. */
export async function leaveFor(provider: string, journey: Journey): Promise<void> {
  const at = { params: { path: { provider } } };
  const { authorization_url } = await got(
    journey.purpose === 'link'
      ? api.POST('/auth/oidc/{provider}/link/', at)
      : api.GET('/auth/oidc/{provider}/start/', at),
  );
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(journey));
  } catch {
    // Without storage they come back to sign in, which is what most went for.
  }
  window.location.assign(authorization_url);
}

/** What this tab went for; to sign in where nothing else is known. */
export function journeyNow(): Journey {
  try {
    const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? '{}') as Partial<Journey>;
    return { ...kept, purpose: kept.purpose === 'link' ? 'link' : 'sign_in' };
  } catch {
    return { purpose: 'sign_in' };
  }
}

/** Where a journey leads on to: an address of this app. */
export function wayOn({ next, invitation }: Journey): string {
  if (invitation !== undefined) return `/invitation?token=${encodeURIComponent(invitation)}`;
  return next ?? '/';
}

export type CameBack =
  | { readonly kind: 'linked' }
  | { readonly kind: 'answered'; readonly answer: SignInAnswer }
  | { readonly kind: 'new'; readonly arrival: RegistrationRequired };

/** Brings back what the provider answered. It works once. */
export async function comeBack(provider: string, journey: Journey, answered: Answered): Promise<CameBack> {
  const path = { provider };
  const body = taken(answered);
  if (journey.purpose === 'link') {
    await got(api.POST('/auth/oidc/{provider}/link/callback/', { params: { path }, body }));
    return { kind: 'linked' };
  }
  const answer = await got(
    api.POST('/auth/oidc/{provider}/callback/', {
      params: { path },
      headers: await ownHeaders(),
      body: { ...body, remember_me: journey.remember ?? true },
    }),
  );
  return 'registration_required' in answer ? { kind: 'new', arrival: answer } : { kind: 'answered', answer };
}

/** Providers put more into the address than is asked for, and the server takes nothing that it does not know. */
function taken({ state = '', code, iss, error }: Answered) {
  return {
    state,
    ...(code !== undefined && { code }),
    ...(iss !== undefined && { iss }),
    ...(error !== undefined && { error }),
  };
}

/** Calls that the provider's cookie stands for carry the token that no other page can read. */
export async function ownHeaders(): Promise<Record<string, string>> {
  const { csrf_token } = await got(api.GET('/auth/csrf/'));
  return { 'X-CSRF-Token': csrf_token };
}
