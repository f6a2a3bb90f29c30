import { escapeXml } from '#domain/output/xml.ts';
import { searchPath } from '#domain/linking/permalink.ts';
import { toUrl } from '#links.ts';
import { site } from '#site.ts';

/** Tells browsers how to search the site from their address bar. */
export function GET(): Response {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(site.name.slice(0, 16))}</ShortName>
  <LongName>${escapeXml(site.name.slice(0, 48))}</LongName>
  <Description>${escapeXml(site.description)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${escapeXml(toUrl('/favicon.svg'))}</Image>
  <Url type="text/html" method="get" template="${escapeXml(toUrl(searchPath))}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(xml, {
    headers: { 'Content-Type': 'application/opensearchdescription+xml' },
  });
}
