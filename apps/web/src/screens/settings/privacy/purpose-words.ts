import type { Purpose } from '@kinwise/api-client/schema';
import { i18n } from '@lingui/core';

/** What each purpose is called, and what happens with a yes, in one plain sentence. */
export function purposeWords(purpose: Purpose): { title: string; sentence: string } {
  const words: Record<Purpose, { title: string; sentence: string }> = {
    analytics: {
      title: i18n._('Usage figures'),
      sentence: i18n._(
        'Count which parts of KinWise you use, so that they get better. Never what you spend.',
      ),
    },
    cohort_comparison: {
      title: i18n._('Comparing with others like you'),
      sentence: i18n._(
        'Put your sums, without your name, among those of people like you, and show you where you stand. Never in a group smaller than five.',
      ),
    },
    ai: {
      title: i18n._('The assistant'),
      sentence: i18n._(
        'Let a language model read those of your entries that a question of yours is about. Whoever runs this KinWise says which one it is.',
      ),
    },
    leaderboard: {
      title: i18n._('Leaderboards'),
      sentence: i18n._('Show your points to others in your household beside theirs. Never sums of money.'),
    },
    marketing: {
      title: i18n._('News by mail'),
      sentence: i18n._('Send you a mail now and then about what is new.'),
    },
  };
  return words[purpose];
}
