/** What `connect` says, line by line: what is right, what is wrong with the way to put it right, and what cannot be told. */
export type Checklist = {
  readonly section: (title: string) => void;
  readonly fine: (says: string) => void;
  /** `todo`: what to do, one sentence without a full stop. The same line is said once. */
  readonly wrong: (says: string, todo: string) => void;
  /** What is not needed here, cannot be told from here, or is only worth knowing. */
  readonly note: (says: string) => void;
  /** From now on this word appears in no line, whoever quotes it. */
  readonly hide: (secret: string) => void;
  /** How many different things are wrong. */
  readonly wrongs: () => number;
};

/** Shorter ones are no secrets: a name or a flag that happens to be the same would vanish from the lines. */
const shortestSecret = 8;

/** Says each line as soon as it is known. */
export function createChecklist(say: (line: string) => void): Checklist {
  const secrets = new Set<string>();
  const wrongs = new Set<string>();
  const line = (words: string) => {
    let told = words;
    for (const secret of secrets) told = told.replaceAll(secret, '…');
    say(told);
  };
  return {
    section: (title) => {
      say('');
      line(title);
    },
    fine: (says) => line(`✓ ${says}`),
    wrong: (says, todo) => {
      const words = `${says} -> ${todo}`;
      // Two checks may meet the same trouble, such as credentials that do not work.
      if (!wrongs.has(words)) line(`✗ ${words}`);
      wrongs.add(words);
    },
    note: (says) => line(`! ${says}`),
    hide: (secret) => {
      if (secret.length >= shortestSecret) secrets.add(secret);
    },
    wrongs: () => wrongs.size,
  };
}
