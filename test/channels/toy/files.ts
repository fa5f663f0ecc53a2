import type { ChannelFiles } from '#shared/channels/channel.ts';

/** A messenger without files: nothing can be brought from it, nothing can be sent. */
export const files: ChannelFiles = {
  download: async () => ({ kind: 'failed', why: 'gone' }),
  mostBytes: 0,
  uploads: {
    photo: null,
    voice: null,
    video: null,
    videoNote: null,
    audio: null,
    animation: null,
    document: null,
    sticker: null,
  },
};
