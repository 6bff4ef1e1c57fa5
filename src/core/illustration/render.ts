import type { Dye } from './dye.ts';
import { mix } from './dye.ts';
import type { Drawing, Layer, Line, Paint, Panel, Shade } from './layers.ts';
import type { Tile } from './tile.ts';

/** Portrait like a shop's product photographs, which take the same frame. */
const frameWidth = 400;
const frameHeight = 440;

const solids: Readonly<Partial<Record<Paint, string>>> = {
  rubber: '#f3ebdc',
  leather: '#9a6236',
  'leather-dark': '#4a2f20',
  ink: '#2a2624',
  ivory: '#fbf5e8',
  shine: '#fff8ea',
};

/** Neighbours of the same ink become one path: fewer elements to parse and to paint. */
function joined(layers: readonly Layer[]): readonly Layer[] {
  const result: Layer[] = [];
  for (const layer of layers) {
    const last = result.at(-1);
    const sameLine =
      last?.kind === 'line' &&
      layer.kind === 'line' &&
      last.tone === layer.tone &&
      last.width === layer.width &&
      last.dash === layer.dash &&
      last.opacity === layer.opacity;
    const sameShape =
      last?.kind === 'shape' &&
      layer.kind === 'shape' &&
      last.paint === layer.paint &&
      last.opacity === layer.opacity;
    if ((sameLine || sameShape) && last !== undefined) {
      result[result.length - 1] = { ...last, path: last.path + layer.path };
    } else {
      result.push(layer);
    }
  }
  return result;
}

/** Turns layers into markup and remembers which definitions they asked for. */
class Sheet {
  readonly definitions: string[] = [];
  readonly #grains = new Map<string, string>();
  readonly #shades = new Set<Shade>();
  #metal = false;
  #count = 0;

  constructor(
    readonly prefix: string,
    readonly dye: Dye,
    readonly tile: Tile,
    readonly repeat: number,
  ) {}

  fill(paint: Paint, turn = 0): string {
    switch (paint) {
      case 'fabric':
        return `url(#${this.#grain(turn)})`;
      case 'metal':
        return `url(#${this.#sheen()})`;
      case 'plain':
        return this.dye.base;
      case 'trim-light':
        return this.dye.trimLight;
      case 'trim-dark':
        return this.dye.trimDark;
      case 'shadow':
        return this.dye.shade;
      case 'deep':
      case 'lining':
      case 'trim':
      case 'stone':
      case 'button':
        return this.dye[paint];
      default:
        return solids[paint] ?? this.dye.base;
    }
  }

  get #edge(): string {
    return ` stroke="${this.dye.seam}" stroke-width="1.4" stroke-linejoin="round"`;
  }

  #grain(turn: number): string {
    const rounded = Math.round(turn);
    const known = this.#grains.get(String(rounded));
    if (known !== undefined) return known;
    const id = `${this.prefix}g${this.#grains.size}`;
    const first = this.#grains.values().next().value;
    const transform = `patternTransform="translate(200 60) rotate(${rounded}) scale(${this.repeat})"`;
    this.#grains.set(String(rounded), id);
    const { width, height, art } = this.tile;
    this.definitions.push(
      first === undefined
        ? `<pattern id="${id}" width="${width}" height="${height}" patternUnits="userSpaceOnUse" ${transform}><path d="M0 0H${width}V${height}H0Z" fill="${this.dye.base}"/>${art}</pattern>`
        : `<pattern id="${id}" href="#${first}" ${transform}/>`,
    );
    return id;
  }

  #sheen(): string {
    const id = `${this.prefix}m`;
    if (!this.#metal) {
      this.#metal = true;
      const { metal } = this.dye;
      const stops = [
        mix(metal, '#fff6dd', 0.45),
        metal,
        mix(metal, '#fff3d0', 0.62),
        metal,
        mix(metal, '#2b1608', 0.42),
      ];
      this.definitions.push(
        `<linearGradient id="${id}" x2="1" y2=".6">${stops.map((colour, index) => `<stop offset="${index / 4}" stop-color="${colour}"/>`).join('')}</linearGradient>`,
      );
    }
    return id;
  }

  #shading(shade: Shade): string {
    const id = `${this.prefix}s${shade}`;
    if (!this.#shades.has(shade)) {
      this.#shades.add(shade);
      const amounts = {
        round: [0.17, 0.34],
        lit: [0.24, 0.17],
        dim: [0.05, 0.42],
        down: [0.2, 0.34],
        none: [0, 0],
      }[shade];
      const direction = shade === 'down' ? 'x2=".25" y2="1"' : 'x2="1" y2=".18"';
      const stop = (offset: number, colour: string, opacity: number | undefined): string =>
        `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity ?? 0}"/>`;
      this.definitions.push(
        `<linearGradient id="${id}" ${direction}>${stop(0, '#fff6e2', (amounts[0] ?? 0) * 0.5)}${stop(0.16, '#fff6e2', amounts[0])}${stop(0.46, '#fff6e2', 0)}${stop(0.46, this.dye.shade, 0)}${stop(1, this.dye.shade, amounts[1])}</linearGradient>`,
      );
    }
    return `url(#${id})`;
  }

  draw(layers: readonly Layer[]): string {
    return joined(layers)
      .map((layer) => this.#layer(layer))
      .join('');
  }

  #layer(layer: Layer): string {
    switch (layer.kind) {
      case 'panel':
        return this.#panel(layer);
      case 'line':
        return this.#line(layer);
      case 'shape':
        return `<path d="${layer.path}" fill="${this.fill(layer.paint)}"${layer.opacity < 1 ? ` opacity="${layer.opacity}"` : ''}/>`;
      case 'dot':
        return `<circle cx="${layer.x}" cy="${layer.y}" r="${layer.radius}" fill="${this.fill(layer.paint)}" stroke="${this.dye.seam}" stroke-width=".8"/>`;
    }
  }

  #line(line: Line): string {
    const colour = line.tone === 'seam' ? this.dye.seam : this.fill(line.tone);
    const cap = line.dash === '' && line.width < 8 ? ' stroke-linecap="round"' : '';
    const dash = line.dash === '' ? '' : ` stroke-dasharray="${line.dash}"`;
    const opacity = line.opacity < 1 ? ` stroke-opacity="${line.opacity}"` : '';
    return `<path d="${line.path}" fill="none" stroke="${colour}" stroke-width="${Math.round(line.width * 10) / 10}"${cap}${dash}${opacity}/>`;
  }

  #panel(layer: Panel): string {
    const light = layer.shade === 'none' ? 'none' : this.#shading(layer.shade);
    if (light === 'none' && layer.inside.length === 0) {
      return `<path d="${layer.path}" fill="${this.fill(layer.paint, layer.turn)}"${layer.outline ? this.#edge : ''}/>`;
    }
    this.#count += 1;
    const id = `${this.prefix}p${this.#count}`;
    this.definitions.push(`<path id="${id}" d="${layer.path}"/>`);
    const inside = this.draw(layer.inside);
    const clipped =
      inside === ''
        ? ''
        : `<clipPath id="${id}c"><use href="#${id}"/></clipPath><g clip-path="url(#${id}c)">${inside}</g>`;
    return `<use href="#${id}" fill="${this.fill(layer.paint, layer.turn)}"/>${clipped}<use href="#${id}" fill="${light}"${layer.outline ? this.#edge : ''}/>`;
  }
}

/** The whole picture: ground, shadow, piece. */
export function renderDrawing(drawing: Drawing, dye: Dye, tile: Tile, prefix: string): string {
  const sheet = new Sheet(prefix, dye, tile, drawing.repeat ?? 1);
  const art = `<g id="${prefix}a">${sheet.draw(drawing.layers)}</g>`;
  const { twin, place, floor } = drawing;
  const flip = twin?.flip === true ? ' translate(400 0) scale(-1 1)' : '';
  const other =
    twin === undefined ? '' : `<use href="#${prefix}a" transform="translate(${twin.x} ${twin.y})${flip}"/>`;
  const placed =
    place === undefined
      ? ''
      : ` transform="translate(${place.x} ${place.y}) scale(${place.scale * (place.narrow ?? 1)} ${place.scale})"`;
  const standing =
    floor === undefined ? '' : `<ellipse cx="206" cy="${floor}" rx="168" ry="24" fill="url(#${prefix}f)"/>`;
  const definitions = [
    `<radialGradient id="${prefix}b" cx=".36" cy=".3" r=".95"><stop offset="0" stop-color="${dye.groundLight}"/><stop offset="1" stop-color="${dye.ground}"/></radialGradient>`,
    `<filter id="${prefix}d" x="0" y="0" width="${frameWidth}" height="${frameHeight}" filterUnits="userSpaceOnUse"><feDropShadow dx="5" dy="9" stdDeviation="7" flood-color="${dye.shadow}" flood-opacity=".3"/></filter>`,
    floor === undefined
      ? ''
      : `<radialGradient id="${prefix}f"><stop offset="0" stop-color="${dye.shadow}" stop-opacity=".36"/><stop offset="1" stop-color="${dye.shadow}" stop-opacity="0"/></radialGradient>`,
    ...sheet.definitions,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frameWidth} ${frameHeight}" width="${frameWidth}" height="${frameHeight}"><defs>${definitions.join('')}</defs><path d="M0 0H${frameWidth}V${frameHeight}H0Z" fill="url(#${prefix}b)"/>${standing}<g filter="url(#${prefix}d)"><g${placed}>${other}${art}</g></g></svg>`;
}
