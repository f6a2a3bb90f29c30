import type { Row } from '#domain/csv.ts';

/** What a ticket is, as the columns of its file say. */
export interface Ticket {
  /** Its number, or the line on which it starts where no column has numbers. */
  name: string;
  /** The month in which it came, as `YYYY-MM`. */
  month: string | undefined;
  /** What somebody wrote, from all columns that hold words. */
  text: string;
  cells: readonly string[];
}

const NUMBER =
  /^(?:#|no|number|nummer|id|key|(?:ticket|case|issue|request|incident|conversation|vorgang)[ _.-]*(?:#|id|no|nr|number|key|nummer)?)\.?$/i;
const DATE =
  /^(?:date|day|datum|time|month|opened|received|erstellt|created|(?:ticket |date |time )?(?:created|opened|received|creation)[ _-]*(?:at|on|date|time)?)$/i;
const WORDS =
  /subject|title|summary|description|body|text|message|comment|question|content|betreff|nachricht/i;

/** The tickets in the rows of a CSV file, whose first row is its header. */
export function readTickets([head, ...rows]: readonly Row[]): Ticket[] {
  const names = (head?.cells ?? []).map((name) => name.trim());
  const number = names.findIndex((name) => NUMBER.test(name));
  const date = names.findIndex((name) => DATE.test(name));
  const words = names.flatMap((name, column) =>
    WORDS.test(name) && column !== number && column !== date ? [column] : [],
  );
  return rows.map(({ line, cells }) => ({
    name: cells[number]?.trim() || `line ${line}`,
    month: toMonth(cells[date] ?? ''),
    text: cells
      .filter((_, column) =>
        words.length > 0 ? words.includes(column) : column !== number && column !== date,
      )
      .join('\n'),
    cells,
  }));
}

// 2026-11-20 and 20.11.2026; of 11/12/2026 nobody knows which is the month.
function toMonth(text: string): string | undefined {
  const [, year, month] =
    /^(\d{4})[-/.](\d{2})\b/.exec(text.trim()) ??
    /^\d{1,2}\.(?=\d{1,2}\.(\d{4}))(?=(\d{1,2}))/.exec(text.trim()) ??
    [];
  return year === undefined || month === undefined
    ? undefined
    : `${year}-${month.padStart(2, '0')}`;
}
