/** An authenticator in the browser itself, as DevTools has one: it makes passkeys and shows them without a finger. */
import type { CDPSession, Page } from 'playwright-core';

export interface VirtualPasskeys {
  /** Whether whoever holds it can be looked at: a finger, a face or a PIN. */
  verify(isUserVerified: boolean): Promise<void>;
  count(): Promise<number>;
  remove(): Promise<void>;
}

export async function addVirtualPasskeys(page: Page): Promise<VirtualPasskeys> {
  const devTools: CDPSession = await page.context().newCDPSession(page);
  await devTools.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    verify: async (isUserVerified) => {
      await devTools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
    count: async () =>
      (await devTools.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
    remove: async () => {
      await devTools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
    },
  };
}
