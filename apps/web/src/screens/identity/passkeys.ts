import type { PasskeyOptions } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import { ProblemError } from '../../api/problem.ts';

/** The passkeys of this browser. What speaks with them is loaded when one is asked for first. */
const load = () => import('@simplewebauthn/browser');

/** Whether this browser, at this address, knows passkeys at all. */
export function knowsPasskeys(): boolean {
  return globalThis.PublicKeyCredential !== undefined && globalThis.isSecureContext;
}

/** Lets the device make a passkey. */
export async function makePasskey(question: PasskeyOptions): Promise<RegistrationResponseJSON> {
  const { startRegistration } = await load();
  return await inWords(
    startRegistration({ optionsJSON: question as unknown as PublicKeyCredentialCreationOptionsJSON }),
  );
}

/** Asks the device for a passkey. */
export async function showPasskey(question: PasskeyOptions): Promise<AuthenticationResponseJSON> {
  const { startAuthentication } = await load();
  return await inWords(
    startAuthentication({ optionsJSON: question as unknown as PublicKeyCredentialRequestOptionsJSON }),
  );
}

/** Whether the browser can offer passkeys in the list that opens under a field. */
export async function offersPasskeys(): Promise<boolean> {
  return knowsPasskeys() && (await (await load()).browserSupportsWebAuthnAutofill());
}

/** Waits for the person to choose a passkey under the field; never ends when they do something else. */
export async function passkeyUnderField(question: PasskeyOptions): Promise<AuthenticationResponseJSON> {
  const { startAuthentication } = await load();
  const optionsJSON = question as unknown as PublicKeyCredentialRequestOptionsJSON;
  return await startAuthentication({ optionsJSON, useBrowserAutofill: true });
}

/** Ends whatever the browser is asked for. */
export async function stopAsking(): Promise<void> {
  (await load()).WebAuthnAbortService.cancelCeremony();
}

/** Browsers tell little of why, lest pages learn what is none of their business; what they tell becomes a sentence. */
async function inWords<Answer>(ceremony: Promise<Answer>): Promise<Answer> {
  try {
    return await ceremony;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    const known = {
      InvalidStateError: 'known',
      SecurityError: 'address',
      NotSupportedError: 'device',
    } as const;
    const code = known[name as keyof typeof known] ?? 'cancelled';
    throw new ProblemError(sentenceOf(code), { status: 0, code: 'PASSKEY', errors: [] });
  }
}

function sentenceOf(code: 'known' | 'address' | 'device' | 'cancelled'): string {
  if (code === 'known') return i18n._('This device has a passkey for your account already.');
  if (code === 'device') return i18n._('This device cannot make the kind of passkey that is needed.');
  if (code === 'address') {
    return i18n._(
      'Passkeys do not work at this address. Open KinWise at the address that its mails lead to.',
    );
  }
  return i18n._('No passkey was given: it was cancelled, took too long, or there is none on this device.');
}
