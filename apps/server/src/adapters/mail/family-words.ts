import type { Letter } from '../../identity/letters/letters.ts';
import { hello } from './parts.ts';
import type { WordsOf } from './words.ts';

type Own =
  | 'child_signed_in'
  | 'child_pin_locked'
  | 'child_session_risky'
  | 'child_session_copied'
  | 'family_device_added'
  | 'growing_up'
  | 'grown_up'
  | 'child_erasure'
  | 'session_risky';

export const FAMILY_EN = {
  child_signed_in: ({ name, link, child_name, device }) => ({
    subject: `${child_name} is signed in on a new device`,
    greeting: hello(name),
    paragraphs: [
      `${child_name} signed in to KinWise on “${device}” for the first time. All guardians of the household get this mail.`,
      'If that is not where it should be, end the session on the screen Children.',
    ],
    action: { label: 'Look at the children’s devices', url: link },
    closing: 'If it is right, there is nothing to do.',
  }),
  child_pin_locked: ({ name, link, child_name, device }) => ({
    subject: `The PIN of ${child_name} is locked`,
    greeting: hello(name),
    paragraphs: [
      `Somebody typed wrong PINs for ${child_name} on “${device}”, too often in a row. The PIN is locked until a guardian unlocks it.`,
    ],
    action: { label: 'Unlock it, or set a new PIN', url: link },
    closing: 'Devices that are signed in stay signed in.',
  }),
  child_session_risky: ({ name, link, child_name, device, address }) => ({
    subject: `A session of ${child_name} suddenly looks different`,
    greeting: hello(name),
    paragraphs: [
      `A session of ${child_name} went on in another browser and from another network: ${device}, ${address}. That happens when somebody copied it. It stops by itself within minutes, until a guardian signs ${child_name} in again. All guardians of the household get this mail.`,
      `If it is not ${child_name} who sits there, sign them out everywhere and let them in anew.`,
    ],
    action: { label: `Look at the sessions of ${child_name}`, url: link },
    closing: `If it is ${child_name}, sign them in once more on that device, and there is nothing else to do.`,
  }),
  child_session_copied: ({ name, link, child_name, device, address }) => ({
    subject: `A session of ${child_name} was ended to keep them safe`,
    greeting: hello(name),
    paragraphs: [
      `A key of a session of ${child_name} was used a second time, from ${device}, ${address}. That happens when somebody copied it, so that the session was ended everywhere. All guardians of the household get this mail.`,
      `Sign ${child_name} in again. If you see devices there that you do not know, sign them out everywhere.`,
    ],
    action: { label: `Look at the sessions of ${child_name}`, url: link },
    closing: 'Your household’s money was not touched by this.',
  }),
  family_device_added: ({ name, link, device, by }) => ({
    subject: 'Your household has a new family device',
    greeting: hello(name),
    paragraphs: [
      `${by} made “${device}” a family device: the children of your household can sign in there with their PINs.`,
      'If you do not know of it, remove it on the screen Children, and look at your own sessions.',
    ],
    action: { label: 'Look at the family devices', url: link },
    closing: 'If it is right, there is nothing to do.',
  }),
  session_risky: ({ name, link, device, address }) => ({
    subject: 'One of your sessions suddenly looks different',
    greeting: hello(name),
    paragraphs: [
      `A session of yours went on in another browser and from another network: ${device}, ${address}. That happens when a copy of it was stolen. Nothing dangerous can be done there until somebody confirms with your password, a code or a passkey.`,
      'If it was not you, end that session and change your password.',
    ],
    action: { label: 'Look at my sessions', url: link },
    closing: 'If it was you, confirm when you are asked, and there is nothing else to do.',
  }),
  growing_up: ({ name, link, guardian_name, days }) => ({
    subject: 'Your own KinWise account',
    greeting: hello(name),
    paragraphs: [
      `${guardian_name} hands your KinWise account over to you. Open the link, choose a password, and it is yours. It works for ${days} days and once.`,
      'From then on you sign in with this address, and nobody else can let you in or out.',
    ],
    action: { label: 'Take my account over', url: link },
    closing: 'If you do not know what this is about, leave this mail alone: nothing happens.',
  }),
  child_erasure: ({ name, link, child_name, by, days }) => ({
    subject: `The account of ${child_name} will be erased`,
    greeting: hello(name),
    paragraphs: [
      `${by} asked to erase the account of ${child_name}. In ${days} days it is gone for good, with everything that is ${child_name}’s alone. All guardians of the household get this mail.`,
      `Until then each of you can keep it: choose ${child_name} on the screen Children.`,
    ],
    action: { label: 'Look at it, or keep the account', url: link },
    closing: 'What others in the household share stays, under “Former member”.',
  }),
  grown_up: ({ name, link, child_name }) => ({
    subject: `${child_name} has an account of their own now`,
    greeting: hello(name),
    paragraphs: [
      `${child_name} took the account over: they sign in with their own address and password now. PINs and device links of theirs are worth nothing any more.`,
    ],
    action: { label: 'Look at the household', url: link },
    closing: 'Their role in the household has not changed.',
  }),
} satisfies Pick<Required<WordsOf>, Own & Letter['kind']>;
