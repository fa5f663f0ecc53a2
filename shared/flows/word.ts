/**
 * What always works, in any state and language. The words themselves stand in `shared/text/words.ts`; flows only know
 * their meaning.
 */
export type Word =
  | 'person'
  | 'callback'
  | 'stop'
  | 'status'
  | 'menu'
  | 'back'
  | 'cancel'
  | 'help'
  | 'address'
  | 'hours'
  | 'book'
  | 'language'
  | 'link'
  /** Who approves costs. */
  | 'payer'
  | 'hello'
  | 'thanks'
  | 'yes'
  | 'no'
  | 'skip';
