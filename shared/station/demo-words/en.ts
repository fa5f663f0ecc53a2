/** What people call the demo station's work in English, by the id of the service. */
export const en: Readonly<Record<string, readonly string[]>> = {};
