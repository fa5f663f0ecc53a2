import * as z from 'zod';

/** What a file is, in words for people. */
export const mediaWhat = z.enum(['photo', 'voice', 'video', 'document', 'audio', 'sticker']);

/** Files that could not be passed on. Keys begin with `media`. */
export const mediaPhrases = {
  /** Stands where a file would be that cannot be shown. */
  mediaMissing: z.object({ what: mediaWhat }),
} as const;
