/**
 * Erasing people when their time of grace is over, and households some time after they were deleted. It goes in steps that
 * can each be done again: the account is closed, the person is led out of the households that others share, what is theirs
 * alone is removed, and the others' devices hear of the neutral name.
 */
import { newId } from '@kinwise/core/ids';
import type { Id } from '@kinwise/core/ids';
import { removeCopies } from '../../identity/exports/exports.ts';
import { forgettingJob, isLetterOf, letterJob, sendLetter } from '../../identity/letters/letters.ts';
import { dropPhoto } from '../../identity/photos/photos.ts';
import {
  closeDue,
  closeUnverified,
  deleteUser,
  endDeletion,
  readClosed,
  userById,
} from '../../identity/users/users.ts';
import type { ClosedRow } from '../../identity/users/users.ts';
import { instant } from '../../platform/clock.ts';
import type { Ground, HouseholdContext, JobRequest, OpenContext } from '../../platform/context.ts';
import { eraseHousehold, erasePerson } from '../../platform/erasing.ts';
import type { Outward } from '../../platform/feature.ts';
import { homesOf } from '../../platform/privacy.ts';
import { constraintOf } from '../../platform/transaction.ts';
import { nameOf } from '../households/households.ts';
import { leadOut, tellErased } from '../memberships/memberships.ts';
import { readDeletedHomes, readHomesEver } from './erasure.store.ts';

const DAY_MS = 24 * 3_600_000;
const ERASE = 'erasure.erase';
const ERASE_HOUSEHOLD = 'erasure.erase_household';

type Payload = Readonly<Record<string, unknown>>;

/** Closes what is due, and queues whatever is closed and not yet erased. */
export async function close(ctx: OpenContext): Promise<void> {
  const { UNVERIFIED_DAYS, DELETED_HOUSEHOLD_DAYS } = ctx.ground.config;
  await closeDue(ctx);
  await closeUnverified(ctx, instant(ctx.nowMs - UNVERIFIED_DAYS * DAY_MS));
  for (const { id } of await readClosed(ctx)) ctx.enqueue(jobFor(ERASE, { user: id }));
  const homes = await readDeletedHomes(ctx, instant(ctx.nowMs - DELETED_HOUSEHOLD_DAYS * DAY_MS));
  for (const home of homes) ctx.enqueue(jobFor(ERASE_HOUSEHOLD, { home }));
}

/** Takes a person out, from wherever an earlier try broke off. */
export async function erase(outward: Outward, payload: Payload): Promise<void> {
  const id = String(payload['user']);
  const found = await outward.outside(async (ctx) => {
    const [person] = await readClosed(ctx, id);
    if (person && person.erased_at === null) {
      await removeCopies(ctx, id);
      await dropPhoto(ctx, id);
    }
    return person && { ground: ctx.ground, person };
  });
  if (!found) return;
  const { ground, person } = found;
  if (person.erased_at === null) await eraseNow(outward, ground, person);
  await tellOthers(outward, ground, id);
  // Of somebody who never confirmed the address, and whom nothing names, the id goes as well.
  if (person.email_verified_at === null)
    await outward.outside(async (ctx) => await deleteUser(ctx, id)).catch(unlessNamed);
  await outward.outside(async (ctx) => {
    await endDeletion(ctx, id);
  });
}

export async function eraseHome(outward: Outward, payload: Payload): Promise<void> {
  const ground = await outward.outside(async (ctx) => await Promise.resolve(ctx.ground));
  await eraseHousehold(ground, String(payload['home']));
}

async function eraseNow(outward: Outward, ground: Ground, person: ClosedRow): Promise<void> {
  for (const home of (await homesOf(ground, person.id)).filter((one) => one.others > 0)) {
    await outward.inHousehold({ household: home.id }, async (ctx) => {
      await handOver(ctx, person.id);
    });
  }
  const done = await erasePerson(ground, {
    user: person.id,
    isAbout: (job) =>
      job.task !== ERASE &&
      (JSON.stringify(job.payload).includes(person.id) || isLetterOf(ground, job, person)),
    afterwards: [
      forgettingJob(ground, person.email),
      ...(person.email_verified_at === null ? [] : [farewell(ground, person)]),
    ],
  });
  if (done === 'still_member') throw new Error('somebody joined meanwhile: this is tried again');
}

/** What others share has to stand without the person; somebody has to be in charge. */
async function handOver(ctx: HouseholdContext, user: Id): Promise<void> {
  for (const mend of ctx.ground.hooks.memberErased) await mend(ctx, user);
  const heir = await leadOut(ctx, user);
  const person = heir && (await userById(ctx, heir.user_id));
  if (!person) return;
  sendLetter(ctx, {
    to: person.email,
    locale: person.locale,
    letter: {
      kind: 'now_in_charge',
      name: person.first_name,
      household_name: await nameOf(ctx),
      link: `${ctx.ground.publicUrl()}/household`,
    },
  });
}

async function tellOthers(outward: Outward, ground: Ground, user: Id): Promise<void> {
  for (const household of await readHomesEver(ground, user)) {
    await outward.inHousehold({ household }, async (ctx) => {
      await tellErased(ctx, user);
    });
  }
}

/** It waits with the address, sealed, for the moments until it has left. */
function farewell(ground: Ground, { email, first_name, locale }: ClosedRow): JobRequest {
  const letter = { kind: 'account_erased', name: first_name, link: `${ground.publicUrl()}/privacy` } as const;
  return letterJob(ground, { to: email, locale, letter });
}

function jobFor(job: string, payload: Record<string, string>): JobRequest {
  return { job, payload: { ...payload, effect: newId() }, key: `${job}:${Object.values(payload).join()}` };
}

function unlessNamed(error: unknown): void {
  if (constraintOf(error) === '') throw error;
}
