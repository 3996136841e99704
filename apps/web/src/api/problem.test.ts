import { describe, expect, it } from 'vitest';
import { problemOf } from './problem.ts';

const said = async (body: unknown, status = 409): Promise<string> =>
  (await problemOf(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }))).message;

describe('a refusal in words', () => {
  const detail = 'There is no such account in this household.';

  it('is one sentence in English, and in te reo Māori that sentence and what to do', async () => {
    expect(await said({ user_message: detail, detail, title: 'Not found' })).toBe(detail);
    expect(await said({ user_message: 'Kāore i kitea.', detail, title: 'Not found' })).toBe(
      `Kāore i kitea. ${detail}`,
    );
  });

  it('says what there is, whoever answered', async () => {
    expect(await said({ detail, title: 'Not found' })).toBe(detail);
    expect(await said({ user_message: 7, title: 'Not found' })).toBe('Not found');
    expect(await said('<html>', 502)).toBe('The server answered 502.');
  });
});
