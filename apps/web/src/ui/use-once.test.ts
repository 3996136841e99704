// @vitest-environment happy-dom
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { expect, it } from 'vitest';
import { useOnce } from './use-once.ts';

/** A button that saves, drawn as on a screen. */
function saveButton(save: () => Promise<void>): HTMLButtonElement {
  function Save() {
    const once = useOnce();
    return createElement('button', { onClick: () => void once(save).catch(() => undefined) }, 'Save');
  }
  const place = document.createElement('div');
  document.body.append(place);
  flushSync(() => createRoot(place).render(createElement(Save)));
  const button = place.querySelector('button');
  if (!button) throw new Error('no button was drawn');
  return button;
}

it('two quick presses on Save make one entry, also while the first is still being kept', async () => {
  let made = 0;
  let kept = () => undefined as void;
  const button = saveButton(async () => {
    made += 1;
    await new Promise<void>((resolve) => {
      kept = resolve;
    });
  });
  button.click();
  button.click();
  expect(made).toBe(1);
  kept();
  await Promise.resolve();
  button.click();
  expect(made).toBe(1);
});

it('what could not be kept may be pressed again', async () => {
  let tries = 0;
  const button = saveButton(async () => {
    tries += 1;
    await Promise.reject(new Error('no room'));
  });
  button.click();
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  button.click();
  expect(tries).toBe(2);
});
