/**
 * Puts a page of its own in the place of the app's, with one element in it, and gives back what undoes that: with all that
 * was typed, where it was scrolled to, and with the focus. What is out of the document is neither painted nor found, read
 * out, printed or looked at by extensions; the app goes on behind it, so that nothing typed is lost.
 */
export function takeAway(shown: HTMLElement): () => void {
  const page = document.body;
  const focused = document.activeElement;
  const places = [document.scrollingElement, ...page.querySelectorAll('*')]
    .filter((one) => one !== null && (one.scrollTop !== 0 || one.scrollLeft !== 0))
    .map((element) => ({ element, top: element?.scrollTop ?? 0, left: element?.scrollLeft ?? 0 }));
  const instead = document.createElement('body');
  instead.append(shown);
  // As a whole: dialogs and menus are children of the body that React itself takes away later, and finds where it put them.
  page.replaceWith(instead);
  // What the app puts beside the page meanwhile (a short word, a dialog) goes to the page that is out of sight.
  Object.defineProperty(document, 'body', { configurable: true, get: () => page });
  return () => {
    Reflect.deleteProperty(document, 'body');
    instead.replaceWith(page);
    for (const { element, top, left } of places) element?.scrollTo({ top, left, behavior: 'instant' });
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
}
