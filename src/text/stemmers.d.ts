declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  // biome-ignore lint/style/noDefaultExport: it is CommonJS and exports this object as a whole.
  export default stemmer;
}

declare module 'natural/lib/natural/stemmers/porter_stemmer_ru.js' {
  const stemmer: { stem(word: string): string };
  // biome-ignore lint/style/noDefaultExport: it is CommonJS and exports this object as a whole.
  export default stemmer;
}
