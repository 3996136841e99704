/** Runs KinWise with what it needs made ready first. */
import { pathToFileURL } from 'node:url';
import { buildStale, installMissing, PROGRAM, ROOT, Unready } from './prepare.mjs';

/**
 * Becomes KinWise: the program is loaded into this very process, so that signals reach it directly, its exit code
 * is ours, and no second Node takes memory. `words` are what follows the program's name, such as ['start', '--demo'].
 */
export async function run(words) {
  try {
    await installMissing();
    await buildStale({ web: words[0] === 'start' || words[0] === 'api' });
  } catch (error) {
    if (!(error instanceof Unready)) throw error;
    console.error(error.message);
    process.exit(1);
  }
  process.setSourceMapsEnabled(true);
  process.env.KINWISE_ROOT ??= ROOT;
  process.argv = [process.execPath, PROGRAM, ...words];
  await import(pathToFileURL(PROGRAM).href);
}
