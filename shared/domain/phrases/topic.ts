import * as z from 'zod';

/** Topics and the group itself: rebuilt, moved, rights that are missing. Keys begin with `topic`. */
export const topicPhrases = {
  /** Which switch of the group keeps us from working; nothing is lost meanwhile. */
  topicTrouble: z.object({ trouble: z.enum(['topics', 'forum', 'pin']) }),
  /** First in a topic that was made again: where the talk up to now can be read. */
  topicRebuilt: z.object({ link: z.string() }),
  /** The group has a new id. */
  topicMoved: z.object({}),
  /** What a customer sent and the group's messenger does not take. */
  topicUnshown: z.object({
    what: z.enum([
      'text',
      'photo',
      'voice',
      'video',
      'videoNote',
      'audio',
      'animation',
      'document',
      'sticker',
      'location',
      'contact',
    ]),
    count: z.number(),
  }),
} as const;
