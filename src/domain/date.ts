const DAY = 24 * 60 * 60 * 1000;

// To make a formatter takes longer than to use it.
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A day or month in words: `2026-11-20` becomes "20 November 2026", `2026-08` "August 2026", as the locale writes it. */
export function formatDate(text: string, locale: string): string {
  const isDay = text.length > 7;
  const key = `${locale} ${isDay}`;
  const formatter =
    formatters.get(key) ??
    new Intl.DateTimeFormat(locale, {
      ...(isDay && { day: 'numeric' }),
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
  formatters.set(key, formatter);
  return formatter.format(new Date(text));
}

/** True when the whole of the day or month lies before `today` (`YYYY-MM-DD`). */
export function isPast(text: string, today: string): boolean {
  return text < today.slice(0, text.length);
}

/** True when the day or month begins after `today` (`YYYY-MM-DD`). */
export function isFuture(text: string, today: string): boolean {
  return text > today.slice(0, text.length);
}

/** The day so many days after another. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** How many days lie between two days; negative when the second comes first. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The last day of a month; a day is its own. */
export function toLastDay(text: string): string {
  const [year, month, day] = text.split('-').map(Number);
  return day === undefined
    ? new Date(Date.UTC(year ?? 0, month ?? 0, 0)).toISOString().slice(0, 10)
    : text;
}
