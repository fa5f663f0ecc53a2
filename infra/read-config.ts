import * as z from 'zod';
import { isNearly } from '#shared/desk/diary/nearly.ts';
import { type Config, configs, type Stage } from './config.ts';
import { modelOf, modelsThereAre } from './model.ts';

/** Where the owner's answers come from: `cdk -c name=value` first, then an environment variable. */
export type Given = {
  readonly context: (name: string) => unknown;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The names of all that was said in the context, CDK's own flags among them; none where nobody counts them. */
  readonly names?: readonly string[];
};

/** A value that the owner gave is wrong; the message says which one and how it should look. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
  constructor(setting: string, why: string) {
    super(`The setting '${setting}' is not right: ${why}.`);
  }
}

/** The settings that an owner says on deploying, with the environment variable of each. */
const variables = {
  advisorGroupId: 'ADVISOR_GROUP_ID',
  advisorIds: 'ADVISOR_IDS',
  publicUrl: 'PUBLIC_URL',
  alarmEmail: 'ALARM_EMAIL',
  alarmsInGroup: 'ALARMS_IN_GROUP',
  dollarsADay: 'DOLLARS_A_DAY',
  model: 'BEDROCK_MODEL',
  modelCallsADay: 'BEDROCK_CALLS_A_DAY',
  repositoryUrl: 'REPOSITORY_URL',
} as const satisfies Partial<Record<keyof Config, string>>;

type Setting = keyof typeof variables;

/** What no two stations can share. */
const ownOnly: readonly Setting[] = ['advisorGroupId', 'advisorIds', 'publicUrl'];

/**
 * The configuration of the stage that `-c stage=` names (prod, if none does), with the owner's own values put in: of the settings
 * above, `-c prod.advisorIds=…` counts before `-c advisorIds=…`, and that before the environment. Throws a SettingError.
 */
export function readConfig(given: Given): Config {
  const stage = check('stage', StageName, given.context('stage') ?? 'prod');
  return configured(stage, given);
}

/**
 * The configurations of all stages that `-c stages=north,south` names, for one app; without it, of the one stage. With several,
 * what two stations cannot share is taken with the stage before it alone (`-c north.advisorGroupId=…`). Throws a SettingError.
 */
export function readConfigs(given: Given): readonly Config[] {
  for (const name of given.names ?? []) refuseMistyped(name);
  const several = given.context('stages');
  if (several === undefined) return [readConfig(given)];
  const stages = check('stages', StageNames, several);
  for (const name of ownOnly) {
    if ((given.context(name) ?? given.environment[variables[name]]) === undefined) continue;
    throw new SettingError(name, `with several stages say whose it is, such as -c ${stages[0]}.${name}=…`);
  }
  return stages.map((stage) => configured(stage, given));
}

function configured(stage: Stage, { context, environment }: Given): Config {
  const own: Config = configs[stage];
  const read = <N extends Setting>(name: N, schema: z.ZodType<Config[N]>): Config[N] =>
    check(
      name,
      schema,
      context(`${stage}.${name}`) ?? context(name) ?? environment[variables[name]] ?? own[name],
    );
  return {
    ...own,
    advisorGroupId: read('advisorGroupId', GroupId),
    advisorIds: read('advisorIds', PersonIds),
    publicUrl: read('publicUrl', PublicUrl),
    alarmEmail: read('alarmEmail', Email),
    alarmsInGroup: read('alarmsInGroup', YesOrNo),
    dollarsADay: read('dollarsADay', Dollars),
    model: read('model', Model),
    modelCallsADay: read('modelCallsADay', Calls),
    repositoryUrl: read('repositoryUrl', RepositoryUrl),
  };
}

/** What is nearly a setting is a slip: CDK passes over it in silence, and a station without its group is deployed. */
function refuseMistyped(said: string): void {
  const [name = '', stage, ...more] = said.split('.').reverse();
  if (more.length > 0 || /[:@/]/.test(said)) return;
  const known = ['stage', 'stages', ...Object.keys(variables)];
  if (known.includes(name)) {
    if (stage !== undefined) check(said, StageName, stage);
    return;
  }
  const meant = known.find((one) => isNearly(plain(name), plain(one)) || isCutShort(plain(name), plain(one)));
  if (meant !== undefined) throw new SettingError(said, `there is none of this name, write ${meant}`);
}

/** The letters alone: `advisor-ids` and `ADVISOR_IDS` mean `advisorIds`. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, '');
}

function isCutShort(one: string, other: string): boolean {
  return one.length >= 5 && other.startsWith(one);
}

const StageName = z.custom<Stage>(
  (name) => typeof name === 'string' && Object.hasOwn(configs, name),
  `say one of ${Object.keys(configs).join(', ')}, or add it (“Several stations” in RUNBOOK.md)`,
);

const StageNames = z
  .string('write the stages with commas')
  .transform((names) => names.split(','))
  .pipe(
    z
      .array(StageName)
      .refine((names) => new Set(names).size === names.length, 'each stage can be named once'),
  );

/** Numbers are taken too: cdk.json may hold them unquoted. */
const Text = z.union([z.string(), z.number()]).transform(String);

const GroupId = Text.pipe(
  z
    .string()
    .regex(
      /^(-\d+)?$/,
      'a supergroup has a negative number, such as -1001234567890 (npm run connect -- --check names it)',
    ),
);

const PersonIds = Text.pipe(
  z
    .string()
    .regex(/^(\d+(,\d+)*)?$/, 'write the numeric ids of the advisors with commas, such as 5000001,5000002'),
);

const PublicUrl = z
  .string()
  .regex(
    /^(api|https:\/\/[^\s/]+)$/,
    "write https://your.domain without a path, or 'api' for the address AWS gives",
  );

const Email = z
  .string()
  .refine(
    (text) => text === '' || z.email().safeParse(text).success,
    'write one address, such as owner@station.example',
  );

const YesOrNo = z
  .union([z.boolean(), z.enum(['true', 'false'])], 'write true or false')
  .transform((value) => value === true || value === 'true');

const Dollars = Text.pipe(
  z
    .string()
    .regex(/^\d+(\.\d+)?$/, 'write US dollars as a number above 0, such as 10')
    .transform(Number)
    .refine((dollars) => dollars > 0, 'write US dollars as a number above 0, such as 10'),
);

const Model = z
  .string()
  .refine(
    (id) => id === '' || modelOf(id) !== null,
    `write one of ${modelsThereAre}, or add its price to infra/prices.ts`,
  );

const Calls = Text.pipe(
  z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'write a whole number of calls, such as 200')
    .transform(Number),
);

const RepositoryUrl = z
  .string()
  .regex(
    /^(https:\/\/\S+[^\s/])?$/,
    'write where RUNBOOK.md is, without its name, such as https://github.com/you/station/blob/main',
  );

function check<T>(name: string, schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new SettingError(name, [...new Set(parsed.error.issues.map(({ message }) => message))].join('; '));
}
