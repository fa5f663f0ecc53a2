import { DatabaseSync } from 'node:sqlite';

/**
 * Claims a data folder for this process through a lock of the operating system on `file`, which ends with the process
 * however it ends. Gives the function that ends it earlier. A folder in use is an error with its name: LevelDB would
 * notice too, but dynalite would only crash.
 */
export function claim(file: string, folder: string): () => void {
  const database = new DatabaseSync(file);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    throw new Error(
      `The data in ${folder} is in use by another station on this machine. Stop that one, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
  return () => database.close();
}
