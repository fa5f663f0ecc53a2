import type { Danger } from '#shared/domain/danger.ts';

/** What one language says of danger, as patterns (see `shared/domain/pattern.ts`), written in its own letters. */
export type DangerWords = {
  /** Harmless although it sounds alike: it is not read at all. */
  readonly fine: string;
  /** Long ago, mended, or about somebody else's car: clauses with this are not read... */
  readonly past: string;
  /** ...unless they also say that it is so again or now. */
  readonly still: string;
  /** A lamp that is lit, where the same word also says that something burns: no sign of fire. */
  readonly glow: string;
  readonly kinds: Readonly<Record<Danger, string>>;
  /** Beginnings of words that people mistype by one letter. */
  readonly spelt: string;
};
