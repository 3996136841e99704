// @vitest-environment happy-dom
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Asked, createQuestion } from './questions.ts';

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('A question to the person', () => {
  test('is put by the part that asks, also where that comes after it', async () => {
    const { ask, useAsked } = createQuestion();
    const answer = ask();
    let seen: Asked | undefined;
    const Part = () => {
      seen = useAsked();
      return null;
    };
    const root = createRoot(document.createElement('div'));
    act(() => root.render(createElement(Part)));
    await vi.advanceTimersByTimeAsync(10_000);
    act(() => seen?.answer(true));
    expect(await answer).toBe(true);
    expect(seen).toBeUndefined();
    const again = ask();
    act(() => root.unmount());
    expect(await again).toBe(false);
  });

  test('is no where nothing comes that could put it', async () => {
    const { ask } = createQuestion();
    const answer = ask();
    await vi.advanceTimersByTimeAsync(3000);
    expect(await answer).toBe(false);
  });
});
