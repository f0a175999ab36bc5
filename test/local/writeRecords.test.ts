import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { writeRecords } from "../../scripts/local/writeRecords";

describe("writeRecords", () => {
  const parent = mkdtempSync(path.join(tmpdir(), "records-"));
  const folder = path.join(parent, "deployments", "localhost");
  const record = { address: "0xeF4461891DfB3AC8572cCf7C794664A8DD927945", abi: [], args: [1, "2", []] };

  after(() => {
    rmSync(parent, { recursive: true });
  });

  it("writes the chain's id and one file per record", () => {
    writeRecords({ folder, chainId: 31337, records: { WCT: record } });
    expect(readFileSync(path.join(folder, ".chainId"), "utf8")).to.equal("31337");
    expect(JSON.parse(readFileSync(path.join(folder, "WCT.json"), "utf8"))).to.deep.equal(record);
  });

  it("removes those of an earlier chain", () => {
    writeFileSync(path.join(folder, "Earlier.json"), JSON.stringify(record));
    writeRecords({ folder, chainId: 31337, records: { WCT: record } });
    expect(readdirSync(folder)).to.have.members([".chainId", "WCT.json"]);
  });
});
