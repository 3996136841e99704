import { useEffect } from 'react';
import { createStore, useStore } from './store.ts';

/** Something waits for a person's answer: a call that is refused without it, most of the time. */
export type Asked = { readonly answer: (yes: boolean) => void };

export type Question = {
  /** Asks; whoever asks while it is open gets the same answer. Where nobody can answer it is no. */
  readonly ask: () => Promise<boolean>;
  /** For the part of the screen that puts the question. */
  readonly useAsked: () => Asked | undefined;
};

/** The part of the screen that asks is loaded after what one sees first. */
const LOADING_MS = 3000;

export function createQuestion(): Question {
  const asked = createStore<Asked | undefined>(undefined);
  let waiting: Promise<boolean> | undefined;
  let parts = 0;

  const ask = () => {
    waiting ??= new Promise((resolve) => {
      const answer = (yes: boolean) => {
        waiting = undefined;
        asked.set(undefined);
        resolve(yes);
      };
      asked.set({ answer });
      if (parts === 0) setTimeout(() => parts === 0 && asked.get()?.answer(false), LOADING_MS);
    });
    return waiting;
  };

  const useAsked = () => {
    useEffect(() => {
      parts += 1;
      return () => {
        parts -= 1;
        // What goes away with the question open cannot be answered any more.
        if (parts === 0) asked.get()?.answer(false);
      };
    }, []);
    return useStore(asked);
  };
  return { ask, useAsked };
}
