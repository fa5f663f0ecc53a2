import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { alarmNames } from '#shared/domain/alarm.ts';
import { metricNames } from '#shared/runtime/metric-names.ts';
import { type Found, ofType, resourcesOf, withModel, words } from './read-template.ts';

const Body = z.object({
  start: z.string(),
  widgets: z.array(
    z.object({
      type: z.enum(['text', 'alarm', 'metric']),
      properties: z.object({
        title: z.string().optional(),
        markdown: z.string().optional(),
        alarms: z.array(z.string()).optional(),
        metrics: z.array(z.array(z.unknown())).default([]),
      }),
    }),
  ),
});

let dashboards: readonly Found[];
let body: z.infer<typeof Body>;
beforeAll(() => {
  dashboards = ofType(resourcesOf('prod'), 'CloudWatch::Dashboard');
  body = bodyOf(dashboards);
});

function bodyOf([only]: readonly Found[]): z.infer<typeof Body> {
  return Body.parse(JSON.parse(words(only?.Properties.DashboardBody)));
}

const shown = (of = body) =>
  of.widgets.flatMap(({ properties }) => properties.metrics.map((one) => one.slice(0, 4).join(' ')));

describe('the dashboard', () => {
  it('is one, and shows no more than the fifty metrics that are free', () => {
    expect(dashboards.map(({ Properties }) => Properties.DashboardName)).toEqual(['station-prod']);
    expect(new Set(shown()).size).toBeLessThanOrEqual(50);
  });

  it('shows the business first: all that functions count, then whether everything runs', () => {
    const own = shown().filter((line) => line.startsWith('Station '));
    const others = metricNames.filter((name) => name !== 'AccountRefused' && !name.startsWith('Model'));
    expect(new Set(own)).toEqual(new Set(others.map((name) => `Station ${name} service prod`)));
    const first = shown().findIndex((line) => !line.startsWith('Station '));
    expect(first).toBe(own.length);
  });

  it('shows what a language model does and takes where there is one', () => {
    const withIt = bodyOf(ofType(resourcesOf('prod', withModel), 'CloudWatch::Dashboard'));
    const model = shown(withIt).filter((line) => line.startsWith('Station Model'));
    expect(model).toEqual(
      ['ModelTokens', 'ModelTokens', 'ModelDollars'].map((name) => `Station ${name} service prod`),
    );
    expect(new Set(shown(withIt)).size).toBeLessThanOrEqual(50);
  });

  it('explains itself in words that fit a person, with the paragraph for each alarm and the alarms beside it', () => {
    const [text, alarms] = body.widgets;
    expect(text?.properties.markdown).toContain('RUNBOOK.md');
    for (const name of alarmNames) expect(text?.properties.markdown).toContain(name);
    expect(alarms?.type).toBe('alarm');
    expect(alarms?.properties.alarms).toEqual(alarmNames.map((name) => `Alarms${name}`));
  });

  it('is small: a person takes it in at a glance', () => {
    expect(body.widgets.length).toBeLessThanOrEqual(12);
    for (const { type, properties } of body.widgets)
      if (type === 'metric') expect(properties.title).toMatch(/^[A-Z]/);
  });
});
