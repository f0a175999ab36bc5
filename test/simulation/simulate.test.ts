import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { parseRecord } from "../../scripts/simulation/record";
import { childOf, untilGone } from "../support/processes";
import { type Run, runProgram } from "../support/runProgram";

/** What stakers do. */
const habits = [
  "stake",
  "increaseAmount",
  "update",
  "initiateUnlock",
  "relock",
  "withdraw",
  "delegate",
  "claim",
  "claimAndRestake",
];

describe("npm run simulate", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "simulation-"));

  after(() => {
    rmSync(folder, { recursive: true });
  });

  function run(out: string, args: string[], env: NodeJS.ProcessEnv = {}): Run {
    return runProgram("scripts/simulate.ts", [...args, "--out", path.join(folder, out)], env);
  }

  function simulate(out: string, options: { accounts: number; weeks: number }, env: NodeJS.ProcessEnv = {}): Run {
    const { accounts, weeks } = options;
    return run(out, ["--accounts", String(accounts), "--weeks", String(weeks), "--seed", "1"], env);
  }

  const fileOf = (out: string, name: string) => readFileSync(path.join(folder, out, name), "utf8");

  it("lets a small network with all habits live as expected", async () => {
    const small = simulate("small", { accounts: 200, weeks: 12 });
    expect(await small.exit, small.output()).to.equal(0);
    expect(small.output()).to.contain("week 12 of 12, 199 stakers: as expected");
    expect(small.output()).to.contain("200 accounts, 12 weeks, seed 1");

    const record = parseRecord(fileOf("small", "simulation.json"));
    expect(record.command).to.equal("npm run simulate -- --accounts 200 --weeks 12 --seed 1");
    expect(record.history.map(({ week }) => week)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    // The gas is that of the weeks, before everybody leaves.
    expect(record.gas).to.include.keys(habits);
    expect(record.operations["refused"]).to.be.above(0);
    // Whoever staked has left.
    expect(record.operations).to.deep.include({ stake: 200, withdraw: 200 });
    expect(record.finalizations.epochs).to.be.above(60);
    expect(record.finalizations.walletPeriods).to.be.above(0);
    expect(BigInt(record.ending.dust) <= BigInt(record.ending.mostDust)).to.equal(true);
    expect(fileOf("small", "simulation.html")).to.contain("<h1>200 accounts, 12 weeks</h1>");
  });

  it("records the same every time", async () => {
    const outs = ["first", "second"];
    for (const one of outs.map((out) => simulate(out, { accounts: 20, weeks: 2 }))) {
      expect(await one.exit, one.output()).to.equal(0);
    }
    const [first, second] = outs.map((out) => parseRecord(fileOf(out, "simulation.json")));
    expect({ ...first, measured: undefined }).to.deep.equal({ ...second, measured: undefined });
  });

  it("ends with exit code 1 where the chain is not as the model, says where, and keeps the weeks until then", async () => {
    // A model that weighs a wei too much.
    const wrong = ["ts-node/register/transpile-only", path.join(__dirname, "support", "wrongModel.ts")];
    const env = { NODE_OPTIONS: wrong.map((module) => `--require ${module}`).join(" ") };
    const failing = simulate("wrong", { accounts: 10, weeks: 1 }, env);
    expect(await failing.exit, failing.output()).to.equal(1);
    const message = /error: (week 1: the weight of 0x\w{40}: expected \d+, found \d+)\n$/.exec(failing.output());
    expect(message, failing.output()).not.to.equal(null);
    expect(readdirSync(path.join(folder, "wrong"))).to.deep.equal(["failure.json"]);
    expect(JSON.parse(fileOf("wrong", "failure.json"))).to.deep.equal({
      command: "npm run simulate -- --accounts 10 --weeks 1 --seed 1",
      error: message![1],
      history: [],
    });
  });

  it("ends with exit code 1 where a cost grew", async () => {
    const grown = path.join(__dirname, "support", "growingCost.ts");
    const env = { NODE_OPTIONS: `--require ts-node/register/transpile-only --require ${grown}` };
    const growing = simulate("growing", { accounts: 10, weeks: 1 }, env);
    expect(await growing.exit, growing.output()).to.equal(1);
    expect(growing.output()).to.match(/error: the median of claim grew from 100 to 200 gas \(\+100\.0 %\); .*\n$/);
    expect(readdirSync(path.join(folder, "growing"))).to.include.members(["simulation.json", "simulation.html"]);
  });

  describe("on a signal", () => {
    for (const { signal, exitCode, printed } of [
      { signal: "SIGINT", exitCode: 130, printed: "week 1 of 12" },
      { signal: "SIGTERM", exitCode: 143, printed: "Starting a local EVM" },
    ] as const) {
      it(`says so on ${signal} after "${printed}", ends with ${exitCode}, and leaves no EVM`, async () => {
        const stopped = simulate(signal, { accounts: 10, weeks: 12 });
        await stopped.printed(printed);
        const evm = await childOf(stopped.child.pid!);
        stopped.child.kill(signal);
        expect(await stopped.exit, stopped.output()).to.equal(exitCode);
        expect(stopped.output()).to.match(/\nStopped: nothing is recorded\.\n$/);
        expect(stopped.output()).not.to.contain("error");
        await untilGone(evm);
      });
    }
  });

  it("tells its defaults", async () => {
    const help = run("help", ["--help"]);
    expect(await help.exit).to.equal(0);
    const text = help.output().replace(/\s+/g, " ");
    expect(text).to.contain("how many accounts stake (default: 500)");
    expect(text).to.contain("how many weeks they do (default: 52)");
    expect(text).to.contain("what all that looks random follows from (default: 1)");
  });

  describe("before anything is started", () => {
    async function expectRefusal(refused: Run, message: string): Promise<void> {
      expect(await refused.exit).to.equal(1);
      expect(refused.output()).to.contain(message);
      expect(refused.output()).not.to.contain("Starting");
    }

    it("refuses what cannot be", () =>
      expectRefusal(simulate("none", { accounts: 3, weeks: 1 }), "It must be a whole number from 10 to 100000."));

    it("refuses an argument too many", async () => {
      await expectRefusal(run("excess", ["10", "--accounts", "10", "--weeks", "1"]), "too many arguments");
      expect(existsSync(path.join(folder, "excess"))).to.equal(false);
    });

    it("refuses a folder that cannot be made", async () => {
      writeFileSync(path.join(folder, "file"), "");
      const out = path.join("file", "out");
      await expectRefusal(
        simulate(out, { accounts: 10, weeks: 1 }),
        `error: nothing can be written to ${path.join(folder, out)}: `,
      );
    });
  });
});
