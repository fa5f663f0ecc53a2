import { describe, expect, it } from 'vitest';
import { filesFor } from '#functions/deliver/files.ts';
import type { Source } from '#shared/domain/content.ts';
import { type Outbound, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import type { StoredFile } from '#shared/runtime/files.ts';

const jpeg: StoredFile = { mime: 'image/jpeg', content: Buffer.from('picture') };

function photo(source: Source): Outbound {
  const caption = { text: '', marks: [] };
  const content = { kind: 'photo' as const, source, mime: null, name: null, bytes: null, caption };
  return { kind: 'relay', content, sign: null, replyTo: null, target: null };
}

/** A store with these files, and the keys that were read from it. */
function storeOf(files: Readonly<Record<string, StoredFile>>) {
  const read: string[] = [];
  const get = async (key: string) => {
    read.push(key);
    return files[key] ?? null;
  };
  return { get, read };
}

describe('the files of a row', () => {
  it('are read from the store, each once, however many messages name it', async () => {
    const { get, read } = storeOf({ a: jpeg, b: jpeg });
    const messages = ['a', 'b', 'a'].map((key) => photo({ at: 'store', key }));
    expect(await filesFor({ get }, messages)).toEqual(
      new Map([
        ['a', jpeg],
        ['b', jpeg],
      ]),
    );
    expect(read).toEqual(['a', 'b']);
  });

  it('that are gone are left out, so that the reader is told', async () => {
    const { get } = storeOf({ a: jpeg });
    const messages = [photo({ at: 'store', key: 'old' }), photo({ at: 'store', key: 'a' })];
    expect([...(await filesFor({ get }, messages)).keys()]).toEqual(['a']);
  });

  it('cost nothing where there are none, or where the messenger has them itself', async () => {
    const { get, read } = storeOf({});
    const there = photo({ at: 'messenger', channel: 'toy', id: 'f1' });
    expect(await filesFor({ get }, [say(phrase('menu')), there])).toEqual(new Map());
    expect(read).toEqual([]);
  });
});
