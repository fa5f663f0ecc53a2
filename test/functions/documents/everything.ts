import { addressOf } from '#shared/domain/address.ts';
import { newCase } from '#shared/domain/case.ts';
import type { Customer, Visit } from '#shared/domain/customer.ts';
import { newCustomer } from '#shared/domain/customer.ts';
import type { Inbound } from '#shared/domain/inbound.ts';
import { type Outbound, say } from '#shared/domain/outbound.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { plain } from '#shared/domain/rich-text.ts';
import { shortId } from '#shared/domain/short-id.ts';
import { freshLife } from '#shared/domain/visit/life.ts';
import { fileKey } from '#shared/runtime/files.ts';
import { caseItem, waiterItem } from '#shared/store/case.ts';
import { codeItem } from '#shared/store/code.ts';
import { conversationItem, newConversation, pointerItem } from '#shared/store/conversation.ts';
import { counterpartItem } from '#shared/store/counterpart.ts';
import { customerItem } from '#shared/store/customer.ts';
import { agreementItem, consentItem, overItem, requestItem } from '#shared/store/ledger.ts';
import { linkItem } from '#shared/store/link.ts';
import { numberItem } from '#shared/store/number.ts';
import { agreedItem, orderItem } from '#shared/store/order.ts';
import { outboxItem } from '#shared/store/outbox.ts';
import { outboxKey } from '#shared/store/outbox-key.ts';
import { fileItem, reportItem } from '#shared/store/report.ts';
import { timerItem } from '#shared/store/timer.ts';
import { topicItem, topicOwnerItem } from '#shared/store/topic.ts';
import { transcriptItem } from '#shared/store/transcript.ts';
import { visitOwnerItem } from '#shared/store/visit-owner.ts';
import { agreementOf, estimateOf, orderOf, pads } from './orders.ts';

/** One of every item that a person can have in the table, with what would tell who they are in each of them. */

export const now = Date.parse('2026-11-24T10:41:00Z');
const hour = 3_600_000;
export const group = '-1002000000001';
export const desk = { channel: 'telegram', bot: '4242', chat: 'desk', thread: '' } as const;
export const deskKey = 'telegram/4242/desk/';
export const date = '2026-11-26';
const language = 'en' as const;

/** Whose it is, by signs that nobody else has. */
export type Signs = {
  /** Numeric id at the messenger. */
  readonly number: string;
  readonly name: string;
  readonly phone: string;
  readonly plate: string;
  /** What they wrote. */
  readonly words: string;
  /** What their photo holds. */
  readonly bytes: string;
  /** Of their topic. */
  readonly thread: string;
};

export const dimitra: Signs = {
  number: '7001234567',
  name: 'Dimitra Canaridou',
  phone: '+306971112233',
  plate: 'CNR-4821',
  words: 'It squeaks like a parrot',
  bytes: 'photo of a parrot',
  thread: '811',
};
export const petros: Signs = {
  number: '7007654321',
  name: 'Petros Neighbouris',
  phone: '+306974445566',
  plate: 'NBR-1377',
  words: 'It hums like a hive',
  bytes: 'photo of a hive',
  thread: '812',
};

/** What a raw search looks for. */
export function canariesOf({ number, name, phone, plate, words, bytes }: Signs): readonly string[] {
  const [first = '', last = ''] = name.split(' ');
  const [, sound = ''] = words.split('like a ');
  const bare = plate.replace('-', '');
  return [number, first, last, phone.slice(-10), plate, bare, bare.slice(-4), sound, bytes];
}

export function chatOf({ number }: Signs): string {
  return `telegram/4242/${number}/`;
}

/** Their chat at the other messenger, and one that they left for it. */
export function elsewhereOf({ number }: Signs): string {
  return `whatsapp/1/GR.${number}/`;
}
function leftOf({ number }: Signs): string {
  return `whatsapp/1/30${number}/`;
}

export function visitIdOf(who: Signs): string {
  return shortId(`visit ${who.number}`);
}
export function waitIdOf(who: Signs): string {
  return shortId(`wait ${who.number}`);
}
export function photoOf(who: Signs): string {
  return fileKey(`photo ${who.number}`);
}

function visitOf(who: Signs): Visit {
  return {
    id: visitIdOf(who),
    start: now + 48 * hour,
    readyBy: now + 50 * hour,
    services: ['oil'],
    vehicle: carOf(who),
    stay: 'wait',
    sequence: 0,
    dates: [date],
    chat: chatOf(who),
    life: freshLife,
  };
}

function carOf({ plate }: Signs) {
  return { id: '1', label: `Skoda Octavia 2018 · ${plate}`, short: `Octavia …${plate.slice(-4)}` };
}

export function customerOf(who: Signs, more: Partial<Customer> = {}): Customer {
  const id = chatOf(who);
  const visit = visitOf(who);
  const { life: _life, ...past } = { ...visit, id: shortId(`past ${who.number}`) };
  return {
    ...newCustomer(id, who.name),
    version: 4,
    phone: who.phone,
    phoneProven: true,
    vehicles: [carOf(who)],
    visits: [visit],
    past: [{ ...past, end: now - 90 * 24 * hour, stage: 'handedBack' }],
    addresses: [id, elsewhereOf(who)],
    formerly: [elsewhereOf(who)],
    waits: [waitIdOf(who)],
    deferred: [],
    ...more,
  };
}

function inboundOf(who: Signs, event: Inbound['event'], at = chatOf(who), id = 'u77'): Inbound {
  const from = { id: who.number, name: who.name, language: 'en', phone: who.phone, known: [] };
  return { id, address: addressOf(at), at: now - hour, from, messageId: '77', event };
}

export function text(words: string): Outbound {
  const content = { kind: 'text' as const, text: plain(words) };
  return { kind: 'relay', content, sign: null, replyTo: null, target: null };
}

export function rowTo(destination: string, sk: string, messages: Outbound[], more = {}) {
  const usual = {
    tapId: null,
    messageId: null,
    openUntil: null,
    again: null,
    notBefore: 0,
    car: '',
  } as const;
  const row = { destination, sk, language, messages, cause: 'person', priority: 'answer', ...usual } as const;
  const {
    waiting: _waiting,
    dueAt: _due,
    dueShard: _shard,
    ...sent
  } = outboxItem({ ...row, ...more }, now - hour);
  return { ...sent, outcome: 'sent', parts: ['501'] };
}

const aftermath = { wake: [], quiet: null, jobs: [] };
const shown = { language, inbound: 'u77' } as const;

/** By the maker of each kind of item. `other`: somebody who had to do with them. */
export function itemsOf(who: Signs, other: Signs) {
  const [chat, elsewhere, left] = [chatOf(who), elsewhereOf(who), leftOf(who)];
  const [visit, car] = [visitOf(who), carOf(who)];
  const said = { kind: 'text' as const, text: who.words };
  const file = {
    address: chat,
    messageId: '79',
    key: photoOf(who),
    mime: 'image/jpeg',
    bytes: 9,
    what: 'photo',
  };
  const link = { customer: chat, language };
  const topic = {
    chat: group,
    thread: who.thread,
    title: `${who.name} · ${car.short}`,
    slots: {},
    last: null,
  };
  const estimate = estimateOf([pads], `${who.words}: ${who.plate}`);
  const theirs = { of: chat, car: car.short, estimate };
  const signed = { customer: chat, name: who.name };
  const byOther = { customer: chatOf(other), name: other.name };
  const claim = { version: 1, customer: chat, address: chat, at: now - hour };
  return {
    caseItem: [
      caseItem({ ...newCase(chat, chat), version: 1, callback: { when: who.words, at: now - hour } }),
    ],
    waiterItem: [
      waiterItem({
        customer: chat,
        name: who.name,
        car: car.short,
        since: now - hour,
        by: null,
        owner: null,
      }),
    ],
    codeItem: [codeItem(who.number, { customer: chat, address: chat, until: now + hour, purpose: 'link' })],
    conversationItem: [
      conversationItem(addressOf(chat), {
        ...newConversation(chat, language),
        version: 7,
        heardAt: now - hour,
      }),
      conversationItem(addressOf(elsewhere), {
        ...newConversation(chat, language),
        version: 2,
        heardAt: now - hour,
      }),
    ],
    pointerItem: [pointerItem(left, { version: 3, movedTo: elsewhere, left: now - 9 * hour })],
    counterpartItem: [
      counterpartItem(
        chat,
        '77',
        { how: 'passed', destination: deskKey, row: `d-${who.thread}` },
        now - hour,
      ),
      counterpartItem(deskKey, `9${who.thread}`, { how: 'sent', destination: chat, row: 'v7' }, now - hour),
    ],
    customerItem: [
      customerItem(customerOf(who)),
      customerItem({ ...newCustomer(elsewhere, ''), version: 2, mergedInto: chat }),
    ],
    agreementItem: [agreementItem(chat, { agreed: 'booked', visit, by: chat }, shown, now - hour)],
    overItem: [overItem({ customer: chat, visit, stage: 'handedBack' }, now - hour)],
    consentItem: [
      consentItem(
        chat,
        { purpose: 'visit', given: true, wording: 'visit-1', messageId: '77' },
        shown,
        now - hour,
      ),
    ],
    requestItem: [
      requestItem({
        id: `r${who.thread}`,
        customer: chat,
        name: who.name,
        reason: 'asked',
        text: who.words,
        files: [],
        language,
        at: now - hour,
        answerBy: now,
      }),
    ],
    linkItem: [
      linkItem(`visit ${who.number}`, { ...link, to: { of: 'visit', visit: visit.id } }, 2_000_000_000),
      linkItem(`talk ${who.number}`, { ...link, to: { of: 'history' } }, 2_000_000_000),
      linkItem(
        `archive ${who.number}`,
        { ...link, to: { of: 'archive', key: fileKey(`archive ${who.number}`), name: `${who.name}.zip` } },
        2_000_000_000,
      ),
    ],
    numberItem: [numberItem(who.phone, claim)],
    orderItem: [orderItem(orderOf({ ...theirs, askedWho: chatOf(other) }))],
    agreedItem: [
      agreedItem(
        agreementOf({ ...theirs, who: signed, shown: `${who.name}: ${who.words}`, inbound: `${chat}#u77` }),
      ),
    ],
    outboxItem: [
      rowTo(chat, 'v7', [text(`We look at ${who.plate}`), say(phrase('menu'))]),
      rowTo(elsewhere, 'v2', [text(`We look at ${who.plate}`)]),
      rowTo(deskKey, `d-${who.thread}`, [text(who.words)], {
        topic: { of: 'customer', customer: chat, title: who.name },
      }),
      rowTo(deskKey, `t-${who.thread}`, [text(who.words)], { topic: { of: 'thread', thread: who.thread } }),
      rowTo(deskKey, `general-${who.thread}`, [text(`${who.plate.replace('-', '')} waits at the gate`)]),
      rowTo(deskKey, `named-${who.thread}`, [text(`${who.name} waits at the gate`)]),
      rowTo(deskKey, `called-${who.thread}`, [text(`Call ${who.phone}`)]),
    ],
    fileItem: [fileItem(chat, { ...file, at: now - hour })],
    reportItem: [
      reportItem(chat, {
        id: shortId(`report ${who.number}`),
        at: now - hour,
        lastAt: now - hour,
        car: car.short,
        kind: 'noise',
        danger: null,
        colour: null,
        drive: null,
        moment: null,
        place: null,
        words: who.words,
        photos: 1,
        videos: 0,
        voices: 0,
        documents: 0,
        passedAt: null,
      }),
    ],
    timerItem: [
      timerItem(chat, `clock#${visit.id}`, now + hour, { visit: visit.id }),
      timerItem(elsewhere, 'service#1', now + hour, { vehicle: '1', customer: chat }),
      timerItem(deskKey, `desk.alert#${who.thread}`, now + hour, { customer: chat, name: who.name }),
    ],
    topicItem: [topicItem(chat, { ...topic, rebuilt: 0 })],
    topicOwnerItem: [topicOwnerItem(group, who.thread, { customer: chat, home: chat })],
    transcriptItem: [
      transcriptItem(inboundOf(who, said), aftermath, now - hour),
      transcriptItem(inboundOf(who, said, elsewhere, 'wamid.1'), aftermath, now - hour),
      transcriptItem(
        inboundOf(who, { kind: 'contact', phone: who.phone, own: true, name: who.name }, chat, 'u78'),
        aftermath,
        now - hour,
      ),
      transcriptItem(
        { ...inboundOf(who, said, `telegram/4242/${group}/${who.thread}`, `u9${who.thread}`), from: null },
        aftermath,
        now - hour,
      ),
    ],
    visitOwnerItem: [visitOwnerItem(visit.id, chat)],
    /** What lies beside the messages of a chat. */
    senderKey: [{ ...outboxKey(chat, 'sender'), leaseUntil: 0, live: { [`visit#${visit.id}`]: '501' } }],
    /** Of the other one: what tells that they answer for the costs of this person, and said yes once. */
    related: [
      agreedItem(agreementOf({ ...theirs, ref: 'K7M2QR', who: byOther, shown: `${other.name}: yes` })),
    ],
  };
}
