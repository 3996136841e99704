import { recall, remember } from './device.ts';
import { createStore, useStore } from './store.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'compact' | 'cosy' | 'roomy';
export type TextSize = 'plain' | 'large' | 'larger';
/** Which te reo Māori names of months and days: the maramataka's, or the transliterated ones. */
export type MonthNames = 'maramataka' | 'loan';

const GROUND = { light: '#F6F4EE', dark: '#0E1412' };

const theme = createStore<Theme>(asTheme(recall('kw_theme')));
const density = createStore<Density>(asDensity(recall('kw_density')));
const textSize = createStore<TextSize>(asTextSize(recall('kw_text')));
const monthNames = createStore<MonthNames>(recall('kw_months') === 'loan' ? 'loan' : 'maramataka');

export function useTheme(): Theme {
  return useStore(theme);
}

export function useDensity(): Density {
  return useStore(density);
}

export function useTextSize(): TextSize {
  return useStore(textSize);
}

export function useMonthNames(): MonthNames {
  return useStore(monthNames);
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

/** On top of the size that the browser is set to. */
export function chooseTextSize(choice: TextSize): void {
  remember('kw_text', choice);
  textSize.set(choice);
  document.documentElement.dataset['text'] = choice;
}

export function chooseMonthNames(choice: MonthNames): void {
  remember('kw_months', choice);
  monthNames.set(choice);
}

/** On a device where nothing has been chosen yet, what the account remembers from another one. */
export function takeLook(wished: { readonly theme: Theme; readonly density: string }): void {
  if (recall('kw_theme') === undefined && wished.theme !== 'system') chooseTheme(wished.theme);
  if (recall('kw_density') === undefined && wished.density === 'compact') chooseDensity('compact');
}

function asTheme(text: string | undefined): Theme {
  return text === 'light' || text === 'dark' ? text : 'system';
}

function asDensity(text: string | undefined): Density {
  return text === 'compact' || text === 'roomy' ? text : 'cosy';
}

function asTextSize(text: string | undefined): TextSize {
  return text === 'large' || text === 'larger' ? text : 'plain';
}
