import { CSPProvider } from '@base-ui/react/csp-provider';
import { EN_NZ, type FormatLocale } from '@kinwise/core/format';
import { createContext, type ReactNode, useContext } from 'react';

/** The few words that components say themselves; the app hands them in its own language. */
export type UiWords = {
  readonly close: string;
  readonly clear: string;
  readonly open: string;
  readonly nothingFound: string;
  readonly showAsTable: string;
  readonly showAsChart: string;
  readonly required: string;
  readonly showPassword: string;
  readonly hidePassword: string;
  readonly deleteDigit: string;
  readonly noAmount: string;
};

export type UiSettings = { readonly locale: FormatLocale; readonly words: UiWords };

const ENGLISH: UiWords = {
  close: 'Close',
  clear: 'Clear',
  open: 'Open',
  nothingFound: 'Nothing found',
  showAsTable: 'Show as table',
  showAsChart: 'Show as chart',
  required: 'required',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  deleteDigit: 'Delete last digit',
  noAmount: 'This is no amount. It looks like 1,234.50.',
};

const Settings = createContext<UiSettings>({ locale: EN_NZ, words: ENGLISH });

export function useUiSettings(): UiSettings {
  return useContext(Settings);
}

/** Stands once around the app: locale and words of the components, and no style elements (strict content policy). */
export function UiProvider(props: { locale: FormatLocale; words?: Partial<UiWords>; children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <Settings.Provider value={{ locale: props.locale, words: { ...ENGLISH, ...props.words } }}>
        {props.children}
      </Settings.Provider>
    </CSPProvider>
  );
}
