import { type ColorName, createColorPalette, type ParseToken } from "ansi-sequence-parser";
import { toLines } from "./toLines";

const INK = "#d6deeb";
const PAPER = "#0d1526";

const colors: Record<ColorName, string> = {
  black: "#3b4252",
  red: "#f07178",
  green: "#7fd88f",
  yellow: "#f2c56b",
  blue: "#82aaff",
  magenta: "#c792ea",
  cyan: "#6fd3e0",
  white: INK,
  brightBlack: "#74809a",
  brightRed: "#ff8b92",
  brightGreen: "#a3eeb0",
  brightYellow: "#ffdc8f",
  brightBlue: "#a6c5ff",
  brightMagenta: "#ddb3ff",
  brightCyan: "#9be8f2",
  brightWhite: "#ffffff",
};
const palette = createColorPalette(colors);

/** Of one character, in pixels: what monospaced fonts have at this size. */
const CELL = { width: 8.4, height: 18 };
/** How wide the terminal is. */
const MAX_COLUMNS = 160;
const FONT_SIZE = 14;
const BASELINE = 13;
const PADDING = 16;

/**
 * A picture of what a terminal shows, as SVG: each character in a cell of the same width whatever font there is, its text
 * selectable, nothing loaded from elsewhere. The same output makes the same picture.
 */
export function renderTerminal(options: { title: string; output: string }): string {
  const lines = toLines(options.output).flatMap(wrap);
  const columns = Math.max(1, ...lines.map((tokens) => tokens.reduce((sum, { value }) => sum + cells(value), 0)));
  const width = pixels(columns * CELL.width + 2 * PADDING);
  const height = pixels(lines.length * CELL.height + 2 * PADDING);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escape(options.title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${PAPER}"/>`,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace" font-size="${FONT_SIZE}" fill="${INK}">`,
    ...lines.flatMap((tokens, row) => renderLine(tokens, row)),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

/** As a terminal does: what does not fit goes on in the next line. */
function wrap(tokens: ParseToken[]): ParseToken[][] {
  const lines: ParseToken[][] = [[]];
  let free = MAX_COLUMNS;
  for (const token of tokens) {
    for (let rest = Array.from(token.value); rest.length > 0;) {
      if (free === 0) {
        lines.push([]);
        free = MAX_COLUMNS;
      }
      const fitting = rest.slice(0, free);
      lines.at(-1)!.push({ ...token, value: fitting.join("") });
      free -= fitting.length;
      rest = rest.slice(fitting.length);
    }
  }
  return lines;
}

function renderLine(tokens: ParseToken[], row: number): string[] {
  const top = PADDING + row * CELL.height;
  let column = 0;
  const backgrounds: string[] = [];
  const spans: string[] = [];
  for (const token of tokens) {
    const x = pixels(PADDING + column * CELL.width);
    const length = pixels(cells(token.value) * CELL.width);
    column += cells(token.value);
    const { foreground, background, attributes } = styleOf(token);
    if (background !== undefined) {
      backgrounds.push(
        `<rect x="${x}" y="${pixels(top)}" width="${length}" height="${CELL.height}" fill="${background}"/>`,
      );
    }
    const fill = foreground === undefined ? "" : ` fill="${foreground}"`;
    spans.push(
      `<tspan x="${x}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${fill}${attributes}>${escape(token.value)}</tspan>`,
    );
  }
  if (spans.length === 0) return [];
  return [...backgrounds, `<text y="${pixels(top + BASELINE)}" xml:space="preserve">${spans.join("")}</text>`];
}

function styleOf({ foreground, background, decorations }: ParseToken): {
  foreground: string | undefined;
  background: string | undefined;
  attributes: string;
} {
  const ink = foreground ? palette.value(foreground) : undefined;
  const paper = background ? palette.value(background) : undefined;
  const isReversed = decorations.has("reverse");
  const lines = [
    decorations.has("underline") ? "underline" : "",
    decorations.has("strikethrough") ? "line-through" : "",
  ].filter(Boolean);
  const attributes = [
    decorations.has("bold") ? ' font-weight="bold"' : "",
    decorations.has("italic") ? ' font-style="italic"' : "",
    decorations.has("dim") ? ' opacity="0.65"' : "",
    lines.length === 0 ? "" : ` text-decoration="${lines.join(" ")}"`,
  ].join("");
  return {
    foreground: isReversed ? (paper ?? PAPER) : ink,
    background: isReversed ? (ink ?? INK) : paper,
    attributes,
  };
}

/** How many cells a text takes. */
function cells(text: string): number {
  return Array.from(text).length;
}

function pixels(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
