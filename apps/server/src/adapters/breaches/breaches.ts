/** Which list of known breaches is asked: a service that speaks the range protocol, or a list on disk. */
import type { BreachList } from '../../platform/breaches.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import type { Log } from '../../platform/log.ts';
import { isOnDisk } from './on-disk.ts';
import { isInRange } from './range.ts';

type Parts = { readonly config: Config; readonly clock: Clock; readonly log: Log };

/** For so long after it did not answer in time the service is not waited for: each sign-up would stand still. */
const PAUSE_MS = 60_000;
/** What a job waits for an answer. */
const PATIENT_MS = 15_000;

export function openBreaches(parts: Parts): BreachList {
  const { BREACH_CHECK, BREACH_LIST } = parts.config;
  if (BREACH_CHECK === 'off') return { find: async () => await Promise.resolve('off') };
  if (BREACH_LIST === undefined) return service(parts);
  return { find: async (sha1) => await answered(parts.log, async () => await isOnDisk(BREACH_LIST, sha1)) };
}

function service({ config, clock, log }: Parts): BreachList {
  let pausedUntilMs = 0;
  return {
    find: async (sha1, patience) => {
      const hurried = patience === 'somebody waits';
      if (hurried && clock.nowMs() < pausedUntilMs) return 'unanswered';
      const timeoutMs = hurried ? config.BREACH_BUDGET_MS : PATIENT_MS;
      const answer = await answered(
        log,
        async () => await isInRange(config.BREACH_RANGE_URL, { sha1, timeoutMs }),
      );
      pausedUntilMs = answer === 'unanswered' ? clock.nowMs() + PAUSE_MS : 0;
      return answer;
    },
  };
}

async function answered(log: Log, look: () => Promise<boolean>): Promise<'found' | 'absent' | 'unanswered'> {
  try {
    return (await look()) ? 'found' : 'absent';
  } catch (error) {
    // A sign-up does not fail because somebody else's service does: the answer is sought again by a job.
    log.warn({ reason: String(error) }, 'the list of breached passwords did not answer');
    return 'unanswered';
  }
}
