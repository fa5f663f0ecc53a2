import { describe, expect, it } from 'vitest';
import type { TemplateButton, TemplateDefinition } from '#shared/channels/whatsapp/templates/definition.ts';
import { validateTemplate } from '#shared/channels/whatsapp/templates/validate.ts';

const reply = (text: string): TemplateButton => ({ kind: 'reply', text });
const link = (url: string, example: string | null = null): TemplateButton => ({
  kind: 'url',
  text: url.replace(/[{}]/g, '').slice(-20),
  url,
  example,
});
const phone = (text: string, number = '+302310555010'): TemplateButton => ({
  kind: 'phone',
  text,
  phone: number,
});

const good: TemplateDefinition = {
  name: 'visit_reminder',
  category: 'UTILITY',
  language: 'en',
  header: { text: 'Visit {{1}}', examples: ['7K2M4Q'] },
  body: { text: 'Your visit with {{1}} starts on {{2}} at our garage.', examples: ['Octavia', 'Tuesday'] },
  footer: 'Stop ends this.',
  buttons: [
    reply('Yes'),
    reply('No'),
    link('https://a.example/map'),
    link('https://a.example/v/{{1}}', 'https://a.example/v/7'),
    phone('Call us'),
  ],
};
const body = (text: string, ...examples: readonly string[]) => ({ body: { text, examples } });
const header = (text: string, ...examples: readonly string[]) => ({ header: { text, examples } });

describe('a template', () => {
  it('with all its parts within the limits is fine', () => {
    expect(validateTemplate(good)).toEqual([]);
    const edges = {
      name: 'a'.repeat(512),
      ...header('h'.repeat(60)),
      ...body('b'.repeat(1024)),
      footer: 'f'.repeat(60),
      buttons: Array.from({ length: 10 }, (_, index) => reply(`${index}`.padEnd(25, 'x'))),
    };
    expect(validateTemplate({ ...good, ...edges })).toEqual([]);
    expect(validateTemplate({ ...good, header: null, footer: null, buttons: [] })).toEqual([]);
  });

  it('may repeat a variable and name variables in any order', () => {
    const text = 'Your visit with {{2}} starts on {{1}} at our garage; bring the book of {{2}} please.';
    expect(validateTemplate({ ...good, ...body(text, 'Tuesday', 'Octavia') })).toEqual([]);
  });

  it.each<[string, Partial<TemplateDefinition>, readonly RegExp[]]>([
    ['a capital in its name', { name: 'Visit' }, [/name may only/]],
    ['a dash in its name', { name: 'visit-reminder' }, [/name may only/]],
    ['no name', { name: '' }, [/name may only/]],
    ['a name that is too long', { name: 'a'.repeat(513) }, [/name has 513/]],
    ['a category of its own', { category: 'SERVICE' }, [/category/]],
    ['a language with a country', { language: 'en_US' }, [/language/]],

    ['no body', body(''), [/body is empty/, /body has 0 words/]],
    ['a body that is too long', body('b'.repeat(1025)), [/body has 1025/]],
    [
      'a variable at the start',
      body('{{1}}, your visit to our garage starts soon.', 'Ann'),
      [/begins with a variable/],
    ],
    [
      'a variable after nothing but punctuation',
      body('“{{1}}” is the car of your visit to our garage.', 'Yaris'),
      [/begins with a variable/],
    ],
    [
      'a variable at the end',
      body('Your visit to our garage starts at {{1}}', '9'),
      [/ends with a variable/],
    ],
    [
      'a variable before nothing but a full stop',
      body('Your visit to our garage starts at {{1}}.', '9'),
      [/ends with a variable/],
    ],
    [
      'variables side by side',
      body('Your next visit to our garage: {{1}} {{2}} as we agreed.', 'Tue', '9'),
      [/side by side/],
    ],
    [
      'variables with a comma between them',
      body('Your next visit to our garage: {{1}}, {{2}} as we agreed.', 'Tue', '9'),
      [/side by side/],
    ],
    ['few words for its variables', body('Car {{1}} on {{2}} is ours.', 'Yaris', 'Tue'), [/4 words for 2/]],
    ['nothing but a variable', body('{{1}}', 'Hi'), [/begins/, /ends/, /0 words/]],
    [
      'a gap in the numbers',
      body('Your visit with {{1}} starts on {{3}} at our garage.', 'a', 'b'),
      [/numbered from 1/],
    ],
    [
      'numbers from zero',
      body('Your visit with {{0}} starts on {{1}} at our garage.', 'a'),
      [/body has a variable that is no number/],
    ],
    [
      'a variable with a name',
      body('Your visit with {{car}} starts at our garage.'),
      [/body has a variable that is no number/],
    ],
    [
      'a variable that is not closed',
      body('Your visit with {{1} starts at our garage.'),
      [/body has a variable that is no number/],
    ],
    [
      'too few examples',
      body('Your visit with {{1}} starts on {{2}} at our garage.', 'a'),
      [/2 variables and 1 examples/],
    ],
    ['too many examples', body('Your visit to our garage starts soon.', 'a'), [/0 variables and 1 examples/]],
    [
      'an empty example',
      body('Your visit with {{1}} starts at our garage.', ' '),
      [/body has an empty example/],
    ],
    ['three line breaks in a row', body('Your visit\n\n\nstarts soon.'), [/line breaks in a row/]],
    ['a tab', body('Your\tvisit starts soon.'), [/tab/]],
    ['a row of spaces', body('Your     visit starts soon.'), [/four spaces/]],

    ['an empty header', header(' '), [/header is empty/]],
    ['a header that is too long', header('h'.repeat(61)), [/header has 61/]],
    ['two variables in its header', header('{{1}} and {{2}}', 'a', 'b'), [/header has more than one/]],
    ['a header without its example', header('Visit {{1}}'), [/header has 1 variables and 0/]],
    ['a bold header', header('*Visit*'), [/header has a line break or formatting/]],
    ['an empty footer', { footer: '' }, [/footer is empty/]],
    ['a footer that is too long', { footer: 'f'.repeat(61) }, [/footer has 61/]],
    ['a variable in its footer', { footer: 'Bye {{1}}' }, [/footer has a variable/]],

    [
      'eleven buttons',
      { buttons: Array.from({ length: 11 }, (_, index) => reply(`${index}`)) },
      [/11 buttons/],
    ],
    ['a button that is too long', { buttons: [reply('x'.repeat(26))] }, [/button 1 has 26/]],
    ['an empty button', { buttons: [reply('Yes'), reply('')] }, [/button 2 is empty/]],
    ['a variable on a button', { buttons: [reply('Yes {{1}}')] }, [/button 1 has a variable/]],
    ['two buttons that say the same', { buttons: [reply('Yes'), reply('Yes')] }, [/say the same/]],
    [
      'replies around a link',
      { buttons: [reply('Yes'), link('https://a.example'), reply('No')] },
      [/are mixed/],
    ],
    [
      'three links',
      { buttons: [link('https://a.example/1'), link('https://a.example/2'), link('https://a.example/3')] },
      [/3 links/],
    ],
    ['two phones', { buttons: [phone('Call us'), phone('Call Maria')] }, [/2 phone buttons/]],
    ['a phone without its country', { buttons: [phone('Call', '2310555010')] }, [/no international number/]],
    ['a link that is not https', { buttons: [link('http://a.example')] }, [/no https link/]],
    [
      'a variable inside a link',
      { buttons: [link('https://a.example/{{1}}/map', 'https://a.example/7/map')] },
      [/no suffix/],
    ],
    ['a variable in the host', { buttons: [link('https://{{2}}.example')] }, [/no suffix/]],
    ['a link without its example', { buttons: [link('https://a.example/{{1}}')] }, [/needs an example/]],
    [
      'an example without need',
      { buttons: [link('https://a.example/', 'https://a.example/7')] },
      [/needs an example/],
    ],
  ])('with %s is told what is wrong with it, and nothing else', (_, broken, findings) => {
    const found = validateTemplate({ ...good, ...broken });
    expect(found).toHaveLength(findings.length);
    for (const [index, finding] of findings.entries()) expect(found[index]).toMatch(finding);
  });

  it('with several faults is told all of them', () => {
    const found = validateTemplate({ ...good, name: 'A', category: '', language: 'xx', footer: '' });
    expect(found).toHaveLength(4);
  });
});
