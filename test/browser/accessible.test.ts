import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ShownContent, ShownMessage } from '#infra/local/phone-api.ts';
import { button, GROUP, type Model } from '#test/local/page/fake-model.ts';
import { audit } from './audit.ts';
import { inBrowser, NARROW } from './browser.ts';
import { NIKOS, NIKOS_WHATSAPP, telegramOf, useFakes, whatsappOf } from './fake.ts';

/** One of everything that a chat can show. */
const fill = (model: Model): void => {
  model.put(NIKOS, 'person', { kind: 'text', text: '/start' });
  const answered = model.put(
    NIKOS,
    'bot',
    {
      kind: 'text',
      text: 'Bold, see https://station.example or /book',
      entities: [
        { type: 'bold', offset: 0, length: 4 },
        { type: 'code', offset: 6, length: 3 },
      ],
    },
    [[button('Book a visit', 'book'), { kind: 'url', text: 'Map', url: 'https://maps.example' }]],
  );
  model.put(NIKOS, 'person', { kind: 'text', text: 'A link https://mine.example in my words' }, [], {
    replyTo: answered,
    reaction: '👌',
  });
  for (const from of ['person', 'bot'] as const) {
    model.put(NIKOS, from, { kind: 'photo', url: '/samples/dent.svg', caption: 'A caption' });
    model.put(NIKOS, from, { kind: 'photo', url: '/samples/tyre.svg', caption: '' });
    model.put(NIKOS, from, { kind: 'document', name: 'visit.ics', url: '/x', caption: 'Save it' });
    model.put(NIKOS, from, { kind: 'location', latitude: 40.6, longitude: 22.9, title: 'The station' });
    model.put(NIKOS, from, { kind: 'contact', name: 'Irina', phone: '+30 694 000 0000' });
    model.put(NIKOS, from, { kind: 'voice', seconds: 5 });
  }
  model.put(NIKOS, 'bot', { kind: 'service', text: 'Nikos shared a number' });
  model.edit(NIKOS, answered, { kind: 'text', text: 'Edited, see https://station.example or /book' }, [
    [button('Book a visit', 'book')],
  ]);
  model.keyboard(NIKOS, [[{ text: 'Share my phone', kind: 'contact' }], [{ text: 'Skip', kind: 'text' }]]);
  model.addTopic(12, 'Nikos · Octavia');
  model.addTopic(13, 'Anna · Corolla');
  for (const [index, author] of ['Maria', 'Eleni', 'Irina', 'Petros', 'Ana', 'Kim', 'Bo', 'Zoi'].entries())
    model.put(GROUP, 'person', { kind: 'text', text: `Words of ${author}` }, [], {
      author,
      topic: index % 2 ? 12 : 13,
    });
  model.put('502', 'bot', { kind: 'text', text: 'Здравствуйте!' });
};

/** One of everything that a topic of the advisors can show. */
const fillTopic = (model: Model): void => {
  const say = (
    from: 'bot' | 'person',
    content: ShownContent,
    extras: object = {},
    buttons: ShownMessage['buttons'] = [],
  ) =>
    model.put(GROUP, from, content, buttons, {
      topic: 12,
      ...(from === 'person' ? { author: 'Maria', authorId: '5000001' } : {}),
      ...extras,
    });
  model.addTopic(13, 'Anna · Corolla');
  model.put(GROUP, 'bot', { kind: 'text', text: 'Good day' }, [], { topic: 13 });
  model.apply({ do: 'topic', chat: GROUP, topic: 13, change: 'close' });
  model.addTopic(12, 'Nikos · Octavia');
  say('bot', { kind: 'text', text: 'Nikos · Greek' }, { pinned: true }, [[button('Take', 'take')]]);
  for (const from of ['bot', 'person'] as const) {
    const asked = say(
      from,
      { kind: 'text', text: `Words of the ${from}` },
      {
        reaction: '👀',
        reactions: [{ emoji: '❤', by: '5000001' }],
        forwardedFrom: 'Irina',
      },
    );
    say(
      from,
      { kind: 'video', look: 'video', url: '/x', seconds: 65, caption: 'A video' },
      { replyTo: asked },
    );
    say(from, { kind: 'video', look: 'note', url: '/x', seconds: 5, caption: '' });
    say(from, { kind: 'video', look: 'animation', url: '/x', seconds: 2, caption: '' }, { reaction: '👍' });
    say(from, { kind: 'audio', name: 'engine.mp3', url: '/x', seconds: 9, caption: 'Listen' });
    say(from, { kind: 'sticker', url: '/samples/oil.svg', emoji: '👍' }, { replyTo: asked });
    for (const name of ['one.pdf', 'two.pdf'])
      say(from, { kind: 'document', name, url: '/x', caption: 'Papers' }, { album: `papers of ${from}` });
  }
};

const openTopic = async (page: Page, model: Model): Promise<void> => {
  fillTopic(model);
  await page.getByRole('button', { name: /^Nikos · Octavia/ }).click();
  await page.getByRole('textbox', { name: 'Message to the group' }).waitFor();
};

const LIST = {
  button: 'Choose the work',
  sections: [
    { title: 'Often', rows: [{ data: 'annual', title: 'Annual service', description: 'about 2 h' }] },
    { title: 'Other', rows: [{ data: 'oil', title: 'Oil & filter', description: '' }] },
  ],
} as const;

/** One of everything that a WhatsApp chat can show. */
const fillWhatsApp = (model: Model): void => {
  const chat = NIKOS_WHATSAPP;
  const signs = { kind: 'text', text: '*Bold*, `code`, see https://station.example' } as const;
  const asked = model.put(chat, 'bot', signs, [[button('Confirm', 'yes')]], {
    template: 'visit_reminder',
    header: 'Your visit',
    footer: 'Aristotelous Auto',
  });
  model.put(chat, 'person', { kind: 'text', text: 'Confirm' }, [], { replyTo: asked, read: true });
  model.put(chat, 'person', signs, [], { delivered: false, reaction: '👌' });
  for (const from of ['person', 'bot'] as const) {
    model.put(chat, from, { kind: 'photo', url: '/samples/dent.svg', caption: 'A caption' });
    model.put(chat, from, { kind: 'photo', url: '/samples/tyre.svg', caption: '' });
    model.put(chat, from, { kind: 'document', name: 'estimate.pdf', url: '/x', caption: 'Look' });
    model.put(chat, from, { kind: 'location', latitude: 40.6, longitude: 22.9, title: 'The station' });
    model.put(chat, from, { kind: 'contact', name: 'Irina', phone: '+30 694 000 0000' });
    model.put(chat, from, { kind: 'voice', seconds: 5 });
  }
  model.put(chat, 'person', { kind: 'service', text: 'You changed your number' });
  model.put(chat, 'bot', { kind: 'text', text: 'Whom may we call?' }, [], { asksContact: true });
  model.put(chat, 'bot', { kind: 'text', text: 'When?' }, [
    [button('Tue 24 · 09:00', 'nine'), { kind: 'url', text: 'Our page', url: 'https://station.example' }],
  ]);
  model.put(chat, 'bot', { kind: 'text', text: 'Which work?' }, [], { list: LIST, footer: 'With VAT' });
  model.typing(chat, true);
};

const STATES: Readonly<Record<string, (page: Page, model: Model) => Promise<void>>> = {
  'an empty chat': async () => {},
  'a chat with everything in it': async (page, model) => {
    fill(model);
    fillWhatsApp(model);
    await page.getByText('Nikos shared a number').waitFor();
    await whatsappOf(page).getByText('typing').waitFor();
    await page.getByRole('button', { name: /^Nikos · Octavia/ }).click();
  },
  'the photo sheet': async (page, model) => {
    fill(model);
    await telegramOf(page).getByRole('button', { name: 'Attach' }).click();
    await page.getByRole('menuitem', { name: /Photo/ }).click();
    await page.getByRole('button', { name: 'Engine lamp' }).click();
  },
  'an open list': async (page, model) => {
    fillWhatsApp(model);
    await page.getByRole('button', { name: 'Choose the work' }).click();
    await page.getByRole('radio', { name: /^Annual/ }).check();
  },
  'the menu of a WhatsApp account': async (page, model) => {
    fillWhatsApp(model);
    await page.getByRole('button', { name: 'This WhatsApp account' }).click();
  },
  'the advisors’ topics': async (page, model) => {
    fillTopic(model);
    await page.getByText('closed', { exact: false }).first().waitFor();
  },
  'an open topic with its pinned card': async (page, model) => {
    await openTopic(page, model);
    await page.getByRole('button', { name: /^Pinned/ }).click();
  },
  'an answer to a colleague, with the bar of reactions': async (page, model) => {
    await openTopic(page, model);
    await page.getByText('Words of the bot').first().hover();
    await page.getByRole('button', { name: 'Reply: Words of the bot' }).click();
    await page.getByText('Words of the bot').first().hover();
    await page.getByRole('button', { name: 'React: Words of the bot' }).click();
  },
  'the large desk with the bot’s rights': async (page, model) => {
    await openTopic(page, model);
    await page.getByRole('button', { name: "Make the advisors' desk large" }).click();
    await page.getByRole('button', { name: 'The group', exact: true }).click();
    await page.getByRole('menuitem', { name: /rights/ }).click();
  },
  'the stickers': async (page, model) => {
    await openTopic(page, model);
    await page.getByRole('button', { name: 'Attach to the group' }).click();
    await page.getByRole('menuitem', { name: 'Sticker' }).click();
  },
  'the menu of commands': async (page, model) => {
    fill(model);
    await page.getByRole('button', { name: 'Commands' }).click();
  },
  'the list of calls, a refusal and a callback’s words': async (page, model) => {
    fill(model);
    await page.getByRole('button', { name: 'What happened' }).click();
    await page.locator('summary').first().click();
    model.toast(NIKOS, 'Held until 10:22');
    await page.locator('.bot-toasts p').waitFor();
  },
  'a blocked bot and a new person’s form': async (page, model) => {
    model.apply({ do: 'block', chat: NIKOS, blocked: true });
    await telegramOf(page).getByRole('button', { name: 'Unblock' }).waitFor();
    await page.getByRole('button', { name: 'New person' }).click();
    await page.getByRole('button', { name: 'Choose…' }).click();
  },
  'a recording': async (page, model) => {
    fill(model);
    await telegramOf(page).getByRole('button', { name: 'Record a voice message' }).click();
  },
};

await inBrowser('The page for everybody', (open) => {
  const start = useFakes();

  it.each(Object.entries(STATES))(
    'has names, roles, sizes and contrast in %s, light and dark',
    async (_state, arrange) => {
      const station = await start();
      const { page } = await open(station.url);
      await page.locator('.chat-head').getByText('bot', { exact: true }).waitFor();
      await arrange(page, station.model);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await expect.poll(() => audit(page)).toEqual([]);
      }
    },
  );

  it.each(['People, 1 unread', 'Clock and advisors'])(
    'has them in the drawer "%s" of a narrow window',
    async (name) => {
      const station = await start();
      fill(station.model);
      const { page } = await open(station.url, { viewport: NARROW });
      await page.getByRole('button', { name }).click();
      await page.getByRole('dialog').waitFor();
      await expect.poll(() => audit(page)).toEqual([]);
    },
  );

  it('has them on WhatsApp in a narrow window', async () => {
    const station = await start();
    fillWhatsApp(station.model);
    const { page } = await open(station.url, { viewport: NARROW });
    await page.getByRole('button', { name: /^WhatsApp/ }).click();
    await page.getByRole('button', { name: 'Choose the work' }).waitFor();
    await expect.poll(() => audit(page)).toEqual([]);
  });

  it('has them on a page that only looks on', async () => {
    const station = await start({ live: false });
    fill(station.model);
    fillWhatsApp(station.model);
    const { page } = await open(station.url);
    await page.getByText('Nikos shared a number').waitFor();
    await expect.poll(() => audit(page)).toEqual([]);
  });

  it('is told apart from a page that has not: the checks can fail', async () => {
    const station = await start();
    const { page } = await open(station.url);
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    // The page may draw itself anew in between and heal what was spoilt, so it is spoilt at each look.
    const found = async (what: string): Promise<boolean> => {
      await page.evaluate(() => {
        document.querySelector('.start')?.replaceChildren();
        document.querySelector<HTMLElement>('.person small')?.style.setProperty('color', '#d0d0d0');
      });
      return (await audit(page)).some((line) => line.startsWith(what));
    };
    await expect.poll(() => found('has no name')).toBe(true);
    await expect.poll(() => found('contrast')).toBe(true);
  });
});
