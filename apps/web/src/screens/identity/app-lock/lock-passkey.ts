import type { PasskeyOptions } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';
import { ProblemError } from '../../../api/problem.ts';
import { makePasskey, showPasskey } from '../passkeys.ts';
import { counterOf, ES256, isVerified, type KeptPasskey, RS256 } from './assertion.ts';
import { chanceBytes, textOf } from './bytes.ts';

const TIMEOUT_MS = 120_000;

/**
 * Lets this device make a passkey for the lock alone. It is none of the account's: its handle is made up, so that it takes no
 * passkey's place that signs in, and the server never hears of it.
 */
export async function makeLockPasskey(name: string): Promise<KeptPasskey> {
  const label = i18n._('App lock: {name}', { name });
  const made = await makePasskey({
    rp: { id: location.hostname, name: 'KinWise' },
    user: { id: textOf(chanceBytes(32)), name: label, displayName: label },
    challenge: textOf(chanceBytes(32)),
    pubKeyCredParams: [ES256, RS256].map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: {
      authenticatorAttachment: 'platform',
      residentKey: 'discouraged',
      userVerification: 'required',
    },
    attestation: 'none',
    timeout: TIMEOUT_MS,
  } as unknown as PasskeyOptions);
  const { publicKey, publicKeyAlgorithm: algorithm, authenticatorData } = made.response;
  if (!publicKey || !authenticatorData || (algorithm !== ES256 && algorithm !== RS256)) throw unfit();
  if (!isVerified(authenticatorData)) throw unfit();
  return { kind: 'passkey', id: made.id, publicKey, algorithm, counter: 0 };
}

/** Asks the device for it. The new counter where the answer is right; undefined where it is not. */
export async function askLockPasskey(kept: KeptPasskey): Promise<number | undefined> {
  const challenge = textOf(chanceBytes(32));
  const rpId = location.hostname;
  const answer = await showPasskey({
    challenge,
    rpId,
    allowCredentials: [{ id: kept.id, type: 'public-key', transports: ['internal'] }],
    userVerification: 'required',
    timeout: TIMEOUT_MS,
  } as unknown as PasskeyOptions);
  return await counterOf(answer, kept, { challenge, origin: location.origin, rpId });
}

function unfit(): ProblemError {
  const sentence = i18n._('This device did not look who holds it. Choose a PIN instead.');
  return new ProblemError(sentence, { status: 0, code: 'PASSKEY', errors: [] });
}
