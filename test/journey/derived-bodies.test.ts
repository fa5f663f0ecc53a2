import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryTable } from '#test/helpers/memory-table.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';

/**
 * Bodies of Telegram's made for each thing that can happen between a customer and the advisors' group, by somebody else; the
 * folder is named by DERIVED_BODIES, and without it nothing is asked. Each is played against a customer who has a topic.
 */
const folder = process.env.DERIVED_BODIES ?? '';
const customer = { id: 9_000_001, first_name: 'Customer', language_code: 'uk' };
/** The bodies are dated New Year of 2026; older than 8 days they would be let go. */
const soonAfter = Date.parse('2026-01-02T09:00:00Z');
/** The topic's number in the bodies. */
const theirThread = '"message_thread_id":41';

/**
 * What must come of a body: how many messages the customer gets, what kinds lie in their topic, what General is told; and how
 * often the group or the customer is called at all where nothing may be said.
 */
type Outcome = { readonly customer?: RegExp; readonly topic?: RegExp; readonly general?: RegExp };

const silent: Outcome = {};
const gone: Outcome = { customer: /^text:Ця кнопка/ };
const passedOn = (kind: string): Outcome => ({ customer: /./, topic: new RegExp(`^${kind}:`) });
const answered = (kind: string): Outcome => ({ customer: new RegExp(`(^|\\|)${kind}:`) });

const outcomes: Readonly<Record<string, Outcome>> = {
  'advisor-joined-group': { general: /6660001.*joined/ },
  'blocked-by-customer': silent,
  'unblocked-by-customer': silent,
  'bot-removed-from-group': silent,
  'button-64-bytes': gone,
  'button-data-not-on-message': gone,
  'button-inaccessible-message': gone,
  'button-inline-message': gone,
  'button-other-persons-message': gone,
  'button-own': gone,
  'button-in-group-by-stranger': silent,
  'customer-album-1,customer-album-2,customer-album-3': passedOn('photo'),
  'customer-edit-caption': silent,
  'customer-private-command': { customer: /./ },
  'customer-private-contact': passedOn('contact'),
  'customer-private-document': passedOn('document'),
  'customer-private-location': passedOn('location'),
  'customer-private-photo': passedOn('photo'),
  'customer-private-photo_as_document': passedOn('photo'),
  'customer-private-sticker': passedOn('sticker'),
  'customer-private-text': passedOn('text'),
  'customer-private-video': passedOn('video'),
  'customer-private-voice': passedOn('voice'),
  'general-topic-advisor-text': silent,
  'group-migrate-from': silent,
  'group-migrate-to': silent,
  'topic-advisor-command': { topic: /\/close/ },
  'topic-advisor-contact': answered('contact'),
  'topic-advisor-document': answered('document'),
  'topic-advisor-edit': { topic: /./ },
  'topic-advisor-location': answered('location'),
  'topic-advisor-photo': answered('photo'),
  'topic-advisor-photo_as_document': answered('photo'),
  'topic-advisor-sticker': answered('sticker'),
  'topic-advisor-text': { customer: /^text:.*\nВаш автомобіль готовий ✅$/ },
  'topic-advisor-video': answered('video'),
  'topic-advisor-voice': answered('voice'),
  'topic-anonymous-admin-text': { topic: /./ },
  'topic-as-linked-channel': { topic: /./ },
  'topic-forum_topic_closed': silent,
  'topic-forum_topic_edited': silent,
  'topic-forum_topic_reopened': silent,
  'topic-own-bot-echo': silent,
  'topic-stranger-text': { topic: /6660001/ },
  'unknown-topic-advisor-text': silent,
};

/** A station with a customer who wrote, and their topic. */
async function withTopic() {
  const rig = await startRig({ table: memoryTable() });
  rig.clock = soonAfter;
  await rig.command('/start', customer);
  await rig.says('Добрий день, чи є вільний час?', customer);
  await rig.calm();
  return { rig, topic: await rig.desk.topicOf(customer) };
}

function bodyOf(name: string, thread: number): unknown {
  const text = readFileSync(join(folder, `${name}.json`), 'utf8');
  return JSON.parse(text.replaceAll(theirThread, `"message_thread_id":${thread}`));
}

const saidIn = (lines: readonly { readonly kind?: string; readonly text: string }[]) =>
  lines.map(({ kind, text }) => `${kind}:${text}`).join('|');

/** What lies where before a body comes. */
function seenIn(rig: Rig, topic: Awaited<ReturnType<typeof withTopic>>['topic']) {
  return { customer: rig.bubbles(customer), topic: topic.messages, general: rig.desk.general().messages };
}

describe.skipIf(folder === '')('bodies made for the advisors’ group meet their outcome', () => {
  it.each(Object.entries(outcomes))('%s', async (names, outcome) => {
    const { rig, topic } = await withTopic();
    const before = seenIn(rig, topic);
    const counts = {
      customer: before.customer.length,
      topic: before.topic.length,
      general: before.general.length,
    };
    for (const name of names.split(',')) expect(await rig.post(bodyOf(name, topic.thread))).toBe(200);
    await rig.calm();
    const now = seenIn(rig, topic);
    const places = ['customer', 'topic', 'general'] as const;
    for (const place of places) {
      const said = saidIn(now[place].slice(counts[place]));
      const expected = outcome[place];
      if (expected) expect(said, place).toMatch(expected);
      // What is for the customer's eyes is shown to the advisors, never the other way round.
      else if (place !== 'topic' || !outcome.customer) expect(said, place).toBe('');
    }
    await rig.close();
  });

  it('an album of three is answered once', async () => {
    const { rig, topic } = await withTopic();
    const before = rig.bubbles(customer).length;
    for (const part of [2, 1, 3]) await rig.post(bodyOf(`customer-album-${part}`, topic.thread));
    await rig.calm();
    expect(rig.bubbles(customer)).toHaveLength(before + 1);
    expect(topic.messages.filter(({ kind }) => kind === 'photo')).toHaveLength(3);
    await rig.close();
  });
});
