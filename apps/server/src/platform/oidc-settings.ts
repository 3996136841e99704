/** Which providers people can sign in with: Google by two settings, any other by a name and settings that hold the name. */
import { z } from 'zod';

/** An algorithm of a shared secret is none of them: who knows the secret could sign people in. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;

export type OidcProvider = {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The one algorithm that its tokens are signed with. */
  readonly algorithm: (typeof ALGORITHMS)[number];
};

/** Settings with fixed names, among all others. */
export const OIDC = {
  OIDC_GOOGLE_CLIENT_ID: z
    .string()
    .optional()
    .describe('Signing in with Google: the client id that Google’s console gives you'),
  OIDC_GOOGLE_CLIENT_SECRET: z.string().optional().describe('The client secret that comes with it'),
  OIDC_PROVIDERS: z
    .string()
    .default('')
    .describe(
      'Other providers of OpenID Connect that people can sign in with, separated by commas, such as work,school',
    ),
};

/** For each provider that OIDC_PROVIDERS names, with its name in place of `WORK`. */
export const OIDC_EACH = {
  ISSUER: 'The address of the provider, as its discovery document names it: https://…',
  CLIENT_ID: 'The client id that KinWise has there',
  CLIENT_SECRET: 'The client secret that comes with it',
  NAME: 'What the button says after “Continue with”; the name of the provider when absent',
  ALGORITHM: `What its tokens are signed with, one of ${ALGORITHMS.join(', ')}; RS256 when absent`,
} as const;

type Field = keyof typeof OIDC_EACH;

const GOOGLE_ISSUER = 'https://accounts.google.com';
/** `identities` is a path beside those of the providers. */
const RESERVED = ['google', 'identities', 'providers'];
const SECRET_LEAST = 8;

export type Reading = {
  /** The value of a setting, from itself or from the file that its `_FILE` names. */
  readonly valueOf: (name: string) => string | undefined;
  /** The names of everything that is set. */
  readonly set: readonly string[];
  readonly isProduction: boolean;
};

/** The providers, and a sentence with its cure for each mistake. */
export function readProviders(reading: Reading): { providers: OidcProvider[]; wrong: string[] } {
  const wrong: string[] = [];
  const google = readGoogle(reading, wrong);
  const ids = (reading.valueOf('OIDC_PROVIDERS') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const good = ids.filter((id, index) => {
    const fault = faultOfName(id, ids.indexOf(id) !== index);
    if (fault !== undefined) wrong.push(`OIDC_PROVIDERS: "${id}" ${fault}`);
    return fault === undefined;
  });
  const others = good.flatMap((id) => readOne(id, reading, wrong) ?? []);
  wrong.push(...strays(good, reading.set));
  return { providers: [...(google ? [google] : []), ...others], wrong };
}

/** The setting of a provider: `work` and `ISSUER` make `OIDC_WORK_ISSUER`. */
function settingOf(id: string, field: Field): string {
  return `OIDC_${id.toUpperCase().replaceAll('-', '_')}_${field}`;
}

function readGoogle(reading: Reading, wrong: string[]): OidcProvider | undefined {
  const clientId = reading.valueOf('OIDC_GOOGLE_CLIENT_ID');
  const clientSecret = reading.valueOf('OIDC_GOOGLE_CLIENT_SECRET');
  if (clientId === undefined && clientSecret === undefined) return undefined;
  if (clientId === undefined || clientSecret === undefined) {
    const [missing, other] = clientId === undefined ? ['ID', 'SECRET'] : ['SECRET', 'ID'];
    wrong.push(`OIDC_GOOGLE_CLIENT_${missing}: missing; set it too, or remove OIDC_GOOGLE_CLIENT_${other}`);
    return undefined;
  }
  return {
    id: 'google',
    name: 'Google',
    issuer: GOOGLE_ISSUER,
    clientId,
    clientSecret,
    algorithm: 'RS256',
  };
}

function faultOfName(id: string, isSecond: boolean): string | undefined {
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(id))
    return 'is no name for a provider; use small letters, digits and dashes, such as work';
  if (id === 'google') return 'has settings of its own; remove it here and set OIDC_GOOGLE_CLIENT_ID';
  if (RESERVED.includes(id)) return 'means something else; choose another name';
  return isSecond ? 'is named twice; remove one' : undefined;
}

function readOne(id: string, reading: Reading, wrong: string[]): OidcProvider | undefined {
  const before = wrong.length;
  const needed = (field: Field): string => {
    const value = reading.valueOf(settingOf(id, field));
    if (value === undefined)
      wrong.push(`${settingOf(id, field)}: missing; set it, or remove ${id} from OIDC_PROVIDERS`);
    return value ?? '';
  };
  const issuer = needed('ISSUER');
  const clientId = needed('CLIENT_ID');
  const clientSecret = needed('CLIENT_SECRET');
  if (issuer !== '') {
    const fault = faultOfIssuer(issuer, reading.isProduction);
    if (fault !== undefined) wrong.push(`${settingOf(id, 'ISSUER')}: ${fault}`);
  }
  if (clientSecret !== '' && clientSecret.length < SECRET_LEAST)
    wrong.push(
      `${settingOf(id, 'CLIENT_SECRET')}: too short; set the secret that the provider made, or a longer one`,
    );
  const name = reading.valueOf(settingOf(id, 'NAME')) ?? id;
  if (name.length > 40 || /\p{Cc}/u.test(name))
    wrong.push(`${settingOf(id, 'NAME')}: must be a line of 40 characters at most`);
  const algorithm = ALGORITHMS.find(
    (one) => one === (reading.valueOf(settingOf(id, 'ALGORITHM')) ?? ALGORITHMS[0]),
  );
  if (!algorithm) wrong.push(`${settingOf(id, 'ALGORITHM')}: must be one of ${ALGORITHMS.join(', ')}`);
  if (!algorithm || wrong.length > before) return undefined;
  return { id, name, issuer, clientId, clientSecret, algorithm };
}

function faultOfIssuer(issuer: string, isProduction: boolean): string | undefined {
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  if (!url || url.search !== '' || url.hash !== '' || url.username !== '')
    return 'is no address of a provider; copy "issuer" from its discovery document';
  if (url.protocol === 'https:') return undefined;
  if (isProduction) return 'must be https://; anybody in between could sign in as anybody';
  return isLoopback(url) ? undefined : 'must be https://; http:// is for a provider on this machine alone';
}

/** This machine itself, where nobody is in between. */
export function isLoopback(url: URL): boolean {
  return url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}

/** A setting of a provider that nobody named is a misspelt one. */
function strays(ids: readonly string[], set: readonly string[]): string[] {
  const known = new Set([
    ...Object.keys(OIDC),
    ...ids.flatMap((id) => Object.keys(OIDC_EACH).map((field) => settingOf(id, field as Field))),
  ]);
  const fields = Object.keys(OIDC_EACH).join('|');
  return set
    .filter((name) => new RegExp(`^OIDC_.+_(${fields})(_FILE)?$`).test(name))
    .filter((name) => !known.has(name) && !known.has(name.replace(/_FILE$/, '')))
    .map((name) => `${name}: belongs to no provider; name it in OIDC_PROVIDERS, or remove this`);
}
