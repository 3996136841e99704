import { UAParser } from 'ua-parser-js';

export type Device = {
  readonly browser: string;
  readonly os: string;
  /** For people: `Firefox on Linux`. */
  readonly name: string;
};

/** What is known of a device. Versions are left out of its name, since they change and the device does not. */
export function deviceOf(agent: string): Device {
  const { browser, os } = new UAParser(agent).getResult();
  const system = os.name === 'Mac OS' ? 'macOS' : os.name;
  const name = [browser.name, system].filter(Boolean).join(' on ');
  return {
    browser: [browser.name, browser.major].filter(Boolean).join(' '),
    os: [os.name, os.version].filter(Boolean).join(' '),
    name: name || (agent.split(/[/ (]/)[0] ?? '').slice(0, 40),
  };
}
