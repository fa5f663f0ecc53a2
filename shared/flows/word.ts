/**
 * What always works, in any state and language. The words themselves stand in `shared/text/words.ts`; flows only know
 * their meaning.
 */
export type Word =
  | 'person'
  | 'callback'
  | 'stop'
  /** "Please stop", with nothing that tells what: the messages, or the work on the car. */
  | 'stopWhat'
  /** Somebody wants us to stop working on their car; also in a whole sentence. */
  | 'stopWork'
  | 'status'
  | 'menu'
  | 'back'
  | 'cancel'
  | 'help'
  | 'address'
  | 'hours'
  | 'book'
  /** Something is wrong with the car. */
  | 'problem'
  | 'language'
  /** What they can set about themselves. */
  | 'settings'
  | 'link'
  /** What they wait for on the waiting list; from there it is left. */
  | 'waitlist'
  /** Who approves costs. */
  | 'payer'
  /** "What did we agree". */
  | 'agreed'
  /** The work order as a document. */
  | 'document'
  /** All that is kept of them, as an archive. */
  | 'export'
  /** All that is kept of them is to be erased. */
  | 'erase'
  /** The word that signs what waits for it; elsewhere it is a yes. */
  | 'sign'
  | 'hello'
  | 'thanks'
  | 'yes'
  | 'no'
  | 'skip';
