import { stemmer } from 'stemmer';

// Words without which a question still asks the same.
const STOP_WORDS = new Set(
  'a about after again all also am an and another any anybody anyone anything are as at be been because before being but by can cannot cant could couldnt dear did didnt do does doesnt doing dont each else etc ever every everything few for from get gets getting go goes going gone got had hadnt has hasnt have havent having he hello help her here hers hey hi him his how however i id if ill im in into is isnt it its itself ive just know less let lets like many may maybe me might more most much must my no nor not now of off on once one only onto or other our ours out over own per please really regards same say says see seem seems she since so some somebody someone something still such sure tell than thank thanks that the their them then there these they thing things think this those though through to too up us very want wants was wasnt way we well were what whats when where whether which while who whom whose why will with without wont would wouldnt yet you your yours'.split(
    ' ',
  ),
);

/** All words of a text in small letters: letters and digits; apostrophes fall out, everything else divides. */
export function toWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** A text in small letters with its punctuation gone: what two texts share that differ in spelling only. */
export function toPlain(text: string): string {
  return toWords(text).join(' ');
}

/** The words of a text that carry its meaning, each once. */
export function toTerms(text: string): string[] {
  return [...new Set(toWords(text))].filter((word) => word.length > 1 && !STOP_WORDS.has(word));
}

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** The words that carry the meaning of a text, as stems: what two texts share when they say the same in other forms. */
export function toStems(text: string): string[] {
  return [...new Set(toTerms(text).map(toStem))];
}

/** A word without its endings: `virtualized`, `virtualization` → `virtual`. */
export function toStem(word: string): string {
  return stemmer(word);
}
