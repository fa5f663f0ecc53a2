import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { functions } from '#infra/functions.ts';
import { readOrder } from '#infra/ops/order.ts';
import { alarmNames } from '#shared/domain/alarm.ts';
import { resourcesOf, withModel } from './read-template.ts';

const root = join(import.meta.dirname, '../..');

let runbook: string;
let commands: readonly string[];
beforeAll(async () => {
  runbook = await readFile(join(root, 'RUNBOOK.md'), 'utf8');
  const blocks = [...runbook.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  const lines = blocks.flatMap((block) => block.replaceAll(/\\\n\s*/g, '').split('\n'));
  const inText = [...runbook.matchAll(/`((?:npm|npx|aws) [^`]+)`/g)].map(([, command = '']) => command);
  commands = [...lines, ...inText].map((line) => line.trim()).filter((line) => line !== '');
});

describe('the runbook', () => {
  it('has a paragraph for each alarm, and none about an alarm that is not there', () => {
    const headings = [...runbook.matchAll(/^## ([a-z]\w+)$/gm)].map(([, name]) => name);
    expect(headings).toEqual([...alarmNames]);
    for (const name of alarmNames) {
      const paragraph = runbook.split(new RegExp(`^## ${name}$`, 'm'))[1]?.split(/^#+ /m)[0] ?? '';
      for (const part of ['**Means**', '**Look**', '**Mend**', '**Over**'])
        expect(paragraph, `${name}: ${part}`).toContain(part);
    }
  });

  it('names only scripts that there are', async () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
    const named = commands.flatMap((command) => /^npm run ([\w:-]+)/.exec(command)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it('gives no order that the owner’s commands would not take', () => {
    const orders = commands.flatMap((command) => /^npm run ops -- (.*)$/.exec(command)?.[1] ?? []);
    expect(orders.length).toBeGreaterThan(4);
    for (const order of orders) expect(readOrder(order.split(' ')), order).not.toBeTypeOf('string');
  });

  it('reminds whoever deploys that what is not said again is taken away', () => {
    for (const title of ['Restore a backup', 'Upgrade', 'Roll back', 'dollarsADay', 'unanswered']) {
      const paragraph = runbook.split(`\n## ${title}\n`)[1]?.split(/^#+ /m)[0] ?? '';
      expect(paragraph, title).toContain('[all your answers](#runbook)');
    }
  });

  it('sends nobody to a log, a queue or a part of itself that is not there', () => {
    const logs = [...runbook.matchAll(/\/station\/prod\/([\w-]+)/g)].map(([, name = '']) => name);
    const secrets = ['telegram', 'whatsapp'];
    expect(logs.filter((name) => !(name in functions) && !secrets.includes(name))).toEqual([]);
    const names = JSON.stringify(resourcesOf('prod', withModel));
    for (const name of Object.keys(functions)) expect(names).toContain(`"/station/prod/${name}"`);
    const anchors = [...runbook.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) => anchor);
    const headings = [...runbook.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading.toLowerCase().replaceAll(' ', '-'),
    );
    expect(anchors.filter((anchor) => !headings.includes(anchor ?? ''))).toEqual([]);
  });
});
