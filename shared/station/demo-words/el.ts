/** What people call the demo station's work in Greek, by the id of the service. */
export const el: Readonly<Record<string, readonly string[]>> = {};
