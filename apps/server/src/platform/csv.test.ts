import { newId } from '@kinwise/core/ids';
import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

describe('CSV', () => {
  it('guards texts and leaves numbers alone, whatever they look like', () => {
    const cells = [
      '-1',
      '=1',
      '+1',
      '@x',
      '\tx',
      '\rx',
      'plain',
      '',
      -5,
      { number: '-45.90' },
      { number: '=cmd' },
      null,
    ] as const;
    expect(csvOf([cells])).toBe(`\ufeff'-1,'=1,'+1,'@x,'\tx,"'\rx",plain,,-5,-45.90,'=cmd,\r\n`);
  });

  it('knows ids as little as any other text', () => {
    expect(csvOf([[newId().replace(/^./, '0')]])).not.toContain("'");
  });
});
