/** Which passwords are good enough, and what to tell somebody whose is not. */
import { createRequire } from 'node:module';
import type zxcvbn from 'zxcvbn';
import type { Ground } from '../../platform/context.ts';
import { Problem } from '../../platform/problems.ts';

const SHORTEST = 12;
const LONGEST = 128;
/** From this length on a passphrase needs no mix of characters. */
const PASSPHRASE = 20;
/** The estimate takes longer than its length; what lies behind these characters only makes a password better. */
const ESTIMATED = 64;

/** What is known about the owner: a password must not be made of it. */
export type About = {
  readonly email?: string | undefined;
  readonly username?: string | null | undefined;
  readonly first_name?: string | undefined;
  readonly last_name?: string | undefined;
};

export type Weakness = { readonly code: string; readonly message: string };

export type Strength = {
  /** 0 (guessed at once) to 4. */
  readonly score: number;
  readonly acceptable: boolean;
  readonly problems: readonly Weakness[];
};

/** Its lists of words are large and slow to load, and most programs never judge a password: loaded with the first one. */
const load = createRequire(import.meta.url);
let estimate: typeof zxcvbn | undefined;

type Rules = { readonly mix: boolean; readonly place: readonly string[] };

const PRODUCT = 'kinwise';
const SIMILAR = 'It holds your name, your address or the name of this place. Choose something unrelated.';
const ORDINARY: Rules = { mix: true, place: [PRODUCT] };

/** `mix`: whether a short one needs several kinds of characters. `place`: words that everybody here would think of. */
export function strengthOf(password: string, about: About, { mix, place } = ORDINARY): Strength {
  const words = [...wordsOf(about), ...place];
  estimate ??= load('zxcvbn') as typeof zxcvbn;
  const { score } = estimate(password.slice(0, ESTIMATED), words);
  const problems = [...lengthProblems(password), ...(mix ? mixProblems(password) : [])];
  if (words.some((word) => holds(password, word))) {
    problems.push({ code: 'similar', message: SIMILAR });
  }
  if (score < 2 && password.length > 0) {
    problems.push({ code: 'common', message: 'It is among the first that people guess. Choose another.' });
  }
  return { score, acceptable: problems.length === 0, problems };
}

/** Refuses a password that is not good enough, naming the field and every reason. */
export function requireStrong(
  ground: Ground,
  { password, about, pointer }: { password: string; about: About; pointer: string },
): void {
  const { problems } = strengthOf(password, about, rulesOf(ground));
  if (problems.length === 0) return;
  throw new Problem('AUTH_1009', problems.map((problem) => problem.message).join(' '), {
    errors: problems.map((problem) => ({ pointer, ...problem })),
  });
}

/** The rules as the settings have them. */
export function rulesOf({ config, publicUrl }: Pick<Ground, 'config' | 'publicUrl'>): Rules {
  // Short labels are ordinary words or endings: `www`, `money`, `co.nz`.
  const labels = new URL(publicUrl()).hostname.split(/[.-]/).filter((label) => /^\p{L}{6,}$/u.test(label));
  return { mix: config.PASSWORD_MIX === 'on', place: [PRODUCT, ...labels] };
}

function lengthProblems(password: string): Weakness[] {
  const length = [...password].length;
  if (length < SHORTEST)
    return [
      { code: 'too_short', message: `Use ${SHORTEST} characters or more; a sentence is easy to keep.` },
    ];
  if (length > LONGEST) return [{ code: 'too_long', message: `Use ${LONGEST} characters at most.` }];
  return [];
}

function mixProblems(password: string): Weakness[] {
  if ([...password].length >= PASSPHRASE) return [];
  const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, /[^\p{L}\p{N}]/u];
  if (kinds.every((kind) => kind.test(password))) return [];
  return [
    {
      code: 'mix',
      message: `Mix upper and lower case, digits and signs, or use ${PASSPHRASE} characters or more of any kind.`,
    },
  ];
}

function wordsOf({ email, username, first_name, last_name }: About): string[] {
  const parts = [username ?? '', first_name ?? '', last_name ?? '', ...(email ?? '').split(/[@.+_-]/)];
  return [...new Set(parts.map((part) => part.normalize('NFC').toLowerCase()))].filter(
    (part) => part.length >= 4,
  );
}

function holds(password: string, word: string): boolean {
  const text = password.normalize('NFC').toLowerCase();
  return text.includes(word) || text.includes([...word].reverse().join(''));
}
