import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ShownMessage } from '#infra/local/phone-api.ts';
import { phrase } from '#shared/domain/phrase.ts';
import { words } from '#test/helpers/labels.ts';
import { button, GROUP } from '#test/local/page/fake-model.ts';
import type { FakeStation } from '#test/local/page/fake-station.ts';
import { inBrowser, NARROW } from './browser.ts';
import { greeted, NIKOS, telegramOf, useFakes } from './fake.ts';

const deskOf = (page: Page): Locator => page.getByRole('region', { name: 'The group Advisors' });
const ELENI = '5000002';

/** Says something into the topic as the bot does: a customer's words, a card. */
const relay = (
  station: FakeStation,
  text: string,
  extras: Partial<ShownMessage> = {},
  buttons: ShownMessage['buttons'] = [],
): number => station.model.put(GROUP, 'bot', { kind: 'text', text }, buttons, { topic: 12, ...extras });

await inBrowser('The advisors’ group on the page', (open) => {
  const start = useFakes();

  /** A tab in which the topic of Nikos is open. */
  const inTopic = async (
    station: FakeStation,
  ): Promise<{ page: Page; desk: Locator; problems: readonly string[] }> => {
    const { page, problems } = await greeted(open, station);
    station.model.addTopic(12, 'Nikos · Octavia');
    const desk = deskOf(page);
    await desk.getByRole('button', { name: /^Nikos/ }).click();
    await desk.getByRole('textbox', { name: 'Message to the group' }).waitFor();
    return { page, desk, problems };
  };
  const write = async (desk: Locator, words: string): Promise<void> => {
    const field = desk.getByRole('textbox', { name: 'Message to the group' });
    await field.fill(words);
    await field.press('Enter');
  };

  it('says in the empty group what to do, and shows a customer’s first words as a topic to open', async () => {
    const station = await start();
    const { page, problems } = await greeted(open, station);
    const desk = deskOf(page);
    await desk.getByText('every customer gets a topic in this group').waitFor();
    station.model.addTopic(12, 'Nikos · Octavia');
    relay(station, 'The brakes squeal.');
    relay(station, 'Is it dangerous?');
    const topic = desk.getByRole('button', { name: /^Nikos · Octavia.*2 unread$/ });
    await topic.waitFor();
    expect(await topic.getByText('waits for a person').count()).toBe(0);
    expect(await desk.getByText('Aristotelous Auto: Is it dangerous?').count()).toBe(1);
    await desk.getByRole('button', { name: /^Nikos/ }).click();
    await desk.getByText('The brakes squeal.').waitFor();
    await desk.getByRole('button', { name: 'Back to the topics' }).click();
    await desk.getByRole('button', { name: /^Nikos · Octavia/ }).waitFor();
    expect(problems).toEqual([]);
  });

  it.each(['en', 'ru', 'uk', 'el'] as const)(
    'marks who waits for a person, with a card in %s',
    async (language) => {
      const station = await start();
      const { page } = await open(station.url);
      const desk = deskOf(page);
      station.model.addTopic(12, 'Nikos · Octavia');
      station.model.addTopic(13, 'Anna · Corolla');
      const waits = words(language, phrase('caseLabelNoAnswer'));
      const pinned = relay(station, 'A card', { pinned: true }, [[button(waits, 'no')]]);
      relay(station, 'Anna asks the bot', { topic: 13 });
      await desk.getByRole('button', { name: /^Nikos · Octavia.*waits for a person/ }).waitFor();
      await desk.getByRole('button', { name: /^Anna/ }).waitFor();
      expect(await desk.getByRole('button', { name: /^Anna.*waits/ }).count()).toBe(0);
      station.model.edit(GROUP, pinned, { kind: 'text', text: 'A card' }, [[button('Take', 'take')]]);
      await expect.poll(() => desk.getByRole('button', { name: /waits for a person/ }).count()).toBe(0);
    },
  );

  it('keeps the topics apart, and tells what came into another one', async () => {
    const station = await start();
    const { desk } = await inTopic(station);
    station.model.addTopic(13, 'Anna · Corolla');
    relay(station, 'Brakes.');
    relay(station, 'Another talk.', { topic: 13 });
    await desk.getByText('Brakes.').waitFor();
    expect(await desk.getByText('Another talk.').count()).toBe(0);
    await desk.getByRole('button', { name: 'Back to the topics' }).click();
    await desk.getByRole('button', { name: /^Anna.*1 unread$/ }).click();
    await desk.getByText('Another talk.').waitFor();
  });

  it('opens the pinned card and takes the case as the advisor chosen', async () => {
    const station = await start();
    const { desk } = await inTopic(station);
    const card = relay(station, 'Nikos · Greek\nWaits since 10:12', { pinned: true }, [
      [button('Take', 'take')],
    ]);
    await desk.getByLabel('Write as').selectOption('Eleni');
    await desk.getByRole('button', { name: /^Pinned/ }).click();
    const pinned = desk.getByRole('region', { name: 'The pinned message' });
    await pinned.getByText('Waits since 10:12').waitFor();
    await pinned.getByRole('button', { name: 'Take' }).click();
    expect(station.acts.at(-1)).toEqual({ do: 'tap', chat: GROUP, messageId: card, data: 'take', as: ELENI });
    station.model.toast(GROUP, 'Maria has it.');
    await desk.getByText('Maria has it.').waitFor();
  });

  it('answers a message with its quote, and shows colleagues whose words they are', async () => {
    const station = await start();
    const { page, desk, problems } = await inTopic(station);
    const asked = relay(station, 'When can I come?');
    await desk.getByLabel('Write as').selectOption('Eleni');
    await desk.getByText('When can I come?').hover();
    await desk.getByRole('button', { name: 'Reply: When can I come?' }).click();
    await write(desk, 'Come at nine.');
    await desk.locator('.row.own').filter({ hasText: 'Come at nine.' }).waitFor();
    expect(station.acts.at(-1)).toEqual({
      do: 'say',
      chat: GROUP,
      text: 'Come at nine.',
      as: ELENI,
      topic: 12,
      replyTo: asked,
    });
    expect(await desk.locator('.row.own .quote').textContent()).toContain('When can I come?');
    await desk.getByLabel('Write as').selectOption('Maria');
    await desk.locator('.row.theirs .author', { hasText: 'Eleni' }).waitFor();
    expect(await page.locator('.about').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it('reacts to a message, shows the bot’s ticks beside it, and takes the reaction back', async () => {
    const station = await start();
    const { page, desk } = await inTopic(station);
    const id = relay(station, 'Thank you!', { reaction: '👀' });
    const react = (emoji: string | null) => ({
      do: 'react',
      chat: GROUP,
      messageId: id,
      emoji,
      as: '5000001',
    });
    await desk.getByText('Thank you!').hover();
    await desk.getByRole('button', { name: 'React: Thank you!' }).click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await desk.getByRole('button', { name: 'Reaction ❤ of yours', pressed: true }).waitFor();
    await desk.getByRole('img', { name: 'Reaction 👀' }).waitFor();
    expect(station.acts.at(-1)).toEqual(react('❤'));
    await desk.getByRole('button', { name: 'Reaction ❤ of yours' }).click();
    await desk.getByRole('button', { name: 'Reaction ❤ of yours' }).waitFor({ state: 'detached' });
    expect(station.acts.at(-1)).toEqual(react(null));
  });

  it('sends photos, a voice message, a video and a sticker into the topic', async () => {
    const station = await start();
    const { page, desk } = await inTopic(station);
    const where = { chat: GROUP, as: '5000001', topic: 12 };
    const attach = async (item: RegExp): Promise<void> => {
      await desk.getByRole('button', { name: 'Attach to the group' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await attach(/^Photo/);
    await page.getByRole('button', { name: 'Engine lamp' }).click();
    await page.getByRole('button', { name: 'Oil under the car' }).click();
    await page.getByLabel('Caption').fill('Look here');
    await page.getByRole('button', { name: 'Send 2 photos' }).click();
    await desk.locator('.album img').nth(1).waitFor();
    expect(station.acts.at(-1)).toMatchObject({ do: 'photos', caption: 'Look here', ...where });
    await attach(/^Round video/);
    await desk.locator('.video.note').waitFor();
    await attach(/^Sticker/);
    await page.getByRole('button', { name: 'Sticker 🙏' }).click();
    await desk.getByRole('img', { name: 'Sticker 🙏' }).waitFor();
    await desk.getByRole('button', { name: 'Record a voice message to the group' }).click();
    await desk.getByRole('button', { name: 'Send the voice message' }).click();
    await desk.getByText('Voice message,').waitFor();
    expect(station.acts.slice(-3)).toMatchObject([
      { do: 'video', note: true, ...where },
      { do: 'sticker', emoji: '🙏', data: expect.stringMatching(/^data:image\/webp/), ...where },
      { do: 'voice', ...where },
    ]);
  });

  it('offers the group’s own commands behind the slash and leaves room for their words', async () => {
    const station = await start();
    const { page, desk } = await inTopic(station);
    const field = desk.getByRole('textbox', { name: 'Message to the group' });
    await field.fill('/d');
    await page.getByRole('button', { name: /^\/day/ }).click();
    expect(await field.inputValue()).toBe('/day ');
    await write(desk, '/day tomorrow');
    await desk.getByText('/day tomorrow').waitFor();
  });

  it('closes, renames and deletes a topic by hand; the deleted one is left', async () => {
    const station = await start();
    const { page, desk } = await inTopic(station);
    const menu = async (item: string): Promise<void> => {
      await desk.getByRole('button', { name: 'Change this topic' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await menu('Close the topic');
    await desk.locator('.talk-head').getByText('closed').waitFor();
    await menu('Rename the topic');
    await page.getByLabel('New name').fill('Nikos · sold the car');
    await page.getByRole('button', { name: 'Done' }).click();
    await desk.getByRole('heading', { name: 'Nikos · sold the car' }).waitFor();
    await menu('Delete the topic');
    await desk.getByText('every customer gets a topic in this group').waitFor();
    const what = { do: 'topic', chat: GROUP, topic: 12, as: '5000001' };
    expect(station.acts.slice(-3)).toEqual([
      { ...what, change: 'close' },
      { ...what, change: 'rename', name: 'Nikos · sold the car' },
      { ...what, change: 'delete' },
    ]);
  });

  it('follows the group when it moves, and says what keeps the bot from its work', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    const desk = deskOf(page);
    const menu = async (item: RegExp): Promise<void> => {
      await desk.getByRole('button', { name: 'The group', exact: true }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await menu(/^Move the group/);
    await expect.poll(() => station.acts.at(-1)).toEqual({ do: 'migrate-group', chat: GROUP });
    await menu(/rights/);
    await page.getByRole('checkbox', { name: /^Manage topics/ }).uncheck();
    await page.keyboard.press('Escape');
    await desk.getByText('the bot lacks rights').waitFor();
    expect(station.acts.at(-1)).toEqual({
      do: 'bot-rights',
      chat: `${GROUP}7`,
      rights: { manageTopics: false },
    });
  });

  it('writes as a stranger and as an anonymous administrator', async () => {
    const station = await start();
    const { desk } = await inTopic(station);
    for (const [name, as] of [
      ['Petros, a stranger', '7900001'],
      ['An anonymous administrator', 'anonymous'],
    ] as const) {
      await desk.getByLabel('Write as').selectOption(name);
      await write(desk, `As ${as}`);
      await desk.locator('.row.own').getByText(`As ${as}`).waitFor();
      expect(station.acts.at(-1)).toMatchObject({ do: 'say', as });
    }
  });

  it('takes over the window when it is made large: the list stands beside the open topic', async () => {
    const station = await start();
    const { page, desk } = await inTopic(station);
    await page.getByRole('button', { name: "Make the advisors' desk large" }).click();
    await desk.getByRole('list', { name: 'Topics' }).waitFor();
    await desk.getByRole('textbox', { name: 'Message to the group' }).waitFor();
    expect(await page.locator('.device').count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1440);
    await page.getByRole('button', { name: "Make the advisors' desk small" }).click();
    await expect.poll(() => page.locator('.device').count()).toBe(2);
  });

  it('works in a drawer of a narrow window, and its button says that something is new', async () => {
    const station = await start();
    const { page } = await open(station.url, { viewport: NARROW });
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    station.model.addTopic(12, 'Nikos · Octavia');
    relay(station, 'The brakes squeal.');
    await page.getByRole('button', { name: 'Clock and advisors' }).getByText('1').waitFor();
    await page.getByRole('button', { name: 'Clock and advisors' }).click();
    const desk = deskOf(page);
    await desk.getByRole('button', { name: /^Nikos.*1 unread$/ }).click();
    await write(desk, 'Come in.');
    await desk.locator('.row.own').getByText('Come in.').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('shows the customer what came from the desk: the quote, the reaction, the edit; the deleted is gone', async () => {
    const station = await start();
    const { page } = await greeted(open, station);
    const phone = telegramOf(page);
    const mine = station.model.put(NIKOS, 'person', { kind: 'text', text: 'When?' });
    const answer = station.model.put(NIKOS, 'bot', { kind: 'text', text: 'At nine' }, [], { replyTo: mine });
    station.model.mark(NIKOS, mine, {});
    await phone.locator('.quote').getByText('When?').waitFor();
    station.model.edit(NIKOS, answer, { kind: 'text', text: 'At ten' });
    await phone.getByText('edited').waitFor();
    await phone.getByText('At ten').hover();
    await phone.getByRole('button', { name: 'React: At ten' }).click();
    await page.getByRole('menuitem', { name: '👍' }).click();
    await phone.getByRole('button', { name: 'Reaction 👍 of yours' }).waitFor();
    expect(station.acts.at(-1)).toEqual({ do: 'react', chat: NIKOS, messageId: answer, emoji: '👍' });
    station.model.remove(NIKOS, answer);
    await phone.getByText('At ten').waitFor({ state: 'detached' });
  });
});
