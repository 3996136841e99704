// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { takeAway } from './out-of-sight.ts';

let lock: HTMLElement;

beforeEach(() => {
  document.body.innerHTML =
    '<div id="root"><p>Moana Fish Shop −24.90</p><input value="12.50"></div><div role="dialog"><textarea></textarea></div>';
  lock = document.createElement('main');
});

const shown = () => document.documentElement.querySelector('body')?.innerHTML;

describe('A page that is taken out of sight', () => {
  test('is not in the document, and comes back as the same page with what was typed', () => {
    const [field, note] = [document.querySelector('input'), document.querySelector('textarea')];
    if (!field || !note) throw new Error('The page has no fields.');
    field.value = '99.10';
    note.value = 'half a sentence';
    note.focus();
    const bringBack = takeAway(lock);
    expect(shown()).toBe('<main></main>');
    bringBack();
    expect(document.querySelector('input')).toBe(field);
    expect([field.value, note.value]).toEqual(['99.10', 'half a sentence']);
    expect(document.activeElement).toBe(note);
    expect([...document.body.children].map(({ id, role }) => id || role)).toEqual(['root', 'dialog']);
  });

  test('takes along what comes meanwhile, and gives it back with the rest', () => {
    const bringBack = takeAway(lock);
    const late = document.createElement('div');
    late.textContent = 'Saved: Kōwhai Bakery −8.20';
    document.body.append(late);
    expect(shown()).toBe('<main></main>');
    bringBack();
    expect(document.body.contains(late)).toBe(true);
  });

  test('may lose what goes meanwhile, by whoever put it there', () => {
    const [page, dialog] = [document.body, document.querySelector('[role="dialog"]')];
    const bringBack = takeAway(lock);
    if (dialog) page.removeChild(dialog);
    bringBack();
    expect(document.querySelector('[role="dialog"]')).toBeNull();
  });
});
