// Every pattern of an OpenAPI document is one of ECMA-262 with Unicode, anchored at both ends.
import { readFileSync } from 'node:fs';

let seen = 0;
function walk(node, path) {
  if (node === null || typeof node !== 'object') {
    return;
  }
  if (typeof node.pattern === 'string') {
    seen++;
    new RegExp(node.pattern, 'u');
    if (!node.pattern.startsWith('^') || !node.pattern.endsWith('$')) {
      throw new Error(`${path}: ${node.pattern} is not anchored`);
    }
  }
  for (const [name, child] of Object.entries(node)) {
    walk(child, `${path}/${name}`);
  }
}
walk(JSON.parse(readFileSync(process.argv[2], 'utf8')), '#');
if (seen === 0) {
  throw new Error('no pattern was found');
}
console.log(`${seen} patterns`);
