import { readFileSync } from 'node:fs';
import { openLibrary } from './tests/content/relevance/library.ts';
import { Engine } from '#search/engine.ts';
const lines = readFileSync('/tmp/fa/rel.log','utf8').split('\n');
const mine = new Engine(await openLibrary(process.argv[2]!));
for (let i=0;i+1<lines.length;i+=2){
  const m=/^(\S+)\s+rank (\S+)\s+(.*)$/.exec(lines[i]!); if(!m) break;
  const q=lines[i+1]!.trim(); if(m[1]!.startsWith('unansw')||m[1]==='nonsense') continue;
  const a= m[1]==='ticket'? await mine.suggest(q): await mine.find(q); const s=a.results.length>0?a.results:a.nearest;
  console.log(`${m[1]} rank ${m[2]} ${m[3]} | ${q.slice(0,150)} | ${s.slice(0,2).map(r=>r.card.id).join(' ')}`);
}
