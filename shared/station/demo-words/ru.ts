/** What people call the demo station's work in Russian, by the id of the service. */
export const ru: Readonly<Record<string, readonly string[]>> = {};
