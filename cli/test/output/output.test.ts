import { Writable } from "node:stream";
import { expect } from "chai";
import { useChain } from "../../../sdk/test/support/chain.js";
import { staker } from "../support/actors.js";
import { HalfDoneError } from "../../src/errors/HalfDoneError.js";
import { TransactionError } from "../../src/errors/TransactionError.js";
import { formatError } from "../../src/errors/formatError.js";
import { colorsFor } from "../../src/output/colorsFor.js";
import { runCli } from "../support/runCli.js";

const ESCAPE = "\u001b[";

describe("the output", () => {
  const chain = useChain();
  const weeks = () => ["weeks", "--rpc", chain().url];

  it("has colours on a terminal", async () => {
    const ran = await runCli(weeks(), { isTerminal: true });
    expect(ran.stdout).to.contain(ESCAPE);
  });

  it("has none with NO_COLOR, in a pipe, or as JSON", async () => {
    const alice = await staker(chain());
    const runs = [
      await runCli(weeks(), { isTerminal: true, env: { NO_COLOR: "1" } }),
      await runCli(weeks()),
      await runCli([...weeks(), "--json"], { isTerminal: true }),
      await alice.runWith({ isTerminal: true }, "unlock", "--yes", "--json"),
      await alice.runWith({ isTerminal: true, env: { NO_COLOR: "1" } }, "relock", "52", "--yes"),
    ];
    expect(runs.map(({ code }) => code)).to.deep.equal([0, 0, 0, 0, 0]);
    for (const { stdout, stderr } of runs) expect(stdout + stderr).to.not.contain(ESCAPE);
  });

  it("has no trace of an error, unless it is asked for", async () => {
    const argv = ["status", "--rpc", chain().url];
    expect((await runCli(argv)).stderr).to.not.contain("    at ");
    expect((await runCli([...argv, "--verbose"])).stderr).to.contain("    at ");
    expect((await runCli(argv, { env: { DEBUG: "1" } })).stderr).to.contain("    at ");
  });

  it("of errors is JSON with --json, wrong usage included", async () => {
    const ran = await runCli(["stake", "--json"]);
    expect(ran).to.include({ code: 2, stdout: "" });
    expect(JSON.parse(ran.stderr)).to.have.nested.property("error.exitCode", 2);
  });

  it("of errors is nothing but JSON without a command, too", async () => {
    for (const argv of [["--json"], ["node", "--json"]]) {
      const ran = await runCli(argv);
      expect(ran).to.include({ code: 2, stdout: "" });
      expect(JSON.parse(ran.stderr)).to.have.nested.property("error.message", "A command is missing.");
    }
  });

  it("tells what was sent before something failed, whatever that was", () => {
    const refused = Object.assign(new Error("refused"), { code: "CALL_EXCEPTION", data: "0x1f2a2005" });
    const sent = [{ description: "Approve", hash: "0x12", blockNumber: 1, gasUsed: 1n, fee: 1n }];
    const halfDone = new HalfDoneError(sent, 2, { cause: refused });
    const failed = new TransactionError("0x12 was mined, but failed", "0x12", { cause: refused });
    const colors = colorsFor(new Writable(), {});
    const text = formatError(halfDone, { json: false, verbose: false, colors });
    expect(text).to.contain("1 of 2 transactions are done: Approve (0x12)");
    const json = (error: Error) => JSON.parse(formatError(error, { json: true, verbose: false, colors })) as object;
    expect(json(halfDone)).to.deep.nested.include({
      "error.name": "ZeroAmount",
      "error.transactions[0].hash": "0x12",
    });
    expect(json(failed)).to.deep.nested.include({ "error.name": "TransactionError", "error.hash": "0x12" });
  });

  it("does not let a node steer the terminal", () => {
    const error = new Error("boom \u001b[2J");
    const options = { json: false, verbose: true, colors: colorsFor(new Writable(), {}) };
    expect(formatError(error, options)).to.not.contain("\u001b");
  });

  it("has help with examples for every command", async () => {
    const help = await runCli(["--help"]);
    expect(help).to.include({ code: 0, stderr: "" });
    const names = [...help.stdout.matchAll(/^ {2}([a-z]+)(?= \[| <| {2,})/gm)].map(([, name]) => name!);
    expect(names).to.include.members(["status", "stake", "claim", "weeks"]);
    for (const name of names.filter((each) => each !== "help")) {
      const { code, stdout } = await runCli([name, "--help"]);
      expect(code, name).to.equal(0);
      expect(stdout, name).to.contain("Examples:").and.contain("--rpc");
    }
  });

  it("is the version", async () => {
    expect((await runCli(["--version"])).stdout).to.match(/^\d+\.\d+\.\d+\n$/);
  });

  it("is help and exit code 2 without a command, and names what was meant", async () => {
    const nothing = await runCli([]);
    expect(nothing.code).to.equal(2);
    expect(nothing.stderr).to.contain("Usage:");
    const typo = await runCli(["stauts"]);
    expect(typo.code).to.equal(2);
    expect(typo.stderr).to.contain("status");
  });
});
