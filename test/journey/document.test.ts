import { describe, expect, it } from 'vitest';
import { phrase } from '#shared/domain/phrase.ts';
import { withPdf } from '#test/functions/documents/pdf.ts';
import { words } from '#test/helpers/labels.ts';
import { type Rig, startRig } from '#test/helpers/rig.ts';
import { el, lena, mondayTen, withLena } from './desk-talk.ts';

/** From the advisor's estimate to the PDF on the customer's phone. Maria reads Greek, Lena English. */

const estimate = '/estimate\npads front 64 parts 32 work, safety (2 mm)\ndiscs 148 3m';
const dear = '/estimate\nengine overhaul 3400, safety';
const say = (what: Parameters<typeof words>[1]) => words('en', what);

describe.each(['telegram', 'whatsapp'] as const)('a work order’s document on %s', (messenger) => {
  const talk = withLena(messenger);
  const sent = async (text: string) => {
    await talk.rig.desk.as('maria').says(text, lena);
    await talk.rig.calm();
    await talk.rig.desk.as('maria').taps(el(phrase('orderLabelSend')), lena);
    await talk.rig.calm();
  };
  const taps = async (label: string | RegExp) => {
    await talk.rig.taps(label, lena);
    await talk.rig.calm();
  };

  it('comes into the thread when it is asked for, as a PDF with the number of the agreement as its name', async () => {
    await sent(estimate);
    await taps(say(phrase('estimateLabelAll')));
    await talk.rig.says('send me the document', lena);
    await talk.rig.calm();
    const [name, pages] = await paperOf(talk.rig);
    expect(name).toMatch(/^[0-9A-Z]{6}-v1$/);
    expect(pages.join(' ')).toMatch(/Agreed .*pads front .*96\.00 €.*Total agreed 244\.00 €/);
    expect(talk.rig.last(lena).text).toContain(`Work order ${name} as a document.`);
    expect(documentsAt(talk.rig, messenger)).toEqual([`${name}.pdf`]);
    const topic = await talk.rig.desk.topicOf(lena);
    expect(topic.messages.filter(({ files }) => files.includes(`${name}.pdf`))).toHaveLength(1);
  });

  it('comes as often as it is asked for', async () => {
    await sent(estimate);
    await taps(say(phrase('estimateLabelAll')));
    for (const _again of [1, 2]) {
      await talk.rig.says('document', lena);
      await talk.rig.calm();
    }
    expect(documentsAt(talk.rig, messenger)).toHaveLength(2);
  });

  it('above the station’s limit comes by itself, with lines to sign on, before anything is agreed', async () => {
    await sent(dear);
    await taps(say(phrase('estimateLabelAll')));
    const [name, pages] = await paperOf(talk.rig);
    expect(name).toMatch(/^[0-9A-Z]{6}$/);
    expect(pages.join(' ')).toMatch(/Chosen, not signed yet .*engine overhaul.*Owner: signature and date/);
    const shown = talk.rig.bubbles(lena).map(({ text }) => text);
    expect(shown.some((text) => text.includes('AGREE'))).toBe(true);
    expect(shown.some((text) => text.includes(`Work order ${name} as a document.`))).toBe(true);
  });

  it('that cannot be stored is told in words, and what was agreed stays', async () => {
    const rig = await startRig({ messenger, onFailure: 'retry' });
    try {
      rig.clock = mondayTen;
      await rig.says('My Octavia has a new owner', lena);
      await rig.calm();
      await rig.desk.as('maria').says(estimate, lena);
      await rig.calm();
      await rig.desk.as('maria').taps(el(phrase('orderLabelSend')), lena);
      await rig.calm();
      await rig.taps(say(phrase('estimateLabelAll')), lena);
      rig.files.put = async () => {
        throw new Error('The bucket does not answer');
      };
      await rig.says('document', lena);
      await rig.calm();
      expect(rig.last(lena).text).toMatch(/^Document [0-9A-Z]{6}-v1 could not be made\. .*\+302310555010/);
      expect(documentsAt(rig, messenger)).toEqual([]);
      await rig.says('what did we agree', lena);
      await rig.calm();
      expect(rig.last(lena).text).toContain('244');
    } finally {
      await rig.close();
    }
  });
});

/** The one document in the store: its number, and its pages in one line each. */
async function paperOf({ files }: Rig): Promise<readonly [string, readonly string[]]> {
  const papers = [...files.stored.values()].filter(({ mime }) => mime === 'application/pdf');
  expect(papers).toHaveLength(1);
  return withPdf(papers[0]?.content ?? new Uint8Array(), async ({ pages }) => {
    const lines = pages.map((page) => page.replace(/[\s\u00a0\u202f]+/g, ' '));
    return [/(?:Work order|Estimate) (\S+)/.exec(lines[0] ?? '')?.[1] ?? '', lines] as const;
  });
}

/** Names of the documents on the customer's phone. */
function documentsAt(rig: Rig, messenger: 'telegram' | 'whatsapp'): readonly string[] {
  if (messenger === 'telegram')
    return rig.phone.calls
      .filter(({ method, body }) => method === 'sendDocument' && body.chat_id === lena.id)
      .flatMap(({ uploads }) => uploads);
  return rig.played.whatsapp.graph.calls.flatMap(({ body }) => body.document?.filename ?? []);
}
