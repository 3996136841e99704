import { afterEach, describe, expect, it, vi } from 'vitest';
import { audit } from './audit.ts';
import { user } from './user.ts';
import { wordsOf } from './words.ts';

describe('words of a command line', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('are read with their options', () => {
    expect(wordsOf(['verify', '--household', 'x'], ['household'])).toEqual({
      values: { household: 'x' },
      positionals: ['verify'],
    });
    expect(wordsOf(['--household'], ['household'])).toBeUndefined();
  });

  it('that a command does not know are answered with what it knows, and no trace of the program', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect([await audit(['--help']), await user(['unlock', '--force'])]).toEqual([2, 2]);
    expect(said.mock.calls.map(([text]) => String(text).split(' ').slice(0, 2).join(' '))).toEqual([
      'kinwise audit',
      'kinwise user',
    ]);
  });
});
