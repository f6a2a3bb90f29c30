/** A day or month in words: `2026-11-20` becomes "20 November 2026", `2026-08` "August 2026". */
export function formatDate(text: string): string {
  const [year = '', month = '', day] = text.split('-');
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat('en-GB', {
    ...(day === undefined ? {} : { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
}

/** True when the whole of the day or month lies before `today` (`YYYY-MM-DD`). */
export function isPast(text: string, today: string): boolean {
  return text < today.slice(0, text.length);
}

/** True when the day or month begins after `today` (`YYYY-MM-DD`). */
export function isFuture(text: string, today: string): boolean {
  return text > today.slice(0, text.length);
}
