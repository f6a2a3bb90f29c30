/** Chance that is the same in every run. */
export interface Chance {
  /** A whole number from `from` to `to`, both included. */
  number: (from: number, to: number) => number;
  /** One of a list. */
  one: <T>(list: readonly T[]) => T;
  /** Several of a list, each at most once. */
  some: <T>(list: readonly T[], count: number) => T[];
}

/** Chance from a seed: the same seed makes the same choices. */
export function toChance(seed: number): Chance {
  let state = seed;
  // Mulberry32: small, and good enough to mix sentences.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    number,
    one: <T>(list: readonly T[]) => list[number(0, list.length - 1)] as T,
    some: <T>(list: readonly T[], count: number) => {
      const rest = [...list];
      return Array.from(
        { length: Math.min(count, rest.length) },
        () => rest.splice(number(0, rest.length - 1), 1)[0] as T,
      );
    },
  };
}
