/** Access lives a quarter of an hour: whoever scans for longer signs in again for each request. */
import type { Scene } from './targets.ts';

const PERSON = { email_or_username: 'mere@example.org', password: 'three herons over the harbour' };

export async function freshToken(scene: Scene): Promise<string> {
  // What a scanner tries at passwords and codes locks the account, as it should; the scan goes on all the same.
  await scene.sql.query('delete from sign_in_failures');
  const response = await fetch(`${scene.url}/api/v1/auth/login/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...PERSON, client: 'native' }),
  });
  const body = (await response.json()) as { access_token?: string };
  if (body.access_token === undefined) throw new Error(`the scanner cannot sign in: ${response.status}`);
  return body.access_token;
}
