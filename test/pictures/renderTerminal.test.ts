import { expect } from "chai";
import { createColors } from "picocolors";
import { renderTerminal } from "../../scripts/pictures/renderTerminal";

const { bold, cyan, dim, green, inverse } = createColors(true);

/** What is drawn, and how: [attributes, text] of each piece. */
function pieces(output: string): [attributes: string, text: string][] {
  const svg = renderTerminal({ title: "a title", output });
  return [...svg.matchAll(/<tspan ([^>]*)>([^<]*)<\/tspan>/g)].map(([, attributes, text]) => [attributes!, text!]);
}

describe("renderTerminal", () => {
  it("puts every piece at the column where it stands, stretched to its cells", () => {
    const [first, second] = pieces(`ab${green("✓ 1,000")}`);
    expect(first).to.deep.equal(['x="16" textLength="16.8" lengthAdjust="spacingAndGlyphs"', "ab"]);
    expect(second).to.deep.equal([
      'x="32.8" textLength="58.8" lengthAdjust="spacingAndGlyphs" fill="#7fd88f"',
      "✓ 1,000",
    ]);
  });

  it("is as large as its text", () => {
    const svg = renderTerminal({ title: "a title", output: "12345\n\n123\n\n\n" });
    expect(svg).to.include('width="74" height="86" viewBox="0 0 74 86"');
  });

  it("goes on in the next line after 160 columns", () => {
    const texts = pieces(`${"a".repeat(150)}${green("b".repeat(20))}`).map(([, text]) => text);
    expect(texts).to.deep.equal(["a".repeat(150), "b".repeat(10), "b".repeat(10)]);
  });

  it("draws bold, dim and reversed text", () => {
    expect(pieces(bold("a"))[0]![0]).to.include('font-weight="bold"');
    expect(pieces(dim("a"))[0]![0]).to.include('opacity="0.65"');
    const svg = renderTerminal({ title: "a title", output: inverse(cyan("a")) });
    expect(svg).to.match(/<rect x="16" y="16" width="8.4" height="18" fill="#6fd3e0"\/>/);
    expect(svg).to.match(/<tspan [^>]*fill="#0d1526"[^>]*>a</);
  });

  it("keeps a style over the end of a line", () => {
    expect(pieces("\x1b[32ma\nb\x1b[39m").map(([attributes]) => attributes.includes("#7fd88f"))).to.deep.equal([
      true,
      true,
    ]);
  });

  it("leaves out what was overwritten, and what moves the cursor", () => {
    expect(pieces("⠋ waits\x1b[1G\x1b[2K✓ done\n\x1b[?25hnext").map(([, text]) => text)).to.deep.equal([
      "✓ done",
      "next",
    ]);
    expect(pieces("10%\r100%").map(([, text]) => text)).to.deep.equal(["100%"]);
  });

  it("leaves out links, but not their text", () => {
    expect(pieces("\x1b]8;;https://example.org\x07text\x1b]8;;\x07")[0]![1]).to.equal("text");
  });

  it("escapes what SVG would take for its own", () => {
    const svg = renderTerminal({ title: "<a> & b", output: "<b> & c" });
    expect(svg).to.include('<title id="title">&lt;a&gt; &amp; b</title>');
    expect(svg).to.include(">&lt;b&gt; &amp; c</tspan>");
  });

  it("loads nothing, and is the same each time", () => {
    const [one, other] = [1, 2].map(() => renderTerminal({ title: "a title", output: green("a") }));
    expect(one).to.equal(other);
    expect(one).not.to.match(/href|url\(|@import|<script/);
  });
});
