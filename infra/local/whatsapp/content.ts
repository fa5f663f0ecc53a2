import { GraphError } from './errors.ts';
import { type MediaKind, mediaProblem } from './media.ts';
import type { Interactive } from './requests/interactive.ts';
import type { SendRequest } from './requests/send.ts';
import type { Content, Media, Message, Offer } from './state.ts';
import { type FilledTemplate, fillTemplate } from './templates/fill.ts';
import type { World } from './world.ts';

/** What a person would see of a message, or the details of the 131053 that it ends with. */
export type Drawn =
  | (Pick<Message, 'content' | 'header' | 'footer' | 'offer' | 'template'> & {
      readonly category: NonNullable<Message['sent']>['category'];
    })
  | { readonly problem: string };

/** Media ids of the links that could be fetched. */
export type Fetched = ReadonlyMap<string, string>;

/**
 * Draws everything but a reaction.
 * @throws GraphError 131009 for media ids that are unknown, 132… for templates that do not fit.
 */
export const draw = (
  world: World,
  request: Exclude<SendRequest, { type: 'reaction' }>,
  fetched: Fetched,
): Drawn => {
  const plain = (content: Content): Drawn => ({ content, header: '', footer: '', category: 'service' });
  const file = (kind: MediaKind, source: Source, text = ''): Drawn => {
    const content = mediaContent(world, fetched, kind, source, text);
    return 'problem' in content ? content : plain(content);
  };
  switch (request.type) {
    case 'text':
      return plain({ kind: 'text', text: request.text.body });
    case 'image':
      return file('image', request.image, request.image.caption);
    case 'video':
      return file('video', request.video, request.video.caption);
    case 'document':
      return file('document', request.document, request.document.caption);
    case 'audio':
      return file('audio', request.audio);
    case 'sticker':
      return file('sticker', request.sticker);
    case 'location': {
      const { latitude, longitude, name, address } = request.location;
      const title = [name, address].filter(Boolean).join(', ');
      return plain({ kind: 'location', latitude, longitude, title });
    }
    case 'contacts': {
      const [first] = request.contacts;
      const phone = first?.phones?.[0]?.phone ?? '';
      return plain({ kind: 'contact', name: first?.name.formatted_name ?? '', phone });
    }
    case 'interactive':
      return drawInteractive(world, request.interactive, fetched);
    case 'template':
      return drawTemplate(world, fillTemplate(world, request.template), fetched);
  }
};

type Source = {
  readonly id?: string | undefined;
  readonly link?: string | undefined;
  readonly filename?: string | undefined;
  readonly voice?: boolean | undefined;
};

const mediaContent = (
  world: World,
  fetched: Fetched,
  kind: MediaKind,
  source: Source,
  caption: string,
): Content | { readonly problem: string } => {
  const media = sourceOf(world, fetched, source);
  if (!media) return { problem: 'The media could not be fetched from its link.' };
  const problem = mediaProblem(world, kind, media, source.voice);
  if (problem !== undefined) return { problem };
  switch (kind) {
    case 'image':
      return { kind: 'photo', media: media.id, caption };
    case 'sticker':
      return { kind: 'sticker', media: media.id, emoji: '' };
    case 'video':
      return { kind: 'video', media: media.id, seconds: 0, note: false, caption };
    case 'document':
      return { kind: 'document', media: media.id, name: source.filename ?? media.name, caption };
    case 'audio':
      return { kind: 'audio', media: media.id, seconds: 0, voice: source.voice ?? false, name: media.name };
  }
};

const sourceOf = (world: World, fetched: Fetched, { id, link }: Source): Media | undefined => {
  const media = world.media.get(id ?? fetched.get(link ?? '') ?? '');
  if (id !== undefined && (!media || media.expiresAt <= world.now())) {
    throw new GraphError(131009, 'Param id is not the id of a media object that is still kept.');
  }
  return media;
};

type Header = Extract<Interactive, { type: 'button' }>['header'];

const drawInteractive = (world: World, message: Interactive, fetched: Fetched): Drawn => {
  const header = 'header' in message ? message.header : undefined;
  const content = bodyUnder(world, fetched, header, message.body.text);
  if ('problem' in content) return content;
  return {
    content,
    header: header?.type === 'text' ? header.text : '',
    footer: 'footer' in message ? (message.footer?.text ?? '') : '',
    offer: offerOf(message),
    category: 'service',
  };
};

/** The words of a message, or the picture or file above them with the words as its caption. */
const bodyUnder = (
  world: World,
  fetched: Fetched,
  header: Header | FilledTemplate['media'],
  body: string,
): Content | { readonly problem: string } => {
  switch (header?.type) {
    case undefined:
    case 'text':
      return { kind: 'text', text: body };
    case 'image':
      return mediaContent(world, fetched, 'image', header.image, body);
    case 'video':
      return mediaContent(world, fetched, 'video', header.video, body);
    case 'document':
      return mediaContent(world, fetched, 'document', header.document, body);
  }
};

const offerOf = (message: Interactive): Offer => {
  switch (message.type) {
    case 'button':
      return {
        kind: 'buttons',
        buttons: message.action.buttons.map(({ reply }) => ({ kind: 'reply', ...reply })),
      };
    case 'list':
      return {
        kind: 'list',
        button: message.action.button,
        sections: message.action.sections.map(({ title = '', rows }) => ({
          title,
          rows: rows.map(({ description = '', ...row }) => ({ ...row, description })),
        })),
      };
    case 'cta_url': {
      const { display_text: text, url } = message.action.parameters;
      return { kind: 'buttons', buttons: [{ kind: 'url', text, url }] };
    }
    case 'location_request_message':
      return { kind: 'asks-location' };
    case 'request_contact_info':
      return { kind: 'asks-contact' };
  }
};

const drawTemplate = (world: World, filled: FilledTemplate, fetched: Fetched): Drawn => {
  const content = bodyUnder(world, fetched, filled.media, filled.body);
  if ('problem' in content) return content;
  return {
    content,
    header: filled.header,
    footer: filled.footer,
    ...(filled.buttons.length > 0 ? { offer: { kind: 'buttons', buttons: [...filled.buttons] } } : {}),
    template: filled.template.name,
    category: filled.template.category === 'MARKETING' ? 'marketing' : 'utility',
  };
};
