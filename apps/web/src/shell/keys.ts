import { useEffect, useRef } from 'react';
import { createStore, useStore } from './store.ts';

/** A key or two keys after each other: `n`, `/`, `?`, `g t`; with `mod+` for Ctrl or Command. */
export type Shortcut = { readonly keys: string; readonly label: string; readonly run: () => void };

const shortcuts = createStore<readonly Shortcut[]>([]);

export function useShortcutList(): readonly Shortcut[] {
  return useStore(shortcuts);
}

/** Keys that work while the calling part is on the screen; a later one with the same keys goes first. */
export function useShortcuts(list: readonly Shortcut[]): void {
  const latest = useRef(list);
  latest.current = list;
  const names = list.map((shortcut) => `${shortcut.keys} ${shortcut.label}`).join('\n');
  useEffect(() => {
    const mine = latest.current.map(
      (shortcut, index): Shortcut => ({ ...shortcut, run: () => latest.current[index]?.run() }),
    );
    shortcuts.set([...mine, ...shortcuts.get()]);
    return () => shortcuts.set(shortcuts.get().filter((shortcut) => !mine.includes(shortcut)));
    // Names stand for the list: a new array with the same keys is no change.
  }, [names]);
}

/** Listens for the keys of all parts; stands once in the shell. */
export function useKeyboard(): void {
  useEffect(() => {
    let first: string | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKey = (event: KeyboardEvent) => {
      const key = keyOf(event);
      if (key === undefined || event.defaultPrevented) return;
      const wanted = first === undefined ? key : `${first} ${key}`;
      const list = shortcuts.get();
      clearTimeout(timer);
      first = undefined;
      const found =
        list.find((shortcut) => shortcut.keys === wanted) ?? list.find((shortcut) => shortcut.keys === key);
      if (found) {
        event.preventDefault();
        found.run();
      } else if (list.some((shortcut) => shortcut.keys.startsWith(`${key} `))) {
        first = key;
        timer = setTimeout(() => {
          first = undefined;
        }, 1200);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
}

/** The key as shortcuts name it; undefined for keys that belong to a field or to the browser. */
function keyOf(event: KeyboardEvent): string | undefined {
  if (event.altKey || event.isComposing || event.key.length === 0) return undefined;
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? undefined : `mod+${event.key.toLowerCase()}`;
  const target = event.target instanceof HTMLElement ? event.target : undefined;
  // What lies over the page is not acted past.
  if (
    target?.closest(
      `input, textarea, select, [contenteditable], [role$="menu"], [role="listbox"], [role$="dialog"]`,
    )
  )
    return undefined;
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}
