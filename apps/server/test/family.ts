/** A family that signs in for real: two guardians, and a child without an address of its own. */
import type { Answer } from './world.ts';
import { makeSigningWorld } from './signing-in.ts';
import type { Browser, SigningWorld } from './signing-in.ts';
import type { WorldOptions } from './world.ts';

export type Family = {
  readonly signing: SigningWorld;
  /** Who made the household, and the child. */
  readonly mother: Browser;
  readonly father: Browser;
  readonly household: string;
  readonly fatherPlace: string;
  readonly child: { readonly id: string; readonly user_id: string };
  /** Opens a new link on a device; answers the browser in which the child is. */
  openLink(more?: Record<string, unknown>): Promise<Browser>;
  /** Makes a browser a family device. */
  familyDevice(name?: string): Promise<{ browser: Browser; id: string }>;
  addChild(more?: Record<string, unknown>): Promise<{ id: string; user_id: string }>;
};

let families = 0;

export async function makeFamily(signing: SigningWorld): Promise<Family> {
  families += 1;
  const [her, his] = [`mother${families}@example.org`, `father${families}@example.org`];
  const mother = await signing.signUp(her, { first_name: 'Hana' });
  const household = (await mother.post('households/', { name: 'Kōwhai Street' })).body.id as string;
  const father = await signing.signUp(his, { first_name: 'Wiremu' });
  const invited = await mother.post(`households/${household}/invitations/`, { role: 'parent' });
  const token = new URL(invited.body.link).hash.replace('#token=', '');
  await father.post(`invitations/by-token/${token}/accept/`);
  const members = (await mother.get(`households/${household}/members/`)).body.results;
  const fatherPlace = members.find((one: { is_me: boolean }) => !one.is_me).id as string;
  const addChild: Family['addChild'] = async (more = {}) =>
    ok(await mother.post('children/', { first_name: 'Manaia', guardian_consents: true, ...more })).body;
  const child = await addChild();
  const openLink: Family['openLink'] = async (more = {}) => {
    const made = ok(await mother.post(`children/${child.id}/link/`, more));
    const browser = signing.browser('198.51.100.20');
    const opened = ok(await browser.post('auth/child-link/', { token: tokenOf(made) }));
    browser.bear(opened.body.access_token);
    return browser;
  };
  const familyDevice: Family['familyDevice'] = async (name = 'Kitchen tablet') => {
    const made = ok(await mother.post('family-devices/', { name }));
    const browser = signing.browser('203.0.113.9');
    browser.cookies.set('kw_family', mother.cookies.get('kw_family') ?? '');
    mother.cookies.delete('kw_family');
    return { browser, id: made.body.id };
  };
  return { signing, mother, father, household, fatherPlace, child, openLink, familyDevice, addChild };
}

export async function makeFamilyWorld(options: WorldOptions = {}): Promise<Family> {
  return await makeFamily(await makeSigningWorld(options));
}

export function tokenOf(made: Answer): string {
  return new URLSearchParams(new URL(made.body.link).hash.slice(1)).get('token') ?? '';
}

/** Types a PIN at a family device, with the CSRF proof that its cookie needs. */
export async function typePin(at: Browser, membership_id: string, pin: string): Promise<Answer> {
  const csrf = (await at.get('auth/csrf/')).body.csrf_token as string;
  const headers = { 'x-csrf-token': csrf, origin: 'http://localhost:8000' };
  const answer = await at.post('auth/family/sign-in/', { membership_id, pin }, headers);
  if (answer.status === 200) at.bear(answer.body.access_token);
  return answer;
}

export function ok(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}
