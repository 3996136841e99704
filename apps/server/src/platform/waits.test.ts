import { describe, expect, it } from 'vitest';
import { spoken } from './waits.ts';

describe('a wait', () => {
  it('is told in what one reckons with, and never too short', () => {
    const seconds = [1, 48, 119, 120, 121, 2790, 7199, 7201, 86_400];
    expect(seconds.map(spoken)).toEqual([
      '1 second',
      '48 seconds',
      '119 seconds',
      '2 minutes',
      '3 minutes',
      '47 minutes',
      '2 hours',
      '3 hours',
      '24 hours',
    ]);
  });
});
