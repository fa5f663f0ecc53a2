import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { answerShape, GROUP, JPEG, messageShape, NIKOS, type Rig, startedRig, TOKEN } from './rig.ts';

const MP4 = Buffer.from('00000018667479706973 6f6d00000000'.replaceAll(' ', ''), 'hex');
const WEBP = Buffer.from('RIFF\0\0\0\0WEBPVP8 ');

const upload = async (
  rig: Rig,
  method: string,
  fields: Record<string, string | number>,
  files: Record<string, Buffer>,
) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  for (const [name, bytes] of Object.entries(files)) form.set(name, new Blob([new Uint8Array(bytes)]), name);
  const response = await fetch(`${rig.telegram.apiUrl}/bot${TOKEN}/${method}`, {
    method: 'POST',
    body: form,
  });
  return answerShape.parse(await response.json());
};
const topicRig = async (): Promise<Rig & { place: { chat_id: number; message_thread_id: number } }> => {
  const rig = await startedRig();
  const made = await rig.call('createForumTopic', { chat_id: GROUP, name: 'Nikos' });
  const { message_thread_id } = z.object({ message_thread_id: z.number() }).parse(made.result);
  return { ...rig, place: { chat_id: GROUP, message_thread_id } };
};
const idOf = (answer: { result?: unknown }) => messageShape.parse(answer.result).message_id;

describe('files in a topic', () => {
  const kinds: readonly (readonly [string, string, Buffer, Record<string, number | string>, object])[] = [
    ['sendVideo', 'video', MP4, { duration: 3, width: 640, height: 480 }, { duration: 3, width: 640 }],
    ['sendAnimation', 'animation', MP4, { duration: 2 }, { duration: 2 }],
    ['sendAudio', 'audio', Buffer.from('ID3x'), { duration: 9 }, { duration: 9 }],
    ['sendVideoNote', 'video_note', MP4, { length: 240, duration: 4 }, { length: 240, duration: 4 }],
    ['sendSticker', 'sticker', WEBP, { emoji: '👍' }, { emoji: '👍', width: 512 }],
    ['sendVoice', 'voice', Buffer.from('OggS'), { duration: 5 }, { duration: 5 }],
  ];
  it.each(kinds)('%s takes an upload, and the file id again', async (method, field, bytes, more, shown) => {
    const rig = await topicRig();
    const first = await upload(rig, method, { ...rig.place, ...more }, { [field]: bytes });
    expect(first).toMatchObject({ ok: true, result: { ...placeOf(rig), [field]: shown } });
    const file = z
      .looseObject({ file_id: z.string() })
      .parse(z.looseObject({}).parse(first.result)[field]).file_id;
    expect(await rig.call(method, { chat_id: NIKOS, [field]: file })).toMatchObject({
      ok: true,
      result: { [field]: { file_id: file } },
    });
    expect(await rig.call('sendDocument', { chat_id: NIKOS, document: file })).toMatchObject({
      description: expect.stringMatching(/^Bad Request: can't use file of type \w+ as Document$/),
    });
  });

  it('refuses a sticker that is no WebP and a round video longer than a minute', async () => {
    const rig = await topicRig();
    expect(await upload(rig, 'sendSticker', rig.place, { sticker: JPEG })).toMatchObject({ ok: false });
    expect(
      await upload(rig, 'sendVideoNote', { ...rig.place, duration: 61 }, { video_note: MP4 }),
    ).toMatchObject({ ok: false });
  });

  it('knows no caption on stickers and round videos: the ledger names the field', async () => {
    const rig = await topicRig();
    await upload(rig, 'sendSticker', { ...rig.place, caption: 'Hi' }, { sticker: WEBP });
    expect(rig.telegram.ledger().at(-1)).toMatchObject({ effect: true, unknownFields: ['caption'] });
  });

  it('sends albums of audio, and refuses to mix them or to hold an animation', async () => {
    const rig = await topicRig();
    const media = (...types: string[]) =>
      JSON.stringify(types.map((type, index) => ({ type, media: `attach://f${index}` })));
    const files = { f0: Buffer.from('ID3a'), f1: JPEG };
    const send = (...types: string[]) =>
      upload(rig, 'sendMediaGroup', { ...rig.place, media: media(...types) }, files);
    expect(await send('audio', 'audio')).toMatchObject({
      ok: true,
      result: [placeOf(rig), { audio: {}, media_group_id: expect.any(String) }],
    });
    expect(await send('audio', 'photo')).toMatchObject({
      description: "Bad Request: audio can't be mixed with other media types",
    });
    expect(await send('animation', 'animation')).toMatchObject({ ok: false });
  });
});

describe('editing what was sent', () => {
  it('puts a file in the place of a text, and of another file', async () => {
    const rig = await topicRig();
    const text = await rig.send(GROUP, 'The photo is on its way', rig.place);
    const edit = (media: object) =>
      upload(
        rig,
        'editMessageMedia',
        { chat_id: GROUP, message_id: text, media: JSON.stringify(media) },
        { now: JPEG },
      );
    expect(await edit({ type: 'photo', media: 'attach://now', caption: 'Here' })).toMatchObject({
      ok: true,
      result: { photo: [{}, { width: 640 }], caption: 'Here', edit_date: expect.any(Number) },
    });
    expect(await edit({ type: 'document', media: 'attach://now' })).toMatchObject({
      result: { document: {} },
    });
    expect(await edit({ type: 'sticker', media: 'attach://now' })).toMatchObject({ ok: false });
  });

  it('keeps voice messages, stickers and the kind of an album as they are', async () => {
    const rig = await topicRig();
    const media = JSON.stringify({ type: 'photo', media: 'attach://f' });
    const instead = (message_id: number) =>
      upload(rig, 'editMessageMedia', { chat_id: GROUP, message_id, media }, { f: JPEG });
    const voice = idOf(await upload(rig, 'sendVoice', rig.place, { voice: Buffer.from('OggS') }));
    expect(await instead(voice)).toMatchObject({
      description: 'Bad Request: there is no media in the message to edit',
    });
    const album = await upload(
      rig,
      'sendMediaGroup',
      {
        ...rig.place,
        media: JSON.stringify(['a', 'b'].map((f) => ({ type: 'document', media: `attach://${f}` }))),
      },
      { a: Buffer.from('a'), b: Buffer.from('b') },
    );
    const [first] = z.array(messageShape).parse(album.result);
    expect(await instead(first?.message_id ?? 0)).toMatchObject({
      description: "Bad Request: message content type can't be changed in an album",
    });
  });

  it('deletes several at once, skips those that are gone, and none older than two days', async () => {
    const rig = await topicRig();
    const ids = [await rig.send(GROUP, 'one', rig.place), await rig.send(GROUP, 'two', rig.place)];
    expect(await rig.call('deleteMessages', { chat_id: GROUP, message_ids: [...ids, 999] })).toMatchObject({
      ok: true,
    });
    const old = await rig.send(GROUP, 'old', rig.place);
    rig.clock.now += 48 * 3_600_000 + 1000;
    expect(await rig.call('deleteMessages', { chat_id: GROUP, message_ids: [old] })).toMatchObject({
      description: "Bad Request: message can't be deleted",
    });
  });

  it('shows an advisors’ menu of commands of its own in the group', async () => {
    const rig = await startedRig();
    const menu = (scope: object, command: string) =>
      rig.call('setMyCommands', { scope, commands: [{ command, description: command }] });
    await menu({ type: 'all_private_chats' }, 'book');
    await menu({ type: 'chat', chat_id: GROUP }, 'open');
    expect(rig.telegram.phones.chat(String(GROUP))?.commands).toMatchObject([{ command: 'open' }]);
    expect(rig.telegram.phones.chat(String(NIKOS))?.commands).toMatchObject([{ command: 'book' }]);
  });
});

const placeOf = ({ place }: { place: { message_thread_id: number } }) => ({
  message_thread_id: place.message_thread_id,
  is_topic_message: true,
});
