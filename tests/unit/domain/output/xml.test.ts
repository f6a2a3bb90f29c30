import { expect, test } from 'vitest';
import { escapeXml } from '#domain/output/xml.ts';

test.each([
  ['a < b & "c" > \'d\'', 'a &lt; b &amp; &quot;c&quot; &gt; &apos;d&apos;'],
  ['emoji 🚀 stay', 'emoji 🚀 stay'],
  ['no \u0000 \u001b \ufffe \ud800 left', 'no     left'],
])('%j becomes %j', (text, xml) => expect(escapeXml(text)).toBe(xml));
