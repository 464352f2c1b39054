declare module 'write-file-atomic' {
  const writeFileAtomic: {
    sync(path: string, data: string, options?: { readonly mode?: number; readonly fsync?: boolean }): void;
  };
  // biome-ignore lint/style/noDefaultExport: it is CommonJS and exports this function as a whole.
  export default writeFileAtomic;
}
