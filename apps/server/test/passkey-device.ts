/** An authenticator made of software, as far as a server can tell: it makes passkeys and signs with them. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { PASSWORD } from './signing-in.ts';
import type { Browser, SigningWorld } from './signing-in.ts';
import type { Answer } from './world.ts';

const UP = 0x01;
const UV = 0x04;
const SYNCED = 0x08 | 0x10;
const NEW = 0x40;

export type Options = { challenge: string; user?: { id: string }; rp?: { id: string }; rpId?: string };

/** How an answer differs from that of an honest browser. */
export type Twist = {
  origin?: string;
  rpId?: string;
  type?: string;
  challenge?: string;
  /** The owner touched it and showed neither finger nor PIN. */
  unverified?: boolean;
  counter?: number;
  userHandle?: string;
};

export type PasskeyDevice = {
  readonly id: string;
  create(options: Options, twist?: Twist): Record<string, unknown>;
  get(options: Options, twist?: Twist): Record<string, unknown>;
};

export function makePasskeyDevice(origin = 'http://localhost:8000'): PasskeyDevice {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let owner = '';
  let uses = 0;
  const common = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' };
  return {
    id: common.id,
    create: (options, twist = {}) => {
      owner = options.user?.id ?? '';
      const client = clientData({ type: 'webauthn.create', challenge: options.challenge, origin, ...twist });
      const key = coseKey(publicKey);
      const credential = Buffer.concat([Buffer.alloc(16), uint16(id.length), id, key]);
      const flags = UP | (twist.unverified ? 0 : UV) | SYNCED | NEW;
      const data = Buffer.concat([
        head(twist.rpId ?? options.rp?.id ?? '', flags, twist.counter ?? 0),
        credential,
      ]);
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746159', 'hex'),
        uint16(data.length),
        data,
      ]);
      const response = {
        clientDataJSON: client.toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      };
      return { ...common, response };
    },
    get: (options, twist = {}) => {
      uses += 1;
      const client = clientData({ type: 'webauthn.get', challenge: options.challenge, origin, ...twist });
      const flags = UP | (twist.unverified ? 0 : UV) | SYNCED;
      const data = head(twist.rpId ?? options.rpId ?? '', flags, twist.counter ?? uses);
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signed(privateKey, data, client).toString('base64url'),
        userHandle: twist.userHandle ?? owner,
      };
      return { ...common, response };
    },
  };
}

function clientData({ type, challenge, origin }: Record<string, unknown>): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function head(rpId: string, flags: number, counter: number): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count]);
}

function signed(key: KeyObject, data: Buffer, client: Buffer): Buffer {
  return sign('sha256', Buffer.concat([data, createHash('sha256').update(client).digest()]), key);
}

/** The public half as COSE: an EC2 key on P-256 for ES256. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const [left, right] = [x, y].map((text) => Buffer.from(text, 'base64url'));
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    left ?? Buffer.alloc(0),
    Buffer.from('225820', 'hex'),
    right ?? Buffer.alloc(0),
  ]);
}

function uint16(number: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(number);
  return bytes;
}

export type KeyHolder = { email: string; browser: Browser; device: PasskeyDevice; id: string };

/** Adds the device's passkey to the account that is signed in. */
export async function register(at: Browser, device: PasskeyDevice): Promise<Answer> {
  const { body } = await at.post('auth/passkeys/register/options/');
  return await at.post('auth/passkeys/register/verify/', { response: device.create(body) });
}

/** Somebody new with one passkey. */
export async function withPasskey(signing: SigningWorld, name: string): Promise<KeyHolder> {
  const email = `${name}@example.org`;
  const browser = await signing.signUp(email);
  const device = makePasskeyDevice();
  const added = await register(browser, device);
  return { email, browser, device, id: added.body.passkey.id };
}

/** Signs in with the passkey alone. */
export async function signInWith(
  signing: SigningWorld,
  device: PasskeyDevice,
  twist?: Twist,
): Promise<Answer> {
  const at = signing.browser();
  const { body } = await at.post('auth/passkeys/login/options/');
  return await at.post('auth/passkeys/login/verify/', { response: device.get(body, twist) });
}

/** Signs in with the password and then the passkey. */
export async function secondStepWith(
  signing: SigningWorld,
  who: { email: string; device: PasskeyDevice },
  twist?: Twist,
): Promise<Answer> {
  const at = signing.browser();
  const first = await at.post('auth/login/', { email_or_username: who.email, password: PASSWORD });
  const challenge_token = first.body.challenge_token;
  const { body } = await at.post('auth/passkeys/login/options/', { challenge_token });
  return await at.post('auth/login/mfa/', { challenge_token, passkey: who.device.get(body, twist) });
}
