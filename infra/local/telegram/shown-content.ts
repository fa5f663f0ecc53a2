import * as z from 'zod';
import type { ShownContent, ShownEntity } from '../phone-api.ts';
import type { Entity, Message, StoredFile } from './state.ts';
import type { World } from './world.ts';

/** What stands inside a bubble, as the page draws it. */
export const shownContent = (world: World, { content, from }: Message): ShownContent => {
  switch (content.kind) {
    case 'text':
      return { kind: 'text', text: content.text, entities: content.entities.map(shownEntity) };
    case 'photo':
      return { kind: 'photo', url: fileUrl(content.files.at(-1) ?? ''), ...shownCaption(content) };
    case 'document':
      return {
        kind: 'document',
        ...named(world, content.file),
        bytes: fileOf(world, content.file)?.size ?? 0,
        ...shownCaption(content),
      };
    case 'audio':
      return {
        kind: 'audio',
        ...named(world, content.file),
        seconds: secondsOf(world, content.file),
        ...shownCaption(content),
      };
    case 'video':
    case 'animation':
    case 'video_note':
      return {
        kind: 'video',
        look: looks[content.kind],
        url: fileUrl(content.file),
        seconds: secondsOf(world, content.file),
        ...(content.kind === 'video_note' ? { caption: '' } : shownCaption(content)),
      };
    case 'sticker':
      return { kind: 'sticker', url: fileUrl(content.file), emoji: content.emoji };
    case 'voice':
      return {
        kind: 'voice',
        seconds: secondsOf(world, content.file),
        url: fileUrl(content.file),
        ...shownCaption(content),
      };
    case 'location':
    case 'venue': {
      const { latitude, longitude } = content;
      return { kind: 'location', latitude, longitude, title: content.kind === 'venue' ? content.title : '' };
    }
    case 'contact':
      return {
        kind: 'contact',
        name: `${content.firstName} ${content.lastName}`.trim(),
        phone: content.phone,
      };
    case 'service':
      return { kind: 'service', text: serviceText(nameOf(world, from), content.field, content.value) };
  }
};

const looks = { video: 'video', animation: 'animation', video_note: 'note' } as const;

const shownCaption = ({ caption, entities }: { caption: string; entities: readonly Entity[] }) => ({
  caption,
  entities: entities.map(shownEntity),
});

const shownEntity = (entity: Entity): ShownEntity => ({
  type: entity.type,
  offset: entity.offset,
  length: entity.length,
  ...(typeof entity.url === 'string' ? { url: entity.url } : {}),
});

const fileUrl = (id: string): string => `/_local/phone/file?messenger=telegram&id=${encodeURIComponent(id)}`;

const fileOf = (world: World, id: string): StoredFile | undefined => world.files.get(id);
const secondsOf = (world: World, id: string): number => fileOf(world, id)?.seconds ?? 0;
const named = (world: World, id: string) => ({ name: fileOf(world, id)?.name ?? 'file', url: fileUrl(id) });

const nameOf = (world: World, id: number): string =>
  id === world.botId ? 'The bot' : (world.people.get(id)?.firstName ?? 'An administrator');

const valueShape = z.object({ name: z.string().optional(), first_name: z.string().optional() });

/** Service messages in the apps' manner. */
const serviceText = (who: string, field: string, value: unknown): string => {
  const read = valueShape.safeParse(value);
  const name = read.success ? read.data.name : undefined;
  switch (field) {
    case 'forum_topic_created':
      return `${who} created the topic “${name ?? ''}”`;
    case 'forum_topic_edited':
      return name === undefined ? `${who} changed the topic's icon` : `${who} renamed the topic to “${name}”`;
    case 'forum_topic_closed':
      return `${who} closed the topic`;
    case 'forum_topic_reopened':
      return `${who} reopened the topic`;
    case 'pinned_message':
      return `${who} pinned a message`;
    case 'new_chat_members':
      return `${who} joined the group`;
    case 'left_chat_member':
      return `${who} left the group`;
    case 'migrate_to_chat_id':
      return 'The group moved to another supergroup';
    case 'migrate_from_chat_id':
      return 'The group became a supergroup: older messages stayed in the old one';
    default:
      return field.replaceAll('_', ' ');
  }
};
