import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeFamily } from '../../../test/family.ts';
import type { Family } from '../../../test/family.ts';
import { makeSigningWorld } from '../../../test/signing-in.ts';
import type { Browser, Letter, SigningWorld } from '../../../test/signing-in.ts';

const TABLET = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
const PHONE = {
  'user-agent':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
};

let signing: SigningWorld | undefined;
let family: Family;
let child: Browser;
let emails: string[];

beforeEach(async () => {
  signing ??= await makeSigningWorld();
  family = await makeFamily(signing);
  child = await family.openLink();
  const mails = await Promise.all(
    [family.mother, family.father].map(async (one) => (await one.get('users/me/')).body.email as string),
  );
  emails = mails.sort();
});
afterAll(async () => {
  expect(await signing?.world.brokenInvariants()).toEqual([]);
  await signing?.close();
});

/** The child's session as somebody has it who copied its cookies, elsewhere. */
function copied(ip = '192.0.2.77'): Browser {
  const thief = family.signing.browser(ip);
  for (const [name, value] of child.cookies) thief.cookies.set(name, value);
  return thief;
}

async function about(words: RegExp): Promise<Letter[]> {
  return (await family.signing.letters()).filter(
    ({ to, subject }) => emails.includes(to) && words.test(subject),
  );
}

const refreshed = async (at: Browser, headers: Record<string, string>) => {
  const { csrf_token } = (await at.get('auth/csrf/')).body;
  const answer = await at.post('auth/token/refresh/', {}, { ...headers, 'x-csrf-token': csrf_token });
  at.bear(answer.body.access);
  return answer;
};

const told = async (): Promise<{ after: unknown; risk: string }[]> =>
  await family.signing.world.sql(
    "select after, risk from audit_entries where household_id = $1 and action = 'child.session_alarmed'",
    [family.household],
  );

describe('the guardians of a child without an address', () => {
  it('hear, all of them and once, of a session that goes on in another browser and network', async () => {
    await refreshed(child, TABLET);
    expect(await about(/Manaia suddenly/)).toEqual([]);
    const thief = copied();
    expect((await refreshed(thief, PHONE)).body).toMatchObject({ step_up_required: true });
    family.signing.world.clock.advance(2000);
    expect((await thief.get('users/me/preferences/', PHONE)).status).toBe(403);
    const letters = await about(/A session of Manaia suddenly looks different/);
    expect(letters.map(({ to }) => to).sort()).toEqual(emails);
    expect(letters[0]?.text).toMatch(/Mobile Safari on iOS.*192\.0\.2\.77/s);
    expect(letters[0]?.links).toContain(`http://localhost:8000/household/children/${family.child.id}`);
    expect(await told()).toEqual([
      { after: { session: 'risky', device: 'Mobile Safari on iOS' }, risk: 'high' },
    ]);
    const history = await family.father.get(`children/${family.child.id}/security-history/`);
    expect(history.body.results).toContainEqual(
      expect.objectContaining({ action: 'session.risky', risk: 'high' }),
    );
  });

  it('hear nothing of another network alone, nor of another browser at home', async () => {
    await refreshed(child, TABLET);
    await child.get('users/me/', PHONE);
    expect(await about(/Manaia suddenly/)).toEqual([]);
    expect(await told()).toEqual([]);
  });

  it('hear of a session that was copied and ended', async () => {
    const thief = copied();
    await refreshed(child, TABLET);
    family.signing.world.clock.advance(60_000);
    expect((await refreshed(thief, TABLET)).status).toBe(401);
    const letters = await about(/A session of Manaia was ended/);
    expect(letters.map(({ to }) => to).sort()).toEqual(emails);
    expect(await told()).toEqual([expect.objectContaining({ risk: 'high' })]);
  });
});
