import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as z from 'zod';
import type { Schema, Schemas } from './json-schema.ts';

const described = z.object({
  components: z.object({
    schemas: z.record(
      z.string(),
      z.custom<Schema>((one) => typeof one === 'object'),
    ),
  }),
});

/** The YAML reader that comes inside the CDK's library: the project has no other use for one. */
const yaml = z.object({ parse: z.custom<(text: string) => unknown>((one) => typeof one === 'function') });

/** Meta's description of its Business Messaging API (https://github.com/facebook/openapi), patched where it is wrong. */
export function metaSchemas(file: string): Schemas {
  const require = createRequire(createRequire(import.meta.url).resolve('aws-cdk-lib/package.json'));
  const { parse } = yaml.parse(require('yaml'));
  return patched(described.parse(parse(readFileSync(file, 'utf8'))).components.schemas);
}

/** Requests of a person, by their kind: the name of what each does. */
const requests = { request_contact_info: 'request_contact_info', location_request_message: 'send_location' };

function patched(schemas: Schemas): Schemas {
  const change = (name: string, how: (schema: Schema) => Schema): Schemas => ({
    [name]: how(schemas[name] ?? {}),
  });
  const property = (schema: Schema, name: string, how: (one: Schema) => Schema): Schema => ({
    ...schema,
    properties: { ...schema.properties, [name]: how(schema.properties?.[name] ?? {}) },
  });
  return {
    ...schemas,
    // A person without a visible number is named by `recipient` instead of `to` (since July 2026); what we get back in
    // statuses goes along as `biz_opaque_callback_data`. The description knows neither.
    ...change('BaseMessageProperties', (schema) => ({
      ...schema,
      required: schema.required?.filter((name) => name !== 'to') ?? [],
      properties: {
        ...schema.properties,
        recipient: { type: 'string', pattern: '^[A-Z]{2}\\.[A-Za-z0-9]{1,128}$' },
        biz_opaque_callback_data: { type: 'string', maxLength: 512 },
      },
    })),
    // The requests for a person's number (July 2026) and for their place are missing among the kinds and among the actions.
    // https://developers.facebook.com/docs/whatsapp/cloud-api/messages/location-request-messages
    ...change('InteractiveObject', (schema) =>
      property(schema, 'type', (one) => ({ ...one, enum: [...(one.enum ?? []), ...Object.keys(requests)] })),
    ),
    ...change('ActionObject', (schema) => ({
      ...schema,
      oneOf: [
        ...(schema.oneOf ?? []),
        {
          required: ['name'],
          properties: { name: { type: 'string', enum: Object.values(requests) } },
        },
      ],
    })),
    // Meta's own examples have no `policy` any more, and it is not needed.
    ...change('LanguageObject', (schema) => ({ ...schema, required: ['code'] })),
    // "^[2-6, 11-14]$" was a range of lines; the index is that of a button, 0 to 9.
    ...change('TemplateComponent', (schema) => property(schema, 'index', indexOfButton)),
    ...change('ButtonComponent', (schema) => ({
      ...schema,
      allOf: schema.allOf?.map((one) => (one.properties ? property(one, 'index', indexOfButton) : one)) ?? [],
    })),
    // What the description leaves out and Meta's pages say: a text's length, a row's description, what a button sends back.
    ...change('TextMessage', (schema) => ({
      ...schema,
      allOf:
        schema.allOf?.map((one) =>
          one.properties
            ? property(one, 'text', (text) =>
                property(text, 'body', (body) => ({ ...body, maxLength: 4_096 })),
              )
            : one,
        ) ?? [],
    })),
    ...change('SectionObject', (schema) =>
      property(schema, 'rows', (rows) => ({
        ...rows,
        items: property(rows.items ?? {}, 'description', () => ({ type: 'string', maxLength: 72 })),
      })),
    ),
  };
}

function indexOfButton(): Schema {
  return { type: 'string', pattern: '^[0-9]$' };
}

/** Its schema by the type of a message: the union of all of them would not say what is wrong. */
export const schemaOf: Readonly<Record<string, string>> = {
  text: 'TextMessage',
  interactive: 'InteractiveMessage',
  location: 'LocationMessage',
  template: 'TemplateMessage',
  image: 'ImageMessage',
  video: 'VideoMessage',
  document: 'DocumentMessage',
  audio: 'AudioMessage',
  sticker: 'StickerMessage',
  contacts: 'ContactsMessage',
  reaction: 'ReactionMessage',
};
