import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfHtml } from './html-text.ts';

describe('textOfHtml', () => {
  it('keeps words and lines', () => {
    expect(
      textOfHtml(
        '<p>Hand-blocked&nbsp;cotton,<br>straight cut.</p>\n<ul><li>Wash &amp; dry</li><li>30&deg;</li></ul>',
      ),
    ).toBe('Hand-blocked cotton,\nstraight cut.\n• Wash & dry\n• 30°');
  });

  it('drops what is not text, even where it never ends', () => {
    expect(textOfHtml('a<script>alert("x")</script >b<style>p{}</style>c<!-- d -->e')).toBe('abce');
    expect(textOfHtml('a<script>alert(1)')).toBe('a');
    expect(textOfHtml('a<!-- b')).toBe('a');
    expect(textOfHtml('<img src=x onerror=alert(1)>Kurta')).toBe('Kurta');
  });

  it('leaves plain text as it is', () => {
    expect(textOfHtml('waist < 32 in, hip > 36 & up')).toBe('waist < 32 in, hip > 36 & up');
    expect(textOfHtml('a <b')).toBe('a <b');
    expect(textOfHtml('İÇ <SCRIPT>x</SCRIPT>ok')).toBe('İÇ ok');
  });

  it('decodes once', () => {
    expect(textOfHtml('&amp;lt;b&amp;gt; &lt;i&gt; &#39;&#x41;&#0;&#xD800;&unknown;')).toBe(
      "&lt;b&gt; <i> 'A &unknown;",
    );
  });

  it('never throws and is fast on hostile text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof textOfHtml(text) === 'string'));
    const started = performance.now();
    for (const piece of ['<a', '<!--', '<script>', '&#', '< ', '</']) textOfHtml(piece.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
