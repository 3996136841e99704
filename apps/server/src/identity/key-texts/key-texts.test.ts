import { describe, expect, it } from 'vitest';
import { KEY_PREFIX, SIGNING_PREFIX, isKeyText, keyIn, newKeyText } from './key-texts.ts';

describe('the text of an API key', () => {
  it('is recognised by its prefix and its length', () => {
    for (let count = 0; count < 50; count += 1)
      expect(newKeyText(KEY_PREFIX)).toMatch(/^kw_[0-9A-Za-z]{49}$/);
    expect(newKeyText(SIGNING_PREFIX)).toMatch(/^kws_[0-9A-Za-z]{49}$/);
    expect(newKeyText(KEY_PREFIX)).not.toBe(newKeyText(KEY_PREFIX));
  });

  it('tells a typo at any place by its check characters', () => {
    const text = newKeyText(KEY_PREFIX);
    expect(isKeyText(text)).toBe(true);
    for (let at = 0; at < text.length; at += 1) {
      const other = text[at] === 'x' ? 'y' : 'x';
      expect(isKeyText(`${text.slice(0, at)}${other}${text.slice(at + 1)}`)).toBe(false);
    }
    for (const wrong of ['', text.slice(0, -1), `${text}a`, newKeyText(SIGNING_PREFIX), text.toLowerCase()])
      expect(isKeyText(wrong)).toBe(false);
  });

  it('is found in a header, and nothing else is taken for one', () => {
    expect(keyIn('Bearer kw_abc')).toBe('kw_abc');
    expect(keyIn('bearer kw_')).toBe('kw_');
    for (const other of [undefined, '', 'Bearer eyJ.a.b', 'Basic kw_abc', 'kw_abc'])
      expect(keyIn(other)).toBeUndefined();
  });
});
