import { create } from 'zustand';
import type { SearchQuery } from '../../contracts/catalogue.ts';
import type { Language } from '../../contracts/primitives.ts';
import type { Failure } from '../../contracts/result.ts';

/** What the goodbye says; counts only, gathered before the session is wiped. */
export interface Farewell {
  readonly pieces: number;
  readonly holds: number;
  readonly paid: boolean;
  readonly toPhone: boolean;
}

export type Screen =
  | { readonly name: 'attract' }
  | { readonly name: 'scan' }
  | { readonly name: 'phone' }
  | { readonly name: 'home' }
  | { readonly name: 'chat' }
  | { readonly name: 'browse'; readonly query: SearchQuery }
  | { readonly name: 'product'; readonly handle: string; readonly sku: string | null }
  | { readonly name: 'bag' }
  | { readonly name: 'reservations'; readonly reservationId: string | null }
  | { readonly name: 'pay' }
  | { readonly name: 'thanks'; readonly farewell: Farewell }
  | { readonly name: 'staff' };

export interface Notice {
  /** Key in kiosk.json. */
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface Trouble {
  readonly failure: Failure;
  /** Does the same again; absent where that cannot help. */
  readonly retry?: () => void;
}

export type SheetName = 'reading' | 'leave';

export interface ViewState {
  readonly screen: Screen;
  readonly trail: readonly Screen[];
  readonly language: Language;
  /** The shopper chose the language on this screen, so it outranks the one that their session brings. */
  readonly languageChosen: boolean;
  readonly theme: 'light' | 'dark';
  readonly largeText: boolean;
  readonly reach: boolean;
  /** Text in the ask-or-search box, not sent yet. */
  readonly draft: string;
  readonly keyboard: boolean;
  readonly sheet: SheetName | null;
  readonly notice: Notice | null;
  readonly trouble: Trouble | null;
}

const initial: ViewState = {
  screen: { name: 'attract' },
  trail: [],
  language: 'en',
  languageChosen: false,
  theme: 'light',
  largeText: false,
  reach: false,
  draft: '',
  keyboard: false,
  sheet: null,
  notice: null,
  trouble: null,
};

export const useView = create<ViewState>()(() => initial);

const quiet = { keyboard: false, notice: null, trouble: null, sheet: null };

/** Opens a screen; `back` returns to the present one. */
export function go(screen: Screen): void {
  useView.setState((view) => ({ ...quiet, screen, trail: [...view.trail, view.screen].slice(-20) }));
}

/** Opens a screen in place of the present one. */
export function replace(screen: Screen): void {
  useView.setState({ ...quiet, screen });
}

/** Opens a screen with nothing behind it. */
export function restartAt(screen: Screen): void {
  useView.setState({ ...quiet, screen, trail: [] });
}

export function back(): void {
  useView.setState((view) => {
    const previous = view.trail.at(-1);
    return previous ? { ...quiet, screen: previous, trail: view.trail.slice(0, -1) } : view;
  });
}

export const notify = (notice: Notice): void => useView.setState({ notice, trouble: null });
export const complain = (trouble: Trouble): void => useView.setState({ trouble, notice: null });
export const openSheet = (sheet: SheetName | null): void => useView.setState({ sheet });

/** Everything as the next shopper should find it: language, text size and reach go back to default too. */
export const resetView = (screen: Screen = { name: 'attract' }): void =>
  useView.setState({ ...initial, screen }, true);
