import type { Clock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import type { Log } from '../../platform/log.ts';
import type { Providers } from '../../platform/providers.ts';

/** The providers of the settings. What speaks to them is large, and loaded with the first person who comes by one. */
export function providersOnDemand(config: Config, parts: { clock: Clock; log: Log }): Providers {
  let open: Promise<Providers> | undefined;
  const opened = async (): Promise<Providers> => {
    open ??= import('./oidc.ts').then((module) => module.openProviders(config, parts));
    return await open;
  };
  return {
    names: config.oidc.map(({ id, name }) => ({ id, name })),
    begin: async (...asked) => await (await opened()).begin(...asked),
    finish: async (...back) => await (await opened()).finish(...back),
  };
}
