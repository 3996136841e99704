import { recall, remember } from './device.ts';
import { createStore, useStore } from './store.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'compact' | 'cosy' | 'roomy';

const GROUND = { light: '#F6F4EE', dark: '#0E1412' };

const theme = createStore<Theme>(asTheme(recall('kw_theme')));
const density = createStore<Density>(asDensity(recall('kw_density')));

export function useTheme(): Theme {
  return useStore(theme);
}

export function useDensity(): Density {
  return useStore(density);
}

/** Chooses light, dark or what the system says; theme.js finds the choice before the next first paint. */
export function chooseTheme(choice: Theme): void {
  remember('kw_theme', choice);
  document.cookie = `kw_theme=${choice}; path=/; max-age=31536000; samesite=lax`;
  theme.set(choice);
  if (choice === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    const own = meta.getAttribute('media')?.includes('dark') ? 'dark' : 'light';
    meta.setAttribute('content', GROUND[choice === 'system' ? own : choice]);
  }
}

export function chooseDensity(choice: Density): void {
  remember('kw_density', choice);
  density.set(choice);
  document.documentElement.dataset['density'] = choice;
}

function asTheme(text: string | undefined): Theme {
  return text === 'light' || text === 'dark' ? text : 'system';
}

function asDensity(text: string | undefined): Density {
  return text === 'compact' || text === 'roomy' ? text : 'cosy';
}
