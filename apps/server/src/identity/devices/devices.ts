import { UAParser } from 'ua-parser-js';
import { agentIn } from '../../platform/origin.ts';

export type Device = {
  readonly browser: string;
  readonly os: string;
  /** For people: `Firefox on Linux`. */
  readonly name: string;
};

/** What is known of a device. Versions are left out of its name, since they change and the device does not. */
export function deviceOf(agent: string): Device {
  const { browser, os } = new UAParser(agentIn(agent).said).getResult();
  const system = os.name === 'Mac OS' ? 'macOS' : os.name;
  const name = [browser.name, system].filter(Boolean).join(' on ');
  return {
    browser: [browser.name, browser.major].filter(Boolean).join(' '),
    os: [os.name, os.version].filter(Boolean).join(' '),
    name: name || (agentIn(agent).said.split(/[/ (]/)[0] ?? '').slice(0, 40),
  };
}
