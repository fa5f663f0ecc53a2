/** A font that travels beside the bundle: its path, as `infra/bundling.ts` tells esbuild. */
declare module '*.ttf' {
  const path: string;
  // biome-ignore lint/style/noDefaultExport: esbuild gives a file's path that way
  export default path;
}
