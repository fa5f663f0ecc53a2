import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { archivePart } from '#functions/documents/archive/archive.ts';
import { channelOf } from '#shared/channels/registry.ts';
import { addressOf } from '#shared/domain/address.ts';
import type { ArchiveJob } from '#shared/domain/job.ts';
import type { Language } from '#shared/domain/language.ts';
import { conversationFrom, isPointer, residentFrom, residentKey } from '#shared/store/conversation.ts';
import { getOne } from '#shared/store/read.ts';
import { textFor } from '#shared/text/text.ts';
import type { Checklist } from '../connect/checklist.ts';
import { theOne } from './erase.ts';
import type { Place } from './place.ts';

/**
 * Writes all that is kept of a person as the archive that "export my data" would bring to their chat, part by part, into a folder of
 * this machine. It is packed here, by the same code: nothing of it lies in the bucket, and the person is not written to.
 */
export async function exportPerson(
  { who, folder }: { readonly who: string; readonly folder: string },
  place: Place,
  told: Checklist,
): Promise<void> {
  const found = await theOne(who, place, told);
  if (found === null) return;
  const [address] = found.addresses;
  if (found.customer === null || address === undefined)
    return told.wrong('Nothing but a chat is kept of this person', 'There is nothing to hand over');
  const station = await place.station();
  const textIn = (language: Language) => textFor(language, station);
  const job: Omit<ArchiveJob, 'part'> = {
    v: 1,
    kind: 'archive',
    id: '',
    of: found.id,
    until: await place.now(),
    language: (await languageAt(address, place)) ?? station.defaultLanguage,
    tell: addressOf(address),
    ticket: null,
  };
  await mkdir(folder, { recursive: true });
  for (let part = 1; ; part += 1) {
    const made = await archivePart(
      { ...job, part },
      { table: place.table, files: place.files, textFor: textIn, channelOf, zone: station.zone },
    );
    if (made === null)
      return told.wrong(
        'The person went away meanwhile',
        'Look whether they were erased or joined to another one',
      );
    const file = resolve(join(folder, made.name));
    if (existsSync(file))
      return told.wrong(`${file} is there already`, 'Name another folder with --to, or move it away');
    // Readable by its owner alone.
    await writeFile(file, made.content, { mode: 0o600, flag: 'wx' });
    told.fine(`${file} (${made.content.byteLength} bytes, part ${part} of ${made.parts})`);
    if (part === made.parts) return;
  }
}

/** The language of a talk; null where there is none any more. */
async function languageAt(address: string, { table }: Place): Promise<Language | null> {
  const item = await getOne(table, residentKey(address));
  const resident = residentFrom(item);
  return resident === null || isPointer(resident) ? null : conversationFrom(item).language;
}
