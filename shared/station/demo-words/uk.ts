/** What people call the demo station's work in Ukrainian, by the id of the service. */
export const uk: Readonly<Record<string, readonly string[]>> = {};
