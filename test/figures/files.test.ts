import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import type { FigureRecord } from "../../scripts/figures/FigureRecord";
import {
  pictureFiles,
  renderDocuments,
  staleDocuments,
  stalePictures,
  staleRecords,
  strayPictures,
  writeFiles,
} from "../../scripts/figures/files";
import { withSection } from "../../scripts/figures/section";
import { renderTerminal } from "../../scripts/pictures/renderTerminal";

const record = (name: string, text: string, stale: string[] = []): FigureRecord => ({
  name,
  command: `npm run ${name}`,
  stale: () => stale,
  render: (read) => new Map([["docs/a.md", withSection(read("docs/a.md"), name, text)]]),
});
const picture = (output: string) => pictureFiles(new Map([["status", renderTerminal({ title: "status", output })]]));

describe("figures", () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "figures-"));
    const sections = ["one", "two"].map((name) => `<!-- ${name}:begin -->\n<!-- ${name}:end -->\n`);
    writeFiles(root, new Map([["docs/a.md", sections.join("")]]));
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it("of two records go into one document, and are fresh from then on", async () => {
    const records = [record("one", "1"), record("two", "2")];
    const documents = await renderDocuments(root, records);
    expect(staleDocuments(root, documents)).to.deep.equal(["docs/a.md: not what the records say"]);
    writeFiles(root, documents);
    expect(documents.get("docs/a.md")).to.match(/one:begin -->\n\n1\n[^]*two:begin -->\n\n2\n/);
    expect(staleDocuments(root, await renderDocuments(root, records))).to.deep.equal([]);
  });

  it("are stale when a record says something else", async () => {
    writeFiles(root, await renderDocuments(root, [record("one", "1")]));
    expect(staleDocuments(root, await renderDocuments(root, [record("one", "2")]))).to.have.length(1);
  });

  it("are stale where a document is missing", () => {
    expect(staleDocuments(root, new Map([["docs/b.md", "text"]]))).to.have.length(1);
  });

  it("name the records that do not fit the contracts, with the command", () => {
    expect(staleRecords([record("one", "1"), record("two", "2", ["StakeWeight changed"])])).to.deep.equal([
      "docs/records/two.json: StakeWeight changed (npm run two)",
    ]);
  });

  it("compare pictures by what they show", () => {
    expect(stalePictures(root, picture("1,000 WCT"))).to.deep.equal(["docs/pictures/status.svg: missing"]);
    writeFiles(root, picture("1,000 WCT"));
    expect(stalePictures(root, picture("1,000 WCT"))).to.deep.equal([]);
    expect(stalePictures(root, picture("1,002 WCT"))).to.deep.equal(["docs/pictures/status.svg: 1,000 → 1,002"]);
  });

  it("name pictures that nothing makes", () => {
    writeFiles(root, picture("1"));
    expect(strayPictures(root, picture("1").keys())).to.deep.equal([]);
    expect(strayPictures(root, [])).to.deep.equal(["docs/pictures/status.svg: nothing makes it"]);
  });
});
