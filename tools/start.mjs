import { checkNode } from './check-node.mjs';

checkNode();
// Loaded only now, so that an old Node gets the sentence above and not a syntax error.
import('./run.mjs').then(({ run }) => run(['start', ...process.argv.slice(2)]));
