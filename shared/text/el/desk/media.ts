import type { GroupTexts } from '../../dictionary.ts';

export const media: GroupTexts<'media'> = {
  mediaMissing: ({ what }) =>
    `Εδώ υπήρχε ${kinds[what]}, αλλά δεν γίνεται να εμφανιστεί. Ζητήστε, παρακαλώ, να σταλεί ξανά.`,
};

const kinds = {
  photo: 'μια φωτογραφία',
  voice: 'ένα φωνητικό μήνυμα',
  video: 'ένα βίντεο',
  document: 'ένα έγγραφο',
  audio: 'ένα αρχείο ήχου',
  sticker: 'ένα αυτοκόλλητο',
} as const;
