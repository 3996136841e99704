/** A person at the API, over HTTP: signs up, signs in, asks. */
import { readFileSync, readdirSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Place } from './server.ts';

export type Answer<Body> = {
  readonly status: number;
  readonly body: Body;
  readonly etag: string | undefined;
};

export type Client = {
  get<Body>(path: string, headers?: Record<string, string>): Promise<Answer<Body>>;
  post<Body>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<Body>>;
  upload<Body>(
    path: string,
    file: { name: string; bytes: Buffer; fields: Record<string, string> },
  ): Promise<Answer<Body>>;
  /** The same person in another household, on the same connections. */
  in(household: string): Client;
  /** Access lives a quarter of an hour; a long run signs in again now and then. */
  signIn(): Promise<void>;
  close(): void;
};

const PERSON = { email: 'mere@example.org', password: 'three herons over the harbour' };

type Session = { token: string; readonly agent: Agent; readonly place: Place };

/** Registers and confirms the address by the mail, as anybody would. */
export async function signUp(place: Place): Promise<Client> {
  const session: Session = { token: '', place, agent: new Agent({ keepAlive: true, maxSockets: 64 }) };
  const client = clientOf(session, undefined);
  const names = { first_name: 'Mere', terms_accepted: true, privacy_policy_accepted: true };
  await client.post('auth/register/', { ...PERSON, password_confirm: PERSON.password, ...names });
  const { body } = await client.post<{ exchange_token: string }>('auth/email/verify/', {
    token: await mailedToken(place),
  });
  const { exchange_token } = body;
  const signed = await client.post<{ access_token: string }>('auth/exchange-token/', {
    exchange_token,
    client: 'native',
  });
  session.token = signed.body.access_token;
  return client;
}

async function mailedToken(place: Place): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const [name] = namesIn(join(place.dir, 'mail'));
    if (name !== undefined) {
      const mail = JSON.parse(readFileSync(join(place.dir, 'mail', name), 'utf8')) as { links: string[] };
      return new URL(mail.links[0] ?? '').hash.replace('#token=', '');
    }
    await pause(50);
  }
  throw new Error('no mail came within half a minute');
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
  } catch {
    return [];
  }
}

function clientOf(session: Session, household: string | undefined): Client {
  const send = async <Body>(call: Call): Promise<Answer<Body>> => await ask(session, household, call);
  const client: Client = {
    get: async (path, headers = {}) => await send({ method: 'GET', path, headers }),
    post: async (path, body, headers = {}) =>
      await send({
        method: 'POST',
        path,
        body: Buffer.from(JSON.stringify(body)),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    upload: async (path, file) => await send({ method: 'POST', path, ...multipart(file) }),
    in: (other) => clientOf(session, other),
    signIn: async () => {
      const { email, password } = PERSON;
      const signed = await client.post<{ access_token: string }>('auth/login/', {
        email_or_username: email,
        password,
        client: 'native',
      });
      session.token = signed.body.access_token;
    },
    close: () => {
      session.agent.destroy();
    },
  };
  return client;
}

type Call = { method: string; path: string; body?: Buffer; headers: Record<string, string> };

/** Refuses every answer that is not a good one: what is measured must have worked. */
function ask<Body>(session: Session, household: string | undefined, call: Call): Promise<Answer<Body>> {
  const { promise, resolve, reject } = deferred<Answer<Body>>();
  const headers = {
    ...(session.token === '' ? {} : { authorization: `Bearer ${session.token}` }),
    ...(household === undefined ? {} : { 'x-household-id': household }),
    ...(call.body ? { 'content-length': String(call.body.length) } : {}),
    ...call.headers,
  };
  const to = {
    host: '127.0.0.1',
    port: session.place.port,
    path: `/api/v1/${call.path}`,
    method: call.method,
  };
  const sent = request({ ...to, headers, agent: session.agent }, (answer) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('error', reject);
    answer.on('end', () => {
      const text = Buffer.concat(parts).toString('utf8');
      const status = answer.statusCode ?? 0;
      if (status >= 400)
        reject(new Error(`${call.method} ${call.path} answered ${status}: ${text.slice(0, 400)}`));
      else
        resolve({
          status,
          body: (text === '' ? undefined : JSON.parse(text)) as Body,
          etag: answer.headers.etag,
        });
    });
  });
  sent.on('error', reject);
  sent.end(call.body);
  return promise;
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((good, bad) => {
    resolve = good;
    reject = bad;
  });
  return { promise, resolve, reject };
}

function multipart(file: { name: string; bytes: Buffer; fields: Record<string, string> }) {
  const edge = 'kinwise-bench-edge';
  const fields = Object.entries(file.fields).map(
    ([name, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: text/csv\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(fields.join('') + head),
    file.bytes,
    Buffer.from(`\r\n--${edge}--\r\n`),
  ]);
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${edge}` } };
}
