import { createHash } from 'node:crypto';
import { UAParser } from 'ua-parser-js';
import { agentIn } from '../../platform/origin.ts';

export const DEVICE_TYPES = ['computer', 'phone', 'tablet', 'other'] as const;

export type Device = {
  readonly type: (typeof DEVICE_TYPES)[number];
  /** The same for the same browser on the same system, whatever their versions. */
  readonly fingerprint: string;
  readonly browser: string;
  readonly os: string;
  /** For people: `Firefox on Linux`. */
  readonly name: string;
};

/** What is known of a device. Versions are left out of its name, since they change and the device does not. */
export function deviceOf(agent: string): Device {
  const { said } = agentIn(agent);
  const { browser, os, device } = new UAParser(said).getResult();
  const system = os.name === 'Mac OS' ? 'macOS' : os.name;
  const name = [browser.name, system].filter(Boolean).join(' on ');
  const called = name || (said.split(/[/ (]/)[0] ?? '').slice(0, 40);
  const type = typeOf(device.type, browser.name);
  return {
    browser: [browser.name, browser.major].filter(Boolean).join(' '),
    os: [os.name, os.version].filter(Boolean).join(' '),
    name: called,
    type,
    fingerprint: createHash('sha256').update(`${called}\n${type}`).digest('hex').slice(0, 16),
  };
}

/** Computers do not say what they are; programs say nothing of a browser either. */
function typeOf(said: string | undefined, browser: string | undefined): Device['type'] {
  if (said === 'mobile') return 'phone';
  if (said === 'tablet') return 'tablet';
  return said === undefined && browser !== undefined ? 'computer' : 'other';
}
