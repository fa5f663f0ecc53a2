import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { addressKey } from '#shared/domain/address.ts';
import { type Conversation, conversationSchema } from '#shared/domain/conversation.ts';
import { type Customer, customerSchema } from '#shared/domain/customer.ts';
import type { Language } from '#shared/domain/language.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { aTime, serviceRow, words } from '#test/helpers/labels.ts';
import type { PlayedName } from '#test/helpers/played.ts';
import { group, type Person, type Rig } from '#test/helpers/rig.ts';

/** Car owners, one a language; their phones tell which. */
export const people: Readonly<Record<Language, Person>> = {
  en: { id: 7000005, first_name: 'Lena', language_code: 'en' },
  ru: { id: 7000002, first_name: 'Анна', language_code: 'ru' },
  uk: { id: 7000006, first_name: 'Олена', language_code: 'uk' },
  el: { id: 7000001, first_name: 'Νίκος', language_code: 'el-GR' },
};

/** From the menu to the confirmation, for a car owner whom the station does not know. */
export async function bookOil(rig: Rig, person: Person, language: Language): Promise<void> {
  await rig.taps(words(language, phrase('labelBook')), person);
  await rig.taps(serviceRow(language, 'oil'), person);
  await rig.says('Octavia ABC-4821', person);
  await rig.taps(aTime, person);
  await rig.taps(words(language, phrase('labelLeave')), person);
}

/** Taps what stands among the first times, or behind "More times" where few buttons fit. */
export async function tapsByTimes(rig: Rig, label: string, person: Person): Promise<void> {
  const shown = rig.last(person).buttons.some(({ text }) => text === label);
  if (!shown) await rig.taps(words('en', phrase('labelMoreTimes')), person);
  await rig.taps(label, person);
}

/** What the table keeps of a person at a messenger. */
export type Records = {
  /** Their customer; null while there is none. */
  customer(person: Person): Promise<Customer | null>;
  /** Throws while there is none. */
  conversation(person: Person): Promise<Conversation>;
  /** Rows of the customer whose sort key begins so: agreements, requests. */
  rows(person: Person, prefix: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** How many of their messages are on record. */
  messages(person: Person): Promise<number>;
  /** The jobs of a station day, as stored. */
  jobsOn(date: string): Promise<readonly string[]>;
};

export function recordsOf(rig: Rig, messenger: PlayedName): Records {
  const { table, played } = rig;
  const keyOf = (person: Person) => addressKey(played[messenger].addressOf(person));
  const get = async (pk: string, sk: string) => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: { pk, sk }, ConsistentRead: true }),
    );
    return Item;
  };
  return {
    customer: async (person) => {
      const item = await get(`P#${keyOf(person)}`, 'customer');
      return item ? customerSchema.parse(item) : null;
    },
    conversation: async (person) => conversationSchema.parse(await get(`C#${keyOf(person)}`, 'conversation')),
    rows: (person, prefix) => rowsAt(rig, `P#${keyOf(person)}`, prefix),
    messages: async (person) => {
      const { Count = 0 } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `L#${keyOf(person)}` },
          Select: 'COUNT',
        }),
      );
      return Count;
    },
    jobsOn: async (date) => {
      const day = await get(`D#${date}`, 'day');
      return Array.isArray(day?.jobs) ? day.jobs : [];
    },
  };
}

/** What stands in the advisors' group. */
export function deskTexts({ phone }: Rig): readonly string[] {
  return (phone.bubbles.get(Number(group)) ?? []).map(({ text }) => text);
}

/** What the advisors' group was told of messages that did not arrive. */
export function alarms(rig: Rig): readonly string[] {
  return deskTexts(rig).filter((text) => /Not delivered|Waiting: their last|It is not known/.test(text));
}

/** Rows of a partition whose sort key begins so. */
export async function rowsAt({ table }: Rig, pk: string, prefix: string) {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': pk, ':sk': prefix },
      ConsistentRead: true,
    }),
  );
  return Items;
}
