import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { loadFixture } from "@nomicfoundation/hardhat-network-helpers";
import { readDeployment, readRecordedChainId } from "../../../scripts/migration/readDeployment";
import { UsageError } from "../../../scripts/migration/UsageError";
import { writeReport } from "../../../scripts/migration/writeReport";
import { withoutLocks } from "../../support/migrating";
import { onFreshChain } from "../../support/onFreshChain";

const someone = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

describe("files of a migration", () => {
  onFreshChain();

  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "migration-"));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  describe("readDeployment", () => {
    const read = () => readDeployment({ folder, name: "StakeWeight", option: "--stake-weight" });
    const write = (text: string) => {
      writeFileSync(path.join(folder, "StakeWeight.json"), text);
    };

    it("reads the address, and the block if it is recorded", () => {
      write(JSON.stringify({ address: someone.toLowerCase(), receipt: { blockNumber: 17 } }));
      expect(read()).to.deep.equal({ address: someone, block: 17 });
      write(JSON.stringify({ address: someone }));
      expect(read()).to.deep.equal({ address: someone, block: undefined });
    });

    for (const [title, text, message] of [
      ["a record without an address", "{}", "StakeWeight.json has no address"],
      ["a record that is no JSON", "{", "StakeWeight.json is not JSON"],
    ] as const) {
      it(`refuses ${title}`, () => {
        write(text);
        expect(read).to.throw(UsageError, message).with.property("message").that.contains("--stake-weight");
      });
    }

    it("tells the chain of the records, if they do", () => {
      expect(readRecordedChainId(folder)).to.equal(undefined);
      writeFileSync(path.join(folder, ".chainId"), "10");
      expect(readRecordedChainId(folder)).to.equal(10);
    });
  });

  describe("writeReport", () => {
    it("replaces the file and leaves nothing else", async () => {
      const report = await (await loadFixture(withoutLocks)).run();
      const file = path.join(folder, "report.json");
      writeFileSync(file, "an older one");
      writeReport(file, report);
      expect((JSON.parse(readFileSync(file, "utf8")) as { complete: boolean }).complete).to.equal(true);
      expect(readdirSync(folder)).to.deep.equal(["report.json"]);
    });

    it("says so when it cannot, and leaves nothing", async () => {
      const report = await (await loadFixture(withoutLocks)).run();
      mkdirSync(path.join(folder, "report.json"));
      expect(() => {
        writeReport(path.join(folder, "report.json"), report);
      }).to.throw("report.json (EISDIR)");
      expect(readdirSync(folder)).to.deep.equal(["report.json"]);
    });
  });
});
