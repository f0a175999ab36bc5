import { expect } from "chai";
import { runTool } from "../../scripts/support/runTool";

describe("runTool", () => {
  it("runs what npm installed, by its name", async () => {
    const { exitCode, output } = await runTool({ tool: "tsc", args: ["--version"] });
    expect(exitCode).to.equal(0);
    expect(output).to.match(/^Version \d/);
  });

  it("runs what is on the PATH, with the given environment, and returns its exit code and all that it prints", async () => {
    const program = "console.log(process.env.GREETING); console.error('there'); process.exitCode = 3;";
    const env = { GREETING: "hello" };
    const { exitCode, output } = await runTool({ tool: "node", args: ["--eval", program], env });
    expect(exitCode).to.equal(3);
    expect(output).to.include("hello\n").and.to.include("there\n");
  });

  it("fails when a signal ends the program", async () => {
    const { exitCode } = await runTool({ tool: "node", args: ["--eval", "process.kill(process.pid)"] });
    expect(exitCode).to.equal(1);
  });

  it("names what cannot be started", async () => {
    await expect(runTool({ tool: "no-such-tool", args: [] })).to.be.rejectedWith("no-such-tool cannot be started");
  });
});
