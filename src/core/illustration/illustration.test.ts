import { describe, expect, it } from 'vitest';
import {
  colours,
  drawIllustration,
  formatIllustrationUri,
  garmentTypes,
  type IllustrationSpec,
  parseIllustrationUri,
  patterns,
} from './index.ts';

/** The first breach of XML's rules in the text, or undefined; strict about the subset that drawings use. */
function malformation(xml: string): string | undefined {
  const open: string[] = [];
  let at = 0;
  for (const match of xml.matchAll(/<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z][a-zA-Z0-9-]*="[^"<&]*")*)\s*(\/?)>/g)) {
    if (match.index !== at) return `text or broken tag at ${at}: ${xml.slice(at, at + 40)}`;
    at = match.index + match[0].length;
    const [, closing, name = '', attributes = '', empty] = match;
    const names = [...attributes.matchAll(/\s([a-zA-Z0-9-]+)=/g)].map((found) => found[1]);
    if (new Set(names).size !== names.length) return `attribute twice in ${match[0]}`;
    if (closing === '/') {
      if (open.pop() !== name) return `</${name}> closes nothing`;
    } else if (empty !== '/') {
      open.push(name);
    }
    if (open.length === 0 && at !== xml.length) return 'more than one root';
  }
  return at === xml.length && open.length === 0 ? undefined : 'unclosed';
}

function idsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/\sid="([^"]+)"/g)].map((found) => found[1] ?? '');
}

const colourKeys = Object.keys(colours);
/** Every garment in every pattern; the colour walks along so that all of them take part. */
const specs: readonly IllustrationSpec[] = garmentTypes.flatMap((garment, row) =>
  patterns.map((pattern, column) => ({
    garment,
    pattern,
    colour: colourKeys[(row * patterns.length + column) % colourKeys.length] ?? 'indigo',
  })),
);

describe('drawIllustration', () => {
  it('covers the shop', () => {
    expect(garmentTypes.length).toBeGreaterThanOrEqual(45);
    expect(colourKeys.length).toBeGreaterThanOrEqual(36);
    expect(patterns.length).toBeGreaterThanOrEqual(11);
  });

  it('gives well-formed, self-contained, small documents for every garment and pattern', () => {
    const faults = specs.flatMap((spec) => {
      const svg = drawIllustration(spec);
      const ids = idsOf(svg);
      const known = new Set(ids);
      const wanted = [...svg.matchAll(/(?:url\(|href=")#([^")]+)/g)].map((found) => found[1] ?? '');
      return [
        malformation(svg),
        known.size === ids.length ? undefined : 'an id twice',
        wanted.every((id) => known.has(id)) ? undefined : 'a reference to nothing',
        /NaN|undefined|Infinity|<script|<style|<image|https?:(?!\/\/www\.w3\.org\/2000\/svg")/.test(svg)
          ? 'foreign matter'
          : undefined,
        svg.length < 20_000 ? undefined : `${svg.length} characters`,
      ].flatMap((fault) => (fault === undefined ? [] : [`${formatIllustrationUri(spec)}: ${fault}`]));
    });
    expect(faults).toEqual([]);
  });

  it('is small as a rule: half of all pictures stay under 9,500 characters', () => {
    const sizes = specs.map((spec) => drawIllustration(spec).length).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(9_500);
  });

  it('gives the same text for the same spec', () => {
    for (const spec of specs) expect(drawIllustration(spec)).toBe(drawIllustration({ ...spec }));
  });

  it('shares no id between different pictures on one page', () => {
    const all = specs.flatMap((spec) => idsOf(drawIllustration(spec)));
    expect(new Set(all).size).toBe(all.length);
  });

  it('keeps hostile text out of the markup', () => {
    const neutral = drawIllustration({ garment: 'kurta', colour: 'sand', pattern: 'plain' });
    for (const hostile of [
      '"><script>alert(1)</script>',
      '#fff" onload="x',
      '../../etc',
      '__proto__',
      'constructor',
      '',
    ]) {
      expect(drawIllustration({ garment: 'kurta', colour: hostile, pattern: 'plain' })).toBe(neutral);
      expect(drawIllustration({ garment: 'kurta', colour: 'sand', pattern: hostile as 'plain' })).toBe(
        neutral,
      );
    }
  });

  it('understands everyday colour names', () => {
    const indigo = drawIllustration({ garment: 'shirt', colour: 'indigo', pattern: 'check' });
    expect(drawIllustration({ garment: 'shirt', colour: 'Blue', pattern: 'check' })).toBe(indigo);
    expect(drawIllustration({ garment: 'shirt', colour: 'Bottle Green', pattern: 'check' })).toBe(
      drawIllustration({ garment: 'shirt', colour: 'bottle-green', pattern: 'check' }),
    );
  });
});

describe('illustration URIs', () => {
  it('go there and back', () => {
    for (const spec of specs) expect(parseIllustrationUri(formatIllustrationUri(spec))).toEqual(spec);
  });

  it('fall back for unknown colours and patterns, and refuse unknown garments', () => {
    expect(parseIllustrationUri('illustration:kurta/indigo/block-print')).toEqual({
      garment: 'kurta',
      colour: 'indigo',
      pattern: 'block-print',
    });
    expect(parseIllustrationUri('illustration:kurta')).toEqual({
      garment: 'kurta',
      colour: 'sand',
      pattern: 'plain',
    });
    expect(parseIllustrationUri('illustration:kurta/ultraviolet/houndstooth')).toEqual({
      garment: 'kurta',
      colour: 'sand',
      pattern: 'plain',
    });
    expect(parseIllustrationUri('illustration:spaceship/indigo/plain')).toBeUndefined();
    expect(parseIllustrationUri('illustration:toString/indigo/plain')).toBeUndefined();
    expect(parseIllustrationUri('https://example.com/kurta.jpg')).toBeUndefined();
  });
});
