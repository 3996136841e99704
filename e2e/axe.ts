import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const LOOKS = 5;

/** What axe finds on a page, a line for each place: the rule, the place, what is wrong. Empty is the goal. */
export async function findings(page: Page): Promise<string[]> {
  for (let look = 1; ; look += 1) {
    await atRest(page);
    const before = await movesOf(page);
    // The older way needs no second page; there are no frames in this app that it could miss.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    // What fades while axe looks has the colours of no state: a message that went, say. It is looked at once more.
    if (look < LOOKS && (await movesOf(page)) !== before) continue;
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        (node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? node.html.slice(0, 120)}`,
      ),
    );
  }
}

/** How many glides have begun on the page since this was first asked. */
async function movesOf(page: Page): Promise<number> {
  return await page.evaluate<number>(`(() => {
    if (window.kwMoves === undefined) {
      window.kwMoves = 0;
      for (const begun of ['transitionrun', 'animationstart'])
        document.addEventListener(begun, () => { window.kwMoves += 1; }, true);
    }
    return window.kwMoves;
  })()`);
}

/**
 * Colours and places as they stay. Where both a thing and its parent glide, the child's way begins anew with each step
 * of the parent's, so what is waited for is not the end of those that run now but that none runs, two frames on end.
 */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    const glides = (one) => one.playState === 'running' && one.effect?.getComputedTiming().iterations !== Infinity;
    for (let still = 0, frames = 0; still < 2 && frames < 600; frames += 1) {
      await new Promise(requestAnimationFrame);
      document.body.getBoundingClientRect();
      still = document.getAnimations().some(glides) ? 0 : still + 1;
    }
  })()`);
}
