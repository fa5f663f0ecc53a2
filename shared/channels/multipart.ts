import { randomUUID } from 'node:crypto';
import type { Upload } from './channel.ts';

/** A request body of form fields and files (RFC 7578), with the content type that names its boundary. */
export function multipartOf(
  fields: Readonly<Record<string, unknown>>,
  uploads: readonly Upload[],
): { readonly type: string; readonly body: Buffer } {
  const boundary = `station-${randomUUID()}`;
  const texts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${quotable(name)}"\r\n\r\n${plain(value)}\r\n`,
  );
  const files = uploads.flatMap((upload) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${quotable(upload.field)}"; ` +
        `filename="${quotable(upload.name)}"\r\nContent-Type: ${upload.mime}\r\n\r\n`,
    ),
    upload.content,
    Buffer.from('\r\n'),
  ]);
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(texts.join('')), ...files, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

/** As browsers do: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
function quotable(name: string): string {
  return name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}

/** An object goes as its JSON text, as the Bot API takes it. https://core.telegram.org/bots/api#making-requests */
function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
