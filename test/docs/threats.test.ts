import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { codeIn, namedTests } from "./namedTests";
import { tableRows } from "./tableRows";
import { testTitles } from "./testTitles";

const root = path.join(__dirname, "..", "..");

function read(file: string): string {
  return readFileSync(path.join(root, file), "utf8");
}

/** Where the relative links of a document lead, from the root on. */
function linksOf(document: string): string[] {
  const links = [...read(document).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link]) => link!);
  return links.filter((link) => !link.startsWith("https:")).map((link) => path.join(path.dirname(document), link));
}

describe("docs/threats.md", () => {
  const rows = tableRows(read("docs/threats.md"), "who", "tries", "what stops it", "shown by");

  it("has threats", () => {
    expect(rows).to.have.length.above(80);
  });

  it("names a test for every threat, or says why there is none", () => {
    for (const { cells, line } of rows) {
      expect(cells, `line ${line}`).to.have.length(4);
      const shownBy = cells[3]!;
      if (shownBy.startsWith("No test: ")) continue;
      const named = namedTests(shownBy);
      expect(named, `line ${line} names no file`).not.to.deep.equal([]);
      for (const { file, titles } of named)
        expect(titles, `line ${line} names no test of ${file}`).not.to.deep.equal([]);
    }
  });

  it("names tests that there are", () => {
    const missing = rows.flatMap(({ cells, line }) =>
      (cells[3]!.startsWith("No test: ") ? [] : namedTests(cells[3]!)).flatMap(({ file, titles }) => {
        if (!existsSync(path.join(root, file))) return [`line ${line}: ${file}`];
        const present = testTitles({ file, source: read(file) });
        return titles.filter((title) => !present.includes(title)).map((title) => `line ${line}: ${file}: ${title}`);
      }),
    );
    expect(missing).to.deep.equal([]);
  });
});

describe("docs/invariants.md", () => {
  const rows = tableRows(read("docs/invariants.md"), "#", "invariant", "shown by");
  const files = readdirSync(path.join(root, "test"), { recursive: true, encoding: "utf8" });
  const properties = files
    .filter((file) => file.endsWith(".t.sol"))
    .flatMap((file) => testTitles({ file, source: read(path.join("test", file)) }));

  it("numbers the invariants", () => {
    expect(rows.map(({ cells }) => cells[0])).to.deep.equal(rows.map((_, index) => String(index + 1)));
    expect(rows).to.have.length(11);
  });

  it("names a property of its own number for every invariant", () => {
    for (const { cells } of rows) {
      const own = codeIn(cells[2]!).filter((code) => code.startsWith("invariant_"));
      expect(own, `invariant ${cells[0]!}`).not.to.deep.equal([]);
      for (const name of own) expect(name).to.match(new RegExp(`^invariant_${cells[0]!}_`));
    }
  });

  it("names properties, files and folders that there are", () => {
    const isThere = (code: string): boolean => {
      if (code.startsWith("invariant_")) return properties.includes(code);
      if (code.startsWith("test/")) return existsSync(path.join(root, code));
      return files.some((file) => [code, `${code}.sol`].includes(path.basename(file)));
    };
    const missing = rows.flatMap(({ cells }) => codeIn(cells[2]!).filter((code) => !isThere(code)));
    expect(missing).to.deep.equal([]);
  });

  it("names every numbered property that is run", () => {
    const named = rows.flatMap(({ cells }) => codeIn(cells[2]!));
    expect(properties.filter((name) => /^invariant_\d/.test(name) && !named.includes(name))).to.deep.equal([]);
  });
});

for (const document of ["SECURITY.md", "docs/threats.md"]) {
  describe(document, () => {
    it("links to what there is", () => {
      expect(linksOf(document).filter((link) => !existsSync(path.join(root, link)))).to.deep.equal([]);
    });
  });
}
