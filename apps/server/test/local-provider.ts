/** A real provider of OpenID Connect on this machine, which can be made to lie, to hang and to wander. */
import { constants, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export type Claims = Record<string, unknown>;

export type LocalProvider = {
  readonly issuer: string;
  /** Who has an account there, by what they type to log in. Their `sub` is the same. */
  readonly people: Map<string, Claims>;
  /** The settings that make it known under a name. */
  settings(id?: string): Record<string, string>;
  /** Goes where a browser would be sent, logs in there, and answers the address that it is sent back to. */
  visit(authorizationUrl: string, login: string | undefined): Promise<URL>;
  /** From now on, what it says of people is changed on its way, and signed again with its own key or another. */
  lie(change: Lie | undefined): void;
  /** From now on, everything below a path is answered so. */
  misbehave(path: string | undefined, how?: 'hang' | 'wander' | 'swell' | 'fail' | 'stray'): void;
  /** How often something below a path was asked for since this was asked last. */
  asked(path: string): number;
  close(): Promise<void>;
};

export type Lie = {
  readonly claims?: (claims: Claims) => Claims;
  readonly header?: (header: Claims) => Claims;
  readonly key?: KeyObject;
};

const SECRET = 'the secret that the local provider made';

/** `anybody`: whoever types an address as their login has that address, verified unless it says that it is not. */
export async function startProvider(
  redirectUris: readonly string[],
  { anybody } = { anybody: false },
): Promise<LocalProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const elsewhere = issuer.replace('127.0.0.1', '0.0.0.0');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const people = new Map<string, Claims>();
  const claimsOf = (login: string): Claims | undefined =>
    people.get(login) ?? (anybody ? personNamed(login) : undefined);
  const provider = makeProvider({ issuer, claimsOf, privateKey, redirectUris });
  let lie: Lie | undefined;
  let trouble: { path: string; how: string } | undefined;
  const calls: string[] = [];
  provider.use(async (ctx, next) => {
    calls.push(ctx.path);
    const how = trouble && ctx.path.startsWith(trouble.path) ? trouble.how : undefined;
    if (how !== undefined && how !== 'stray') {
      if (how === 'hang') await new Promise((done) => ctx.req.once('close', done));
      if (how === 'wander') ctx.redirect(`${issuer}/elsewhere${ctx.path}`);
      if (how === 'swell') ctx.body = JSON.stringify({ issuer, more: 'x'.repeat(2_000_000) });
      if (how === 'fail') ctx.status = 500;
      return;
    }
    await next();
    // The same machine, by an address that is not known to be it.
    if (how === 'stray') Object.assign(ctx.body as Claims, { token_endpoint: `${elsewhere}/token` });
    const body = ctx.body as { id_token?: string } | undefined;
    if (ctx.path === '/token' && lie && body?.id_token !== undefined)
      body.id_token = retold(body.id_token, lie, privateKey);
  });
  server.on('request', (request, response) => void provider.callback()(request, response));
  return {
    issuer,
    people,
    settings: (id = 'local') => ({
      OIDC_PROVIDERS: id,
      [`OIDC_${id.toUpperCase()}_ISSUER`]: issuer,
      [`OIDC_${id.toUpperCase()}_CLIENT_ID`]: 'kinwise',
      [`OIDC_${id.toUpperCase()}_CLIENT_SECRET`]: SECRET,
      [`OIDC_${id.toUpperCase()}_NAME`]: 'Harbour ID',
    }),
    visit: async (url, login) => await visit(issuer, url, login),
    lie: (change) => {
      lie = change;
    },
    misbehave: (path, how = 'fail') => {
      trouble = path === undefined ? undefined : { path, how };
    },
    asked: (path) => {
      const count = calls.filter((one) => one.startsWith(path)).length;
      calls.length = 0;
      return count;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function personNamed(login: string): Claims {
  return { email: login, email_verified: !login.startsWith('unverified'), given_name: 'Ana' };
}

function makeProvider(of: {
  issuer: string;
  claimsOf: (login: string) => Claims | undefined;
  privateKey: KeyObject;
  redirectUris: readonly string[];
}): Provider {
  return new Provider(of.issuer, {
    clients: [
      {
        client_id: 'kinwise',
        client_secret: SECRET,
        redirect_uris: [...of.redirectUris],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...of.privateKey.export({ format: 'jwk' }), kid: 'local', use: 'sig' }] },
    cookies: { keys: ['nobody signs in to this for anything'] },
    claims: { email: ['email', 'email_verified'], profile: ['name', 'given_name', 'family_name'] },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    findAccount: (_ctx, id) => {
      const claims = of.claimsOf(id);
      return claims && { accountId: id, claims: () => ({ sub: id, ...claims }) };
    },
    // Nobody is asked whether KinWise may know who they are.
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
}

function retold(token: string, lie: Lie, ownKey: KeyObject): string {
  const [header = '', claims = ''] = token.split('.');
  const read = (part: string): Claims => JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims;
  const written = (part: Claims): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const head = lie.header?.(read(header)) ?? read(header);
  const text = `${written(head)}.${written(lie.claims?.(read(claims)) ?? read(claims))}`;
  return `${text}.${signatureOf(text, head['alg'], lie.key ?? ownKey)}`;
}

function signatureOf(text: string, algorithm: unknown, key: KeyObject): string {
  if (algorithm === 'none') return '';
  if (algorithm === 'HS256') return createHmac('sha256', SECRET).update(text).digest('base64url');
  const padding = algorithm === 'PS256' ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  return sign('sha256', Buffer.from(text), { key, padding, saltLength: 32 }).toString('base64url');
}

/** A browser for one visit: it keeps cookies, follows the way, and fills in the form. Who gives no name goes back. */
async function visit(issuer: string, start: string, login: string | undefined): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = new URL(start);
  let form: URLSearchParams | undefined;
  for (let hop = 0; hop < 12; hop += 1) {
    const response: Response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    form = undefined;
    const location = response.headers.get('location');
    if (location !== null) at = new URL(location, at);
    else if (login === undefined) at = new URL(`${at.pathname}/abort`, at);
    else form = new URLSearchParams({ prompt: 'login', login, password: 'any' });
    if (location === null && response.status !== 200)
      throw new Error(`the provider answers ${response.status}: ${await response.text()}`);
    if (at.origin !== issuer) return at;
  }
  throw new Error('the provider leads nowhere');
}
