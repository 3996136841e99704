/** The ceremonies of passkeys (WebAuthn): what an authenticator is asked, and whether what it answers is true. */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Id } from '@kinwise/core/ids';
import type { Ground } from '../../platform/context.ts';
import { isThisMachine } from '../csrf/csrf.ts';

/** Who one signs in to, as authenticators show it. */
const RP_NAME = 'KinWise';

export type Known = { readonly id: string; readonly transports: string[] };

export type Credential = Known & {
  readonly publicKey: string;
  readonly counter: number;
  readonly isSynced: boolean;
};

type Answer<Response> = {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly response: { readonly clientDataJSON: string } & Response;
};
export type Assertion = Answer<{
  readonly authenticatorData: string;
  readonly signature: string;
  readonly userHandle?: string | undefined;
}>;
export type Creation = Answer<{
  readonly attestationObject: string;
  readonly transports?: string[] | undefined;
}>;

/** What an authenticator has said about itself, once its signature was found true. */
export type Asserted = {
  readonly counter: number;
  /** It has looked at a finger or a face, or asked for its PIN. */
  readonly userVerified: boolean;
  readonly isSynced: boolean;
};

/** The library is large and most requests never need it: it is loaded with the first ceremony. */
const load = async () => await import('@simplewebauthn/server');

/** Passkeys belong to a host name for good: that of the address that people type. */
export function relyingParty(ground: Ground): string {
  return new URL(ground.publicUrl()).hostname;
}

export async function creationOptions(
  ground: Ground,
  of: { user: { id: Id; name: string; displayName: string }; known: readonly Known[] },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await load();
  return await generateRegistrationOptions({
    rpName: RP_NAME,
    rpID: relyingParty(ground),
    userID: handleOf(of.user.id),
    userName: of.user.name,
    userDisplayName: of.user.displayName,
    timeout: ground.config.PASSKEY_SECONDS * 1000,
    attestationType: 'none',
    excludeCredentials: [...of.known],
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
}

/** `known` absent: the browser offers whatever passkeys it has for this host. */
export async function requestOptions(
  ground: Ground,
  of: { known?: readonly Known[]; verification: 'required' | 'preferred' | 'discouraged' },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await load();
  return await generateAuthenticationOptions({
    rpID: relyingParty(ground),
    timeout: ground.config.PASSKEY_SECONDS * 1000,
    userVerification: of.verification,
    ...(of.known && { allowCredentials: [...of.known] }),
  });
}

/** Which challenge the answer says it signed; that it really did is found out later. */
export function challengeIn(answer: Assertion | Creation): string | undefined {
  const { challenge } = clientDataOf(answer);
  return typeof challenge === 'string' ? challenge : undefined;
}

/** The new credential; undefined when anything about the answer is not as it has to be. */
export async function checkCreation(
  ground: Ground,
  answer: Creation,
  challenge: string,
): Promise<Credential | undefined> {
  const { verifyRegistrationResponse } = await load();
  const { verified, registrationInfo } = await orNothing(
    verifyRegistrationResponse({
      response: { ...answer, clientExtensionResults: {} } as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: originFor(ground, answer),
      expectedRPID: relyingParty(ground),
      requireUserVerification: false,
    }),
  );
  if (!verified || !registrationInfo) return undefined;
  const { credential, credentialBackedUp } = registrationInfo;
  return {
    id: credential.id,
    transports: credential.transports ?? [],
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    isSynced: credentialBackedUp,
  };
}

/** What the authenticator says about itself; undefined when anything about the answer is not as it has to be. */
export async function checkAssertion(
  ground: Ground,
  answer: Assertion,
  of: { challenge: string; publicKey: string },
): Promise<Asserted | undefined> {
  const { verifyAuthenticationResponse } = await load();
  const { verified, authenticationInfo } = await orNothing(
    verifyAuthenticationResponse({
      response: { ...answer, clientExtensionResults: {} } as AuthenticationResponseJSON,
      expectedChallenge: of.challenge,
      expectedOrigin: originFor(ground, answer),
      expectedRPID: relyingParty(ground),
      // The counter is compared where it is written: two answers at once must not both find it good.
      credential: { id: answer.id, publicKey: Buffer.from(of.publicKey, 'base64url'), counter: 0 },
      requireUserVerification: false,
    }),
  );
  if (!verified || !authenticationInfo) return undefined;
  const { newCounter, userVerified, credentialBackedUp } = authenticationInfo;
  return { counter: newCounter, userVerified, isSynced: credentialBackedUp };
}

/** How an authenticator knows a user: by their id, which says nothing about them. */
export function handleOf(user: Id): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(user.replaceAll('-', ''), 'hex'));
}

/** Where the browser has to have stood: at our own address and nowhere else; in development at any port of this machine. */
function originFor(ground: Ground, answer: Assertion | Creation): string {
  const { origin } = clientDataOf(answer);
  const isLocal =
    ground.config.NODE_ENV === 'development' && typeof origin === 'string' && isThisMachine(origin);
  return isLocal ? origin : new URL(ground.publicUrl()).origin;
}

function clientDataOf(answer: Assertion | Creation): { challenge?: unknown; origin?: unknown } {
  try {
    const text = Buffer.from(answer.response.clientDataJSON, 'base64url').toString('utf8');
    return (JSON.parse(text) ?? {}) as { challenge?: unknown; origin?: unknown };
  } catch {
    // What is no JSON names no challenge, and is refused for that.
    return {};
  }
}

/** The library throws whatever an answer lacks, in words for programmers. To the caller a wrong answer is a wrong answer. */
async function orNothing<T extends { verified: boolean }>(
  work: Promise<T>,
): Promise<Partial<T> & { verified: boolean }> {
  return await work.catch(() => ({ verified: false }) as Partial<T> & { verified: boolean });
}
