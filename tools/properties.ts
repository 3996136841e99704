import fc from 'fast-check';

/**
 * How widely the properties look. A commit is judged by the same cases wherever it runs, so that a test that is green
 * stays green until the code changes; who searches for more names the seed: TEST_SEED=random or a number, and with
 * TEST_RUNS how many cases of each property that names no number of its own.
 */
const { TEST_SEED: seed = '20261201', TEST_RUNS: runs } = process.env;

fc.configureGlobal({
  ...(seed !== 'random' && { seed: wholeNumber('TEST_SEED', seed) }),
  ...(runs !== undefined && { numRuns: wholeNumber('TEST_RUNS', runs) }),
});

function wholeNumber(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number))
    throw new Error(`${name} is ${value}: give a whole number, and for the seed also the word random.`);
  return number;
}
