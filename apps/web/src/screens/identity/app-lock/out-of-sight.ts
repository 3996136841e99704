/**
 * Takes everything of the page out of the document but one element, and gives back what puts it there again as it was:
 * with all that was typed, where it was scrolled to, and with the focus. What is out of the document is neither painted nor
 * found, read out, printed or looked at by extensions; the app goes on behind it, so that nothing typed is lost.
 */
export function takeAway(stays: HTMLElement): () => void {
  const focused = document.activeElement;
  const places = [document.scrollingElement, ...document.querySelectorAll('body *')]
    .filter((one) => one !== null && (one.scrollTop !== 0 || one.scrollLeft !== 0))
    .map((element) => ({ element, top: element?.scrollTop ?? 0, left: element?.scrollLeft ?? 0 }));
  const away = document.createDocumentFragment();
  // What the app puts beside the page meanwhile (a dialog, a short word) goes the same way before it is painted.
  const sweep = () => {
    for (const node of [...document.body.childNodes]) if (node !== stays && !isCode(node)) away.append(node);
  };
  const watch = new MutationObserver(sweep);
  watch.observe(document.body, { childList: true });
  sweep();
  return () => {
    watch.disconnect();
    document.body.prepend(away);
    for (const { element, top, left } of places) element?.scrollTo({ top, left, behavior: 'instant' });
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
}

function isCode(node: Node): boolean {
  return node.nodeName === 'SCRIPT' || node.nodeName === 'NOSCRIPT';
}
