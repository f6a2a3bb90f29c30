/** The packages of which readers get something, and what; all others only build and test. */
export const readerPackages: Readonly<Record<string, string>> = {
  'any-ascii': 'letters without accents, in the search',
  'dejavu-fonts-ttf': 'letters drawn into the preview pictures',
  'fastest-levenshtein': 'nearest words, in the search',
  pagefind: 'the search engine and its index',
  stemmer: 'stems of words, in the search',
  tailwindcss: 'the utilities of the stylesheets',
};
