/*
 * Runs one measurement in this process: `node --import tsx tools/bench-one.mjs FILE [OPTION…]`. The file exports `title`
 * and `run(options)`, which gives the lines to print.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [file, ...options] = process.argv.slice(2);
if (file === undefined) throw new Error('Which file?');
const { title, run } = await import(pathToFileURL(resolve(file)).href);
const lines = await run(options);
process.stdout.write(`${title}\n${lines.map((/** @type {string} */ line) => `  ${line}`).join('\n')}\n`);
