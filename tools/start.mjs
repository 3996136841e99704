import { checkNode } from './check-node.mjs';

checkNode();
// Loaded only now, so that an old Node gets the sentence above and not a syntax error.
import('./run.mjs').then(({ run }) => run(['start', ...process.argv.slice(2)]));

/**
 * npm starts us through a shell, and a shell that is ended does not tell its child. When it is gone, whoever started
 * KinWise is gone: then it stops, instead of staying behind with its database.
 */
if (process.env.npm_lifecycle_event === 'start') {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
