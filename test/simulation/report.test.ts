import { expect } from "chai";
import { formatRecord, parseRecord, simulationCommand } from "../../scripts/simulation/record";
import { aprOf } from "../../scripts/simulation/report/aprOf";
import { type Chart, charts } from "../../scripts/simulation/report/charts";
import { gasChart } from "../../scripts/simulation/report/gasChart";
import { gasRows, renderRows } from "../../scripts/simulation/report/gasRows";
import { renderPage } from "../../scripts/simulation/report/renderPage";
import { renderPerformance } from "../../scripts/simulation/report/renderPerformance";
import { toSvg } from "../../scripts/simulation/report/toSvg";
import { GasLog } from "../../scripts/simulation/GasLog";
import { columns, sampleRecord } from "./support/sampleRecord";

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
    it("weighs the weeks by how often an operation happened, and shows what did not happen at one of the ends", () => {
      const end = (times: number, median: number, most: number) => ({ times, median, most });
      expect(gasRows(sampleRecord())).to.deep.equal([
        {
          operation: "claim",
          times: 22,
          most: 180_000,
          first: end(10, 100_000, 160_000),
          last: end(10, 110_000, 180_000),
        },
        { operation: "confirm", times: 4, most: 70_000, first: end(4, 70_000, 70_000), last: undefined },
        { operation: "fundRange", times: 1, most: 360_000, first: end(1, 360_000, 360_000), last: undefined },
        {
          operation: "stake",
          times: 14,
          most: 110_000,
          first: end(6, 90_000, 110_000),
          last: end(6, 90_000, 110_000),
        },
      ]);
    });

    it("says how much a cost changed, and where there is nothing to compare", () => {
      const { head, rows } = renderRows(sampleRecord());
      expect(head).to.include("median of the first 2 weeks");
      expect(rows).to.deep.equal([
        ["claim", "22", "100,000", "110,000", "+10.0 %", "160,000", "180,000", "180,000"],
        ["confirm", "4", "70,000", "–", "–", "70,000", "–", "70,000"],
        ["fundRange", "1", "360,000", "–", "–", "360,000", "–", "360,000"],
        ["stake", "14", "90,000", "90,000", "0 %", "110,000", "110,000", "110,000"],
      ]);
    });

    it("includes the most of the weeks in between", () => {
      const gas = columns([1, 3, 6], [1, 1, 1], [10, 30, 10]);
      expect(gasRows(sampleRecord({ gas: { claim: gas } }))[0]!.most).to.equal(30);
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

    it("is known however small the reward is", () => {
      expect(aprOf({ reward: 1, periodWeight: 209, preset: 4 })).to.be.above(0);
    });
  });

  describe("the chart of rates", () => {
    interface Rate {
      week: number;
      preset: string;
      apr: number | null;
      isAlone: boolean;
    }

    /** Of the preset of 4 weeks. */
    function rates(weeks: number): Rate[] {
      const { data } = chartOf(weeks).spec as unknown as { data: { values: Rate[] } };
      return data.values.filter(({ preset }) => preset === "4 weeks");
    }

    it("has a gap where nothing was funded, whatever was slashed", () => {
      const gaps = rates(15).filter(({ apr }) => apr === null);
      expect(gaps.map(({ week }) => week)).to.deep.equal([13]);
    });

    it("draws a week between two gaps as a point", async () => {
      const alone = rates(14).filter(({ isAlone }) => isAlone);
      expect(alone.map(({ week }) => week)).to.deep.equal([14]);
      expect(rates(15).filter(({ isAlone }) => isAlone)).to.deep.equal([]);
      expect(rates(1).map(({ isAlone }) => isAlone)).to.deep.equal([true]);
      expect(await pointsOf(chartOf(14))).to.equal(7);
      expect(await pointsOf(chartOf(15))).to.equal(0);
    });

    async function pointsOf(chart: Chart): Promise<number> {
      const marks = (await toSvg(chart)).match(/mark-symbol role-mark[^>]*>((?:<path [^>]*>(?:<\/path>)?)*)/);
      return marks?.[1]!.match(/<path /g)?.length ?? 0;
    }

    /** A run in which all weeks have the same reward. */
    function chartOf(weeks: number): Chart {
      const [first] = sampleRecord().history;
      const history = Array.from({ length: weeks }, (_, index) => ({ ...first!, week: index + 1, periodWeight: 400 }));
      const gas = { fundRange: columns([1, 14], [1, 1], [1, 1]) };
      return charts(sampleRecord({ weeks, history, gas })).find(({ name }) => name === "simulation-rates")!;
    }
  });

  describe("the charts of a single week", () => {
    it("show points, as lines and areas would have no width", async () => {
      const { history, gas } = sampleRecord();
      const { confirm } = gas;
      const week = { ...history[1]!, week: 1 };
      const record = sampleRecord({ weeks: 1, history: [week], gas: { confirm: confirm!, fundRange: confirm! } });
      for (const chart of [...charts(record), gasChart(record)]) {
        expect(await toSvg(chart), chart.name).to.match(/mark-symbol role-mark[^>]*><path /);
      }
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
      expect(page).to.contain("<td>confirm</td><td>4</td><td>70,000</td><td>–</td><td>–</td>");
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
      expect(text).to.match(
        /^\| `claim` +\| +22 \| +100,000 \| +110,000 \| +\+10\.0 % \| +160,000 \| +180,000 \| +180,000 \|$/m,
      );
    });
  });
});
