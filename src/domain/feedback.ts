/** Where readers report mistakes: issues of a repository on GitHub or GitLab, or a mailbox. */
export type Feedback =
  | { kind: 'github' | 'gitlab'; repository: string; branch: string }
  | { kind: 'mailto'; address: string };

/** What a report is about; a section has its own permalink. */
export interface Report {
  id: string;
  title: string;
  section?: string | undefined;
  url: string;
}

const REPOSITORY =
  /^(https:\/\/[\w.-]*\b(github|gitlab)\b[\w.:-]*(?:\/[\w.~-]+?){2,}?)(?:\.git)?(?:(?:\/-)?\/tree\/([\w./-]+?))?\/?$/;
const MAIL = /^mailto:([^\s@?]+@[^\s@?]+)$/;

/** Reads the setting of that name; undefined when there is none, or none that can be read. */
export function findFeedback(setting: string): Feedback | undefined {
  const address = MAIL.exec(setting)?.[1];
  if (address !== undefined) return { kind: 'mailto', address };
  const [, repository, kind, branch = 'main'] = REPOSITORY.exec(setting) ?? [];
  return repository === undefined
    ? undefined
    : { kind: kind === 'gitlab' ? 'gitlab' : 'github', repository, branch };
}

/** A prefilled issue or mail about a mistake; undefined when nobody takes reports. */
export function toReportUrl(
  { id, title, section, url }: Report,
  feedback: Feedback | undefined,
): string | undefined {
  const place = section === undefined ? title : `${title} › ${section}`;
  const lines = [
    `Article: ${id} ${title}`,
    ...(section === undefined ? [] : [`Section: ${section}`]),
    `Link: ${url}`,
    '',
    'What is wrong:',
    '',
  ];
  return toMessageUrl(`Mistake in ${id}: ${place}`, lines, feedback);
}

/** A prefilled issue or mail of any kind; undefined when nobody takes reports. */
export function toMessageUrl(
  subject: string,
  lines: readonly string[],
  feedback: Feedback | undefined,
): string | undefined {
  switch (feedback?.kind) {
    case 'github':
      return `${feedback.repository}/issues/new?${toQuery({ title: subject, body: lines.join('\n') })}`;
    case 'gitlab':
      return `${feedback.repository}/-/issues/new?${toQuery({ 'issue[title]': subject, 'issue[description]': lines.join('\n') })}`;
    case 'mailto':
      // Mail asks for both characters at the end of a line (RFC 6068).
      return `mailto:${toMailbox(feedback.address)}?${toQuery({ subject, body: lines.join('\r\n') })}`;
    default:
      return undefined;
  }
}

/** The page on which the repository lets readers edit a file; undefined where there is no repository. */
export function toEditUrl(file: string, feedback: Feedback | undefined): string | undefined {
  if (feedback === undefined || feedback.kind === 'mailto') return undefined;
  const path = `${feedback.branch}/${file}`.split('/').map(encode).join('/');
  return `${feedback.repository}${feedback.kind === 'gitlab' ? '/-' : ''}/edit/${path}`;
}

// Not URLSearchParams: mail programs take its "+" for a plus sign.
function toQuery(fields: Record<string, string>): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

function toMailbox(address: string): string {
  return address.split('@').map(encode).join('@');
}

// Half an emoji, as a cut title may end in, would throw; brackets and quotes end a link in some programs.
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /['()*!]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
