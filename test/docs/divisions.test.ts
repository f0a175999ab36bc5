import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { codeIn, namedTests } from "./namedTests";
import { tableRows } from "./tableRows";
import { testTitles } from "./testTitles";

const root = path.join(__dirname, "..", "..");
const contracts = path.join(root, "contracts");
const notOurs = ["mocks/"];
const division = / \/( |$)|mulDiv\(|mulShr\(|sqrt\(|average\(|ceilDiv\(|\bs?div\(/;

function read(file: string): string {
  return readFileSync(path.join(root, file), "utf8");
}

/** The lines of code that divide, without comments, by file. */
function dividingLines(): { file: string; code: string }[] {
  const files = readdirSync(contracts, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".sol"));
  return files
    .filter((file) => !notOurs.some((start) => file.startsWith(start)))
    .flatMap((file) =>
      readFileSync(path.join(contracts, file), "utf8")
        .split("\n")
        .map((line) => line.replace(/^\s*(\/\/|\*).*$|\/\/ .*$/, "").trim())
        .filter((code) => division.test(code))
        .map((code) => ({ file, code })),
    );
}

describe("docs/mathematics.md", () => {
  const columns = ["where", "division", "rounds", "who gains", "bound on the error", "test"];
  const rows = tableRows(read("docs/mathematics.md"), ...columns).map(({ cells, line }) => {
    const [file, place] = codeIn(cells[0]!);
    return { file: file!, place: place!, divisions: codeIn(cells[1]!), tests: cells[5]!, line };
  });

  it("names every division of the contracts", () => {
    const unnamed = dividingLines().filter(
      ({ file, code }) => !rows.some((row) => row.file === file && row.divisions.some((named) => code.includes(named))),
    );
    expect(unnamed).to.deep.equal([]);
  });

  it("names divisions that there are, where they are", () => {
    const missing = rows.flatMap(({ file, place, divisions, line }) => {
      const source = read(path.join("contracts", file));
      const from = source.search(new RegExp(`(function|constant) ${place}\\b`));
      const end = source.indexOf("\n    }\n", from);
      const body = source.slice(from, end === -1 ? undefined : end);
      return divisions.filter((named) => from === -1 || !body.includes(named)).map((named) => `line ${line}: ${named}`);
    });
    expect(missing).to.deep.equal([]);
  });

  it("names a test for each", () => {
    const missing = rows.flatMap(({ tests, line }) =>
      namedTests(tests).flatMap(({ file, titles }) => {
        if (!existsSync(path.join(root, file))) return [`line ${line}: ${file}`];
        const present = testTitles({ file, source: read(file) });
        if (titles.length === 0) return [`line ${line}: no test of ${file}`];
        return titles.filter((title) => !present.includes(title)).map((title) => `line ${line}: ${file}: ${title}`);
      }),
    );
    expect(missing).to.deep.equal([]);
  });
});
