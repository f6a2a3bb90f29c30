import { defineMdastPlugin, type MdastNode } from 'satteri';
import { callouts as words, findKind, parseCallout, toCalloutClasses } from '#domain/callout.ts';

type Inline = Extract<MdastNode, { type: 'paragraph' }>['children'][number];

/** Makes a callout of a quotation that begins with `[!NOTE]`, the same as `<Callout>` makes; what stands behind it is its title. */
export const callouts = defineMdastPlugin({
  name: 'callouts',
  options: { position: true },
  blockquote(node, context) {
    const [first, ...rest] = node.children;
    const [start] = first?.type === 'paragraph' ? first.children : [];
    if (first?.type !== 'paragraph' || start?.type !== 'text') return;
    // Behind a backslash it is meant as text.
    if (context.source[start.position?.start.offset ?? 0] !== '[') return;
    const kind = findKind(parseCallout(start.value)?.word ?? '');
    if (kind === undefined) return;
    const [title, text] = splitLine([
      { ...start, value: start.value.replace(/^[^\]]*\] */, '') },
      ...first.children.slice(1),
    ]);
    const { box, heading, word } = toCalloutClasses(kind);
    const tag = {
      type: 'tag',
      children: [{ type: 'text', value: words[kind] }],
      data: { hName: 'span', hProperties: { className: word.split(' '), 'data-export': 'label' } },
    };
    const head = {
      type: 'paragraph',
      children: [
        tag,
        ...(title.map(toText).join('') === '' ? [] : [{ type: 'text', value: ' ' }]),
        ...title,
      ],
      data: { hProperties: { className: heading.split(' ') } },
    };
    context.replaceNode(node, {
      type: 'callout',
      children: [
        head,
        ...(text.length === 0 ? [] : [{ type: 'paragraph', children: text }]),
        ...rest,
      ],
      data: {
        hName: 'aside',
        // Several of one kind may stand on a page, and landmarks of one name may not.
        hProperties: { role: 'note', className: box.split(' ') },
      },
    } as never);
  },
});

// Up to the end of the first line, and what follows it.
function splitLine(parts: readonly Inline[]): [Inline[], Inline[]] {
  const at = parts.findIndex(
    (part) => part.type === 'break' || (part.type === 'text' && part.value.includes('\n')),
  );
  const end = parts[at];
  if (end === undefined) return [[...parts], []];
  const [before, after] = [parts.slice(0, at), parts.slice(at + 1)];
  if (end.type !== 'text') return [before, after];
  const [line = '', ...lines] = end.value.split('\n');
  const toInline = (value: string): Inline[] => (value === '' ? [] : [{ type: 'text', value }]);
  return [
    [...before, ...toInline(line.trimEnd())],
    [...toInline(lines.join('\n')), ...after],
  ];
}

function toText(node: Inline): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(toText).join('') : '';
}
