import { checkNode } from './check-node.mjs';

checkNode();
import('./gates.mjs').then(({ runGates }) => runGates(process.argv.slice(2)));
