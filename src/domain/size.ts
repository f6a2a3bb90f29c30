/** Above so many articles, a page that would list all of them names the topics instead. */
export const MANY_ARTICLES = 500;

/** Above so many articles, the page of a topic only names them, from A to Z or by sections, with a filter. */
export const MANY_OF_TOPIC = 40;

/** Above so many topics, the page of one does not name the others before its articles. */
export const MANY_TOPICS = 12;

const SHORT = 10;
const FIRST = 5;

/** What the home page names of a topic: all of it, or of a longer one the beginning. */
export function listFirst<T>(order: readonly T[]): T[] {
  return order.length > SHORT ? order.slice(0, FIRST) : [...order];
}

/** So many articles that use a term are named; the search finds the others. */
export const MOST_USES = 20;

const LONG = 50;

/** What a page shows of the reading order that it stands in: all of it, or of a long one its nearest neighbours. */
export function listNearby<T>(order: readonly T[], isHere: (entry: T) => boolean): T[] {
  if (order.length <= LONG) return [...order];
  const start = Math.max(
    0,
    Math.min(order.findIndex(isHere) - LONG / 10, order.length - LONG / 5 - 1),
  );
  return order.slice(start, start + LONG / 5 + 1);
}
