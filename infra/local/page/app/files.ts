/** A file's bytes as a data URL, with its own type. Rejects when the file cannot be read. */
const dataUrlOf = (file: Blob): Promise<string> =>
  new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });

/** The most bytes of a file that this page carries, and that Telegram gives bots: https://core.telegram.org/bots/api#getfile */
export const MOST_BYTES = 20 * 1024 * 1024;
/** So much of them is passed on, with the size that they have. */
const BEGINNING = 64 * 1024;

/** A file as an act takes it. What a bot may not have is passed on by its beginning: nobody will read more of it. */
export const sentFile = async (file: File): Promise<{ name: string; data: string; size?: number }> =>
  file.size <= MOST_BYTES
    ? { name: file.name, data: await dataUrlOf(file) }
    : { name: file.name, data: await dataUrlOf(file.slice(0, BEGINNING, file.type)), size: file.size };

/** A size as the messengers write it: `840 B`, `43 KB`, `2.1 MB`. */
export const sizeOf = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
};
