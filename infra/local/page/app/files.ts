/** A file's bytes as a data URL, with its own type. Rejects when the file cannot be read. */
export const dataUrlOf = (file: Blob): Promise<string> =>
  new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });

/** The most bytes of a file that this page passes on; the messengers' own apps take more. What is too large for a bot the station says. */
export const MOST_BYTES = 45 * 1024 * 1024;

/** A size as the messengers write it: `840 B`, `43 KB`, `2.1 MB`. */
export const sizeOf = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
};
