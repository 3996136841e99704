#!/usr/bin/env node
import { checkNode } from './check-node.mjs';

checkNode();
import('./run.mjs').then(({ run }) => run(process.argv.slice(2)));
