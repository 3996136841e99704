import { parentPort, workerData } from 'node:worker_threads';
import { readStatements } from '@kinwise/engines/statements/read';
import type { StatementFile } from '@kinwise/engines/statements/types';
import { headOf, pieceOf, settled } from './intake/parsing/parsing.ts';
import type { FromThread, ToThread } from './intake/parsing/parsing.ts';

/** The thread in which a large file is read: one file, given at its start, and one question after another about it. */
const PROGRESS_MS = 250;
let file: StatementFile | undefined;

parentPort?.on('message', (question: ToThread) => {
  if ('piece' in question) {
    if (file) say({ piece: pieceOf(file, question.piece) });
    return;
  }
  const steps = readStatements(workerData as Uint8Array, question.read);
  let told = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      const outcome = settled(step.value);
      file = outcome.ok ? outcome.file : undefined;
      say({ outcome: headOf(outcome) });
      return;
    }
    if (performance.now() - told < PROGRESS_MS) continue;
    told = performance.now();
    say({ progress: step.value });
  }
});

function say(message: FromThread): void {
  parentPort?.postMessage(message);
}
