import { expect } from "chai";
import { formatRecord, parseRecord, simulationCommand } from "../../scripts/simulation/record";
import { aprOf } from "../../scripts/simulation/report/aprOf";
import { gasRows, renderRows } from "../../scripts/simulation/report/gasRows";
import { renderPage } from "../../scripts/simulation/report/renderPage";
import { renderPerformance } from "../../scripts/simulation/report/renderPerformance";
import { GasLog } from "../../scripts/simulation/GasLog";
import { sampleRecord } from "./support/sampleRecord";

describe("the report of a simulation", () => {
  describe("GasLog", () => {
    it("keeps the count, the median and the most of every week", () => {
      const log = new GasLog();
      for (const gas of [5, 1, 4, 2]) log.record("claim", gas);
      log.finish(1);
      log.record("stake", 7);
      log.finish(2);
      expect([...log.weeks()]).to.deep.equal([
        ["claim", [{ week: 1, count: 4, median: 2, max: 5 }]],
        ["stake", [{ week: 2, count: 1, median: 7, max: 7 }]],
      ]);
    });
  });

  describe("record", () => {
    it("is read as it was written", () => {
      expect(parseRecord(formatRecord(sampleRecord()))).to.deep.equal(sampleRecord());
    });

    it("is refused with a column that is too short, or a field too many", () => {
      const gas = { claim: { weeks: [1, 2], counts: [1], medians: [1, 1], maxima: [1, 1] } };
      expect(() => parseRecord(formatRecord(sampleRecord({ gas })))).to.throw(
        "every column must have a value per week",
      );
      expect(() => parseRecord(JSON.stringify({ ...sampleRecord(), more: 1 }))).to.throw("more");
    });

    it("names the command that repeats it", () => {
      expect(simulationCommand({ accounts: 20, weeks: 6, seed: 3 })).to.equal(sampleRecord().command);
    });
  });

  describe("gas at both ends", () => {
    it("weighs the weeks by how often an operation happened, and leaves out what cannot be compared", () => {
      expect(gasRows(sampleRecord())).to.deep.equal([
        { operation: "stake", times: 14, first: 90_000, last: 90_000, mostFirst: 110_000, mostLast: 110_000 },
        { operation: "claim", times: 22, first: 100_000, last: 110_000, mostFirst: 160_000, mostLast: 180_000 },
      ]);
    });

    it("says how much a cost changed", () => {
      const { head, rows } = renderRows(sampleRecord());
      expect(head).to.include("median of the first 2 weeks");
      expect(rows).to.deep.equal([
        ["stake", "14", "90,000", "90,000", "0 %", "110,000", "110,000"],
        ["claim", "22", "100,000", "110,000", "+10.0 %", "160,000", "180,000"],
      ]);
    });
  });

  describe("aprOf", () => {
    it("is a year of the share that a token of that preset has", () => {
      // 104 of 209 weeks are the weight of one token; of a weight of 400,000 it gets so much of 100,000 a week.
      const weekly = (100_000 * 104) / 209 / 400_000;
      const apr = aprOf({ reward: 100_000, periodWeight: 400_000, preset: 104 });
      expect(apr).to.be.closeTo(weekly * 52.1786, 1e-3);
    });

    it("is unknown without a reward, or without anybody to share it", () => {
      expect(aprOf({ reward: 0, periodWeight: 1, preset: 4 })).to.equal(undefined);
      expect(aprOf({ reward: 100_000, periodWeight: 0, preset: 4 })).to.equal(undefined);
    });
  });

  describe("renderPage", () => {
    it("is one page that loads nothing, with a picture per chart", async () => {
      const page = await renderPage(sampleRecord());
      expect(page.match(/<svg /g)).to.have.length(5);
      expect(page).not.to.match(/\b(src|href)="/);
      for (const title of [
        "Staked amount",
        "APR by preset",
        "Unclaimed rewards",
        "Nodes by status",
        "Gas per operation",
      ]) {
        expect(page).to.contain(`<h2>${title}`);
      }
      expect(page).to.contain("<b>1,234</b><span>transactions</span>");
      expect(page).to.contain("<td>claim</td><td>22</td><td>100,000</td><td>110,000</td><td>+10.0 %</td>");
    });
  });

  describe("renderPerformance", () => {
    it("makes the document and its pictures, the same every time", async () => {
      const files = await renderPerformance(sampleRecord());
      expect([...files.keys()]).to.deep.equal([
        "docs/performance.md",
        "docs/pictures/simulation-gas.svg",
        "docs/pictures/simulation-stakes.svg",
        "docs/pictures/simulation-rates.svg",
        "docs/pictures/simulation-unclaimed.svg",
        "docs/pictures/simulation-nodes.svg",
      ]);
      expect([...(await renderPerformance(sampleRecord()))]).to.deep.equal([...files]);
    });

    it("shows the command, what was run, and the table", async () => {
      const text = (await renderPerformance(sampleRecord())).get("docs/performance.md")!;
      expect(text).to.contain("```sh\nnpm run simulate -- --accounts 20 --weeks 6 --seed 3\n```");
      expect(text).to.match(/^\| transactions +\| +1,234 \|$/m);
      expect(text).to.match(/^\| claims of rewards, restaked ones included +\| +65 \|$/m);
      expect(text).to.match(/^\| slashes executed, vetoed +\| +3, 1 \|$/m);
      expect(text).to.match(/^\| `claim` +\| +22 \| +100,000 \| +110,000 \| +\+10\.0 % \| +160,000 \| +180,000 \|$/m);
    });
  });
});
