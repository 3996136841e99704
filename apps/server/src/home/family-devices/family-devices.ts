/**
 * Devices of the family: a guardian registers one, and the children of the household sign in there by PIN. The device shows
 * a secret of its own, so that a PIN is worth nothing anywhere else, and nobody elsewhere can even try one.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { happened } from '../../events.ts';
import { hashOf, isRight } from '../../identity/hashing/hashing.ts';
import { signIn } from '../../identity/login/login.ts';
import { isFirst, note } from '../../identity/security/security.ts';
import { userById } from '../../identity/users/users.ts';
import { instant } from '../../platform/clock.ts';
import { actorId } from '../../platform/context.ts';
import type { Ground, HouseholdContext } from '../../platform/context.ts';
import { Problem, forbidden, notFound } from '../../platform/problems.ts';
import { Reply } from '../../platform/routes.ts';
import type { Cookie, Steps } from '../../platform/routes.ts';
import { emitSignIn, listChildren, showChild, wardOf } from '../children/children.ts';
import type { WireChild } from '../children/children.schema.ts';
import { guardiansOf, tellGuardians } from '../guardians/guardians.ts';
import { nameOf } from '../households/households.ts';
import { memberOf } from '../memberships/memberships.ts';
import { deviceOnTheWire } from './family-devices.schema.ts';
import type { Family, NewDevice, PinSignIn, WireDevice } from './family-devices.schema.ts';
import {
  countTry,
  deleteDevice,
  deletePin,
  findDevice,
  forgiveDevice,
  forgivePin,
  insertDevice,
  lockOthers,
  readDevices,
  takeDevicesTurn,
  readPin,
  touchDevice,
  upsertPin,
} from './family-devices.store.ts';
import type { DeviceRow, Try } from './family-devices.store.ts';

export const FAMILY_COOKIE = 'kw_family';
const PATH = '/api/v1/auth';
const DAY_MS = 24 * 3_600_000;
/** The first time that a child is in on a device is news; later it is not. */
const KNOWN_MS = 400 * DAY_MS;

export async function listDevices(ctx: HouseholdContext): Promise<WireDevice[]> {
  const most = ctx.ground.config.CHILD_PIN_TRIES;
  return (await readDevices(ctx)).map((row) => deviceOnTheWire(row, most));
}

/** Makes the device that asks one of the family. */
export async function registerDevice(ctx: HouseholdContext, body: NewDevice): Promise<Reply> {
  const by = guardian(ctx);
  const { FAMILY_DEVICES_MOST: most, FAMILY_DEVICE_DAYS: days } = ctx.ground.config;
  await takeDevicesTurn(ctx);
  if ((await readDevices(ctx)).length >= most)
    throw new Problem('BUSINESS_4001', `There is room for ${most} family devices. Remove one first.`);
  const [id, secret] = [newId(), randomBytes(32).toString('base64url')];
  const expiresAt = instant(ctx.nowMs + days * DAY_MS);
  await insertDevice(ctx, { id, name: body.name, hash: secretHash(secret), by, expiresAt });
  const details = { device: id, household: ctx.household };
  await note(ctx, { action: 'family_device.added', user: by, risk: 'medium', details });
  ctx.emit(
    happened('family_device.added', { ids: [id], op: 'none', after: { name: body.name }, risk: 'medium' }),
  );
  const who = (await memberOf(ctx, by))?.display_name ?? '';
  await tellGuardians(ctx, ({ name, home }) => ({
    kind: 'family_device_added',
    name,
    device: body.name,
    by: who,
    link: `${home}/household/children`,
  }));
  const device = await existing(ctx, id);
  if (body.client === 'native')
    return new Reply({ ...shown(ctx, device), device_secret: secret }, { status: 201 });
  return new Reply(shown(ctx, device), { status: 201, cookies: [familyCookie(secret, days)] });
}

export async function removeDevice(ctx: HouseholdContext, id: Id): Promise<void> {
  const by = guardian(ctx);
  const { name } = await existing(ctx, id);
  await deleteDevice(ctx, id);
  await note(ctx, { action: 'family_device.removed', user: by, details: { device: id } });
  ctx.emit(happened('family_device.deleted', { ids: [id], op: 'none', before: { name } }));
}

export async function unlockDevice(ctx: HouseholdContext, id: Id): Promise<WireDevice> {
  const by = guardian(ctx);
  const { name } = await existing(ctx, id);
  await forgiveDevice(ctx, id, by);
  await note(ctx, { action: 'family_device.unlocked', user: by, details: { device: id } });
  ctx.emit(happened('family_device.changed', { ids: [id], op: 'none', after: { name, locked: false } }));
  return shown(ctx, await existing(ctx, id));
}

/**
 * A device whose maker is no guardian any more takes no PIN until one who is has unlocked it: it may stand in the kitchen, or
 * have left with them.
 */
export async function lockDevicesOfOthers(ctx: HouseholdContext): Promise<void> {
  const most = ctx.ground.config.CHILD_PIN_TRIES;
  const guardians = (await guardiansOf(ctx)).map(({ user_id }) => user_id);
  for (const { id, name } of await lockOthers(ctx, { guardians, failures: most }))
    ctx.emit(happened('family_device.changed', { ids: [id], op: 'none', after: { name, locked: true } }));
}

export async function setPin(ctx: HouseholdContext, membership: Id, pin: string): Promise<WireChild> {
  const { child, guardian: by } = await wardOf(ctx, membership);
  const hash = await hashOf(ctx.ground, peppered(ctx.ground, membership, pin));
  await upsertPin(ctx, { membership, hash, by });
  await note(ctx, { action: 'child.pin_set', user: by, risk: 'medium', details: { child: child.user_id } });
  emitSignIn(ctx, membership, { pin: 'set' });
  return await showChild(ctx, membership);
}

export async function removePin(ctx: HouseholdContext, membership: Id): Promise<void> {
  const { child, guardian: by } = await wardOf(ctx, membership);
  if (!(await deletePin(ctx, membership))) throw notFound('PIN');
  await note(ctx, { action: 'child.pin_removed', user: by, details: { child: child.user_id } });
  emitSignIn(ctx, membership, { pin: 'removed' });
}

/** The same PIN may be tried again. */
export async function unlockPin(ctx: HouseholdContext, membership: Id): Promise<WireChild> {
  const { child, guardian: by } = await wardOf(ctx, membership);
  if (!(await forgivePin(ctx, membership))) throw notFound('PIN');
  await note(ctx, { action: 'child.pin_unlocked', user: by, details: { child: child.user_id } });
  emitSignIn(ctx, membership, { pin: 'unlocked' });
  return await showChild(ctx, membership);
}

/** Who may sign in on the device whose secret this is. */
export async function showFamily(steps: Steps, secret: string | undefined): Promise<Family> {
  return await onDevice(steps, secret, async (inside, device) => {
    const wards = (await listChildren(inside)).filter((child) => child.deletion_due_at === null);
    return {
      device_name: device.name,
      household_name: await nameOf(inside),
      locked: device.failures >= inside.ground.config.CHILD_PIN_TRIES,
      children: wards.map((child) => ({
        membership_id: child.id,
        display_name: child.display_name,
        has_pin: child.has_pin,
        locked: child.pin_locked,
      })),
    };
  });
}

/**
 * Signs a child in. The try is counted first, for the child and for the device, in a transaction that commits whatever
 * comes after it; the PIN is hashed with no transaction open, and looked at again as it stands when the session begins.
 */
export async function signInByPin(steps: Steps, secret: string | undefined, body: PinSignIn): Promise<Reply> {
  const begun = await onDevice(steps, secret, async (inside, device) => await begin(inside, device, body));
  if (!begun) throw locked();
  const { ground } = steps;
  const pin = peppered(ground, body.membership_id, body.pin);
  if (!(await isRight(ground, begun.tried.pin_hash, pin))) {
    await onDevice(steps, secret, async (inside, device) => {
      await failed(inside, device, begun);
    });
    throw wrong(begun.left);
  }
  const { user, device: name } = await onDevice(steps, secret, async (inside, device) => {
    const kept = await readPin(inside, body.membership_id);
    if (kept?.pin_hash !== begun.tried.pin_hash) throw wrong(begun.left);
    await forgivePin(inside, body.membership_id);
    await touchDevice(inside, device.id);
    await tellSignedIn(inside, device, begun.child);
    const found = await userById(inside, begun.child.user_id);
    return { user: found ?? nobody(), device: device.name };
  });
  // Others sit at a family device as well: what begins there is not remembered.
  const how = { client: body.client, remembered: false, deviceName: name, factors: ['pin'] };
  return await steps.step(async (ctx) => await signIn(ctx, user, how), user.id);
}

type Begun = { readonly tried: Try; readonly child: WireChild; readonly left: number };

async function begin(
  inside: HouseholdContext,
  device: DeviceRow,
  body: PinSignIn,
): Promise<Begun | undefined> {
  const most = inside.ground.config.CHILD_PIN_TRIES;
  const membership = body.membership_id;
  const child = await showChild(inside, membership).catch(() => nobody());
  if (!child.has_pin || child.deletion_due_at !== null) nobody();
  const tried = await countTry(inside, { device: device.id, membership, most });
  if (!tried) return undefined;
  return { tried, child, left: most - Math.max(tried.pin_failures, tried.device_failures) };
}

/** The try was counted already; what it did is written down, and guardians hear of a PIN that is locked now. */
async function failed(inside: HouseholdContext, device: DeviceRow, { child, left }: Begun): Promise<void> {
  const about = { user: child.user_id, success: false, details: { device: device.id } } as const;
  await note(inside, { ...about, action: 'child.pin_failed', risk: 'medium' });
  if (left > 0) return;
  await note(inside, { ...about, action: 'child.pin_locked', risk: 'high' });
  await tellGuardians(inside, ({ name, home }) => ({
    kind: 'child_pin_locked',
    name,
    child_name: child.display_name,
    device: device.name,
    link: `${home}/household/children`,
  }));
}

async function tellSignedIn(inside: HouseholdContext, device: DeviceRow, child: WireChild): Promise<void> {
  const after = { by: 'pin', device: device.name };
  inside.emit(happened('child.signed_in', { ids: [child.id], op: 'none', after }));
  if (!(await isFirst(inside, `child_signed_in:${child.user_id}:${device.id}`, KNOWN_MS))) return;
  await tellGuardians(inside, ({ name, home }) => ({
    kind: 'child_signed_in',
    name,
    child_name: child.display_name,
    device: device.name,
    link: `${home}/household/children`,
  }));
}

async function onDevice<T>(
  steps: Steps,
  secret: string | undefined,
  work: (inside: HouseholdContext, device: DeviceRow) => Promise<T>,
): Promise<T> {
  if (secret === undefined || secret === '') throw stranger();
  return await steps.step(async (ctx) => {
    const place = await findDevice(ctx, secretHash(secret));
    if (!place) throw stranger();
    const system = { household: place.household_id, actor: { kind: 'system' } } as const;
    return await ctx.within(system, async (inside) => {
      const [device] = await readDevices(inside, place.id);
      if (!device) throw stranger();
      return await work(inside, device);
    });
  });
}

async function existing(ctx: HouseholdContext, id: Id): Promise<DeviceRow> {
  const [row] = await readDevices(ctx, id);
  if (!row) throw notFound('family device');
  return row;
}

function shown(ctx: HouseholdContext, row: DeviceRow): WireDevice {
  return deviceOnTheWire(row, ctx.ground.config.CHILD_PIN_TRIES);
}

function guardian(ctx: HouseholdContext): Id {
  return actorId(ctx) ?? refuse();
}

function refuse(): never {
  throw forbidden('members.manage');
}

function familyCookie(secret: string, days: number): Cookie {
  return { name: FAMILY_COOKIE, value: secret, path: PATH, maxAgeSeconds: days * 86_400 };
}

/** Few digits are tried through in no time: without the installation's key the hash of a PIN is worth nothing. */
function peppered(ground: Ground, membership: Id, pin: string): string {
  return createHmac('sha256', ground.keyFor('child pin')).update(`${membership}.${pin}`).digest('base64url');
}

function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

function stranger(): Problem {
  return new Problem(
    'AUTH_1063',
    'Children sign in by PIN on a device that a guardian made a family device.',
  );
}

function locked(): Problem {
  return new Problem('AUTH_1062', 'There were too many wrong PINs. A guardian has to unlock it.');
}

function wrong(left: number): Problem {
  const what =
    left > 0
      ? `${left} more ${left === 1 ? 'try' : 'tries'}, then a guardian has to unlock it.`
      : 'A guardian has to unlock it now.';
  return new Problem('AUTH_1061', `That was not the right PIN. ${what}`, { extra: { tries_left: left } });
}

function nobody(): never {
  throw new Problem('RESOURCE_3001', 'This child does not sign in by PIN here.');
}
