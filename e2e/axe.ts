import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds on a page, a line for each place: the rule, the place, what is wrong. Empty is the goal. */
export async function findings(page: Page): Promise<string[]> {
  // The older way needs no second page; there are no frames in this app that it could miss.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? node.html.slice(0, 120)}`),
  );
}
