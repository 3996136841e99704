import { createQuestion } from './questions.ts';

/** A call waits for the person to confirm that it is them. */
export const { ask: askToConfirm, useAsked: useAskedToConfirm } = createQuestion();
