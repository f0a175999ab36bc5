import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { parseRecord } from "../../scripts/simulation/record";
import { type Run, runProgram } from "../support/runProgram";

describe("npm run simulate", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "simulation-"));

  after(() => {
    rmSync(folder, { recursive: true });
  });

  function simulate(out: string, options: { accounts: number; weeks: number }, env: NodeJS.ProcessEnv = {}): Run {
    const { accounts, weeks } = options;
    const args = [
      "--accounts",
      String(accounts),
      "--weeks",
      String(weeks),
      "--seed",
      "1",
      "--out",
      path.join(folder, out),
    ];
    return runProgram("scripts/simulate.ts", args, env);
  }

  const fileOf = (out: string, name: string) => readFileSync(path.join(folder, out, name), "utf8");

  it("lets a small network live as expected, and records the same every time", async () => {
    const network = { accounts: 40, weeks: 8 };
    const runs = [simulate("first", network), simulate("second", network)];
    for (const run of runs) expect(await run.exit, run.output()).to.equal(0);
    expect(runs[0]!.output()).to.contain("week 8 of 8, 40 stakers: as expected");
    expect(runs[0]!.output()).to.contain("40 accounts, 8 weeks, seed 1");

    const [first, second] = ["first", "second"].map((out) => parseRecord(fileOf(out, "simulation.json")));
    expect({ ...first, measured: undefined }).to.deep.equal({ ...second, measured: undefined });
    expect(first!.command).to.equal("npm run simulate -- --accounts 40 --weeks 8 --seed 1");
    expect(first!.history.map(({ week }) => week)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8]);
    // Whoever staked has left.
    expect(first!.operations).to.deep.include({ stake: 40, initiateUnlock: 40, withdraw: 40 });
    expect(first!.finalizations.epochs).to.be.above(40);
    expect(first!.finalizations.walletPeriods).to.be.above(0);
    expect(BigInt(first!.ending.dust) <= BigInt(first!.ending.mostDust)).to.equal(true);
    expect(fileOf("first", "simulation.html")).to.contain("<h1>40 accounts, 8 weeks</h1>");
  });

  it("ends with exit code 1 where the chain is not as the model, and says where", async () => {
    // A model that weighs a wei too much.
    const wrong = ["ts-node/register/transpile-only", path.join(__dirname, "support", "wrongModel.ts")];
    const env = { NODE_OPTIONS: wrong.map((module) => `--require ${module}`).join(" ") };
    const run = simulate("wrong", { accounts: 10, weeks: 1 }, env);
    expect(await run.exit, run.output()).to.equal(1);
    expect(run.output()).to.match(/error: week 1: the weight of 0x\w{40}: expected \d+, found \d+\n$/);
  });

  it("refuses what cannot be, before anything is started", async () => {
    const run = simulate("none", { accounts: 3, weeks: 1 });
    expect(await run.exit).to.equal(1);
    expect(run.output()).to.contain("It must be a whole number from 10 to 100000.");
  });
});
