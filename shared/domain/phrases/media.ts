import * as z from 'zod';

/** What a file is, in words for people. */
export const mediaWhat = z.enum(['photo', 'voice', 'video', 'document', 'audio', 'sticker']);

const none = z.object({});

/** Files that could not be passed on, and the page with all that was said. Keys begin with `media`. */
export const mediaPhrases = {
  /** Stands where a file would be that cannot be shown. */
  mediaMissing: z.object({ what: mediaWhat }),
  /** Stands where a file will be once it was fetched. */
  mediaPending: z.object({ what: mediaWhat }),
  /** Said to the advisors: a file did not go on. `whose`: the customer sent it, or one of us did, for the customer. */
  mediaFailed: z.object({
    what: mediaWhat,
    why: z.enum(['tooLarge', 'gone', 'unknownType', 'damaged', 'unreachable']),
    /** Its size where it is known. */
    bytes: z.number().nullable(),
    whose: z.enum(['customer', 'ours']),
  }),

  // The page with all that was said
  mediaHistoryTitle: z.object({ name: z.string() }),
  /** Above the oldest line where older ones are left out; `count` are shown. */
  mediaHistoryCut: z.object({ count: z.number() }),
  mediaHistoryEmpty: none,
  mediaHistoryBot: none,
  mediaHistoryTapped: z.object({ label: z.string() }),
  mediaHistoryEdited: z.object({ text: z.string() }),
  /** A file, as words; `name` of a document, or ''. */
  mediaHistoryFile: z.object({ what: mediaWhat, name: z.string() }),
  mediaHistoryLocation: none,
  mediaHistoryContact: none,
  mediaHistoryOther: none,
  /** In the place of the page: its seven days are over, or there never was one. */
  mediaHistoryGone: none,
} as const;
