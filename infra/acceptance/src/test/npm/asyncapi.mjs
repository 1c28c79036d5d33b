// Reads an AsyncAPI document with the official parser; prints what it says and fails on anything but information.
import { Parser } from '@asyncapi/parser';
import { readFileSync } from 'node:fs';

const { document, diagnostics } = await new Parser().parse(readFileSync(process.argv[2], 'utf8'));
const INFORMATION = 2;
const serious = diagnostics.filter((found) => found.severity < INFORMATION || found.code === 'asyncapi-latest-version');
for (const found of serious) {
  console.log(found.code, found.message, found.path.join('/'));
}
if (!document || document.version() !== '3.1.0' || serious.length > 0) {
  process.exit(1);
}
console.log(`${document.channels().length} channels, ${document.allMessages().length} messages`);
