import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld } from '../../test/world.ts';
import type { World } from '../../test/world.ts';
import { originForm } from './edge.ts';

let world: World;
let port: number;
beforeAll(async () => {
  world = await makeWorld({ settings: { PUBLIC_URL: 'https://money.example.org' } });
  port = Number(new URL(await world.http.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(async () => {
  await world.close();
});

type Heard = { status: number; headers: Map<string, string>; body: string };

/** Sends bytes as they are and hears what comes until the other side hangs up, or the body is whole. */
async function heard(bytes: string, at = port): Promise<Heard> {
  const socket = connect(at, '127.0.0.1');
  let text = '';
  return await new Promise((resolve, reject) => {
    const settle = () => {
      const [head = '', ...rest] = text.split('\r\n\r\n');
      const [line = '', ...lines] = head.split('\r\n');
      const headers = new Map(
        lines.map((one) => {
          const at = one.indexOf(':');
          return [one.slice(0, at).toLowerCase(), one.slice(at + 1).trim()] as const;
        }),
      );
      const body = rest.join('\r\n\r\n');
      const isWhole = body.length >= Number(headers.get('content-length') ?? Infinity);
      return { isWhole, answer: { status: Number(line.split(' ')[1]), headers, body } };
    };
    socket.on('data', (chunk) => {
      text += chunk.toString();
      const { isWhole, answer } = settle();
      if (!isWhole) return;
      socket.destroy();
      resolve(answer);
    });
    socket.on('close', () => {
      resolve(settle().answer);
    });
    socket.on('error', reject);
    socket.write(bytes);
  });
}

const HOST = 'host: money.example.org\r\n';

describe('what goes wrong before a route is found', () => {
  it.each([
    ['an address that cannot be decoded', `GET /% HTTP/1.1\r\n${HOST}\r\n`, 400],
    ['a path that is not UTF-8', `GET /api/v1/users/%ff/ HTTP/1.1\r\n${HOST}\r\n`, 400],
    ['a line that is no request', 'What is this\r\n\r\n', 400],
    ['a method that nobody knows', `FOO / HTTP/1.1\r\n${HOST}\r\n`, 400],
    [
      'two lengths of one body',
      `POST /api/v1/tags/ HTTP/1.1\r\n${HOST}content-length: 3\r\ntransfer-encoding: chunked\r\n\r\n`,
      400,
    ],
    ['headers without an end', `GET / HTTP/1.1\r\n${HOST}x-long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['no Host', 'GET /api/v1/health/ HTTP/1.1\r\n\r\n', 400],
    ['an expectation that nobody meets', `GET / HTTP/1.1\r\n${HOST}expect: 200-maybe\r\n\r\n`, 417],
  ])('%s is a problem under the same headers as every answer', async (_title, bytes, status) => {
    const answer = await heard(bytes);
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': expect.stringContaining('application/problem+json') as string,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      'strict-transport-security': expect.stringContaining('max-age') as string,
    });
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const body = JSON.parse(answer.body) as Record<string, unknown>;
    expect(body).toMatchObject({ status, error_code: 'VALIDATION_2001' });
    expect(body['error_id']).toBe(answer.headers.get('x-request-id'));
    expect(answer.body).not.toMatch(/FST_|HPE_|fastify|node/i);
  });

  it('an OPTIONS that asks nothing is answered like any other', async () => {
    const answer = await heard(`OPTIONS * HTTP/1.1\r\n${HOST}\r\n`);
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.body).not.toContain('Preflight');
  });
});

it('a body that does not arrive is given up, with a problem, and a file is waited for longer, quietly if nobody is left', async () => {
  let logged = '';
  const log = { write: (line: string) => void (logged += line) };
  const hurried = await makeWorld({ settings: { REQUEST_SECONDS: '1' }, log });
  const address = new URL(await hurried.http.listen({ port: 0, host: '127.0.0.1' }));
  const begun = (path: string, type: string) =>
    `POST /api/v1/${path} HTTP/1.1\r\n${HOST}authorization: Bearer test-${hurried.ids.mere}\r\n` +
    `content-type: ${type}\r\ncontent-length: 500\r\n\r\n{`;
  const upload = connect(Number(address.port), '127.0.0.1');
  let said = '';
  upload.on('data', (chunk) => (said += chunk.toString()));
  upload.write(begun('imports/', 'multipart/form-data; boundary=x'));
  const answer = await heard(begun('tags/', 'application/json'), Number(address.port));
  expect([answer.status, JSON.parse(answer.body)]).toMatchObject([408, { status: 408 }]);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(said).toBe('');
  upload.destroy();
  await hurried.close();
  expect(logged).toBe('');
});

describe('an address that names its server as well', () => {
  it('is judged by its path, as the same address without it', async () => {
    const token = `authorization: Bearer test-${world.ids.mere}\r\n`;
    const whole = await heard(`GET http://localhost/api/v1/tags/ HTTP/1.1\r\n${HOST}${token}\r\n`);
    expect(whole.status).toBe(200);
    expect(whole.headers.get('cache-control')).toBe('no-store');
    expect(whole.headers.get('content-security-policy')).toMatch(/^default-src 'none'; object-src/);
  });

  it.each([
    ['/sign-in?x=1', '/sign-in?x=1'],
    ['http://evil.example/sign-in', '/sign-in'],
    ['HTTPS://evil.example', '/'],
    ['http://evil.example?x=1', '/?x=1'],
    ['http://evil.example/a#b', '/a'],
    ['*', '/*'],
    ['evil.example:443', '/evil.example:443'],
    ['//evil.example/x', '//evil.example/x'],
  ])('%s is read as %s', (target, path) => {
    expect(originForm(target)).toBe(path);
  });
});

describe('a body', () => {
  it('that is not UTF-8 is refused, and not kept with question marks in it', async () => {
    const authorization = `Bearer test-${world.ids.mere}`;
    const answer = await world.http.inject({
      method: 'POST',
      url: '/api/v1/tags/',
      headers: { authorization, 'content-type': 'application/json' },
      payload: Buffer.from([...Buffer.from('{"name":"a'), 0xff, 0xfe, ...Buffer.from('b"}')]),
    });
    expect([answer.statusCode, answer.json()]).toMatchObject([400, { error_code: 'VALIDATION_2001' }]);
    expect((await world.as('mere').get('tags/')).body.results).toEqual([]);
  });

  it('in UTF-8 comes back as it was sent', async () => {
    const made = await world.as('mere').post('tags/', { name: 'Pūkete 💛' });
    expect([made.status, made.body.name]).toEqual([201, 'Pūkete 💛']);
  });
});

it('the door has an address that says whether people can sign in', async () => {
  const { statusCode, body } = await world.http.inject('/api/v1/auth/health/');
  expect([statusCode, JSON.parse(body)]).toMatchObject([200, { status: 'ok', checks: { database: 'ok' } }]);
});

describe('every problem', () => {
  it('has the headers of every answer, also where a hook refused before a route was asked', async () => {
    const payload = '<tag/>';
    const answer = await world.http.inject({
      method: 'POST',
      url: '/api/v1/tags/',
      headers: { 'content-type': 'text/xml' },
      payload,
    });
    expect(answer.statusCode).toBe(415);
    expect(answer.headers).toMatchObject({ 'x-frame-options': 'DENY', 'cache-control': 'no-store' });
  });

  it('says when it was, and keeps the inside of the program to itself outside development', async () => {
    const { body, headers } = await world.anonymous().get('tags/');
    expect(body.timestamp).toBe(new Date(world.clock.nowMs()).toISOString());
    expect(body).not.toHaveProperty('dev_details');
    expect(headers['x-response-time']).toMatch(/^\d+ms$/);
  });

  it('at the door keeps to itself how long it took, as every answer there does', async () => {
    const { headers } = await world
      .anonymous()
      .post('auth/login/', { email_or_username: 'a', password: 'b' });
    expect(headers).not.toHaveProperty('x-response-time');
  });
});
