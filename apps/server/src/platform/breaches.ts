/**
 * Where it is looked up whether a password stands in a known breach. Reached through `ground.breaches`; what stands
 * behind it is chosen by BREACH_CHECK and BREACH_LIST. It may ask over the network: never with a transaction open.
 */
export type BreachList = {
  /** By the SHA-1 of the password, in capitals. `off` when nobody is to be asked. */
  find(sha1: string, patience: Patience): Promise<'found' | 'absent' | 'unanswered' | 'off'>;
};

/** Whether somebody waits for the answer, or only a job does. */
export type Patience = 'somebody waits' | 'nobody waits';
