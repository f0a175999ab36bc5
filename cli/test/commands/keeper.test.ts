import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { rewards } from "stakeweight-sdk";
import { useChain } from "../../../sdk/test/support/chain.js";
import { UnreliableRpc } from "../keeper/support/UnreliableRpc.js";
import { runCli } from "../support/runCli.js";

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

describe("stakeweight keeper", () => {
  const chain = useChain();
  const key = () => ({ STAKEWEIGHT_PRIVATE_KEY: chain().wallets[20]!.privateKey });

  const letWeekEnd = async () => {
    const open = await rewards.firstOpenWeekStart(await chain().connectAs(chain().wallets[21]!));
    await chain().warpTo(Number(open) + 604_800);
  };

  describe("--once", () => {
    it("does what there is to do, and tells it", async () => {
      await letWeekEnd();
      const ran = await runCli(["keeper", "--once", "--json", "--rpc", chain().url], { env: key() });
      expect(ran.code, ran.stderr).to.equal(0);
      expect(ran.json()).to.deep.equal({
        isComplete: true,
        actions: [{ duty: "closeWeeks", outcome: "done", count: 1 }],
      });
      const again = await runCli(["keeper", "--once", "--rpc", chain().url], { env: key() });
      expect([again.code, again.stdout]).to.deep.equal([0, "Nothing to do.\n"]);
    });

    it("takes several RPCs, and goes on with the second when the first is dead", async () => {
      const dead = await UnreliableRpc.start(chain().url);
      dead.behaviour = "dead";
      const argv = ["keeper", "--once", "--chain", "31337", "--rpc", dead.url, "--rpc", chain().url];
      const { code, stdout } = await runCli(argv, { env: key() });
      await dead.stop();
      expect([code, stdout]).to.deep.equal([0, "Nothing to do.\n"]);
    });

    it("does not wait longer than told for one that does not answer", async () => {
      const silent = await UnreliableRpc.start(chain().url);
      silent.behaviour = { lateMs: 20_000 };
      const argv = [
        "keeper",
        "--once",
        "--timeout",
        "0.5",
        "--chain",
        "31337",
        "--rpc",
        silent.url,
        "--rpc",
        chain().url,
      ];
      const startedAt = Date.now();
      const { code, stdout } = await runCli(argv, { env: key() });
      await silent.stop();
      expect([code, stdout]).to.deep.equal([0, "Nothing to do.\n"]);
      expect(Date.now() - startedAt).to.be.below(8_000);
    });

    it("says what it could not do, and fails", async () => {
      await letWeekEnd();
      const argv = ["keeper", "--once", "--max-fee", "0.000000001", "--rpc", chain().url];
      const { code, stderr } = await runCli(argv, { env: key() });
      expect(code).to.equal(1);
      expect(stderr).to.contain("ot everything could be looked after: closeWeeks: tooExpensive");
    });

    it("fails when no RPC answers", async () => {
      const rpc = "http://127.0.0.1:9/secret";
      const { code, stderr } = await runCli(["keeper", "--once", "--chain", "31337", "--rpc", rpc], { env: key() });
      expect(code).to.equal(1);
      expect(stderr).to.contain("127.0.0.1:9");
      expect(stderr).to.not.contain("secret");
    });
  });

  it("refuses an RPC of another chain at the start", async () => {
    const other = await UnreliableRpc.start(chain().url);
    other.behaviour = { chainId: 10 };
    const { code, stderr } = await runCli(["keeper", "--rpc", `${chain().url},${other.url}`], { env: key() });
    await other.stop();
    expect(code).to.equal(1);
    expect(stderr).to.contain("10").and.to.contain("31337");
  });

  it("needs a key", async () => {
    const { code, stderr } = await runCli(["keeper", "--rpc", chain().url]);
    expect(code).to.equal(2);
    expect(stderr).to.contain("Nobody to sign");
  });

  it("says which port is in use", async () => {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const port = String((server.address() as AddressInfo).port);
    const { code, stderr } = await runCli(["keeper", "--port", port, "--rpc", chain().url], { env: key() });
    server.close();
    expect(code).to.equal(1);
    expect(stderr).to.contain(`Port ${port} of 127.0.0.1 is in use`);
  });

  describe("as a process", () => {
    let child: ChildProcess;
    let lines: Record<string, unknown>[];
    let stdout: string;

    /** Starts it and waits until it serves. Returns where. */
    async function start(): Promise<string> {
      lines = [];
      stdout = "";
      child = spawn(process.execPath, ["--import", "tsx", main, "keeper", "--port", "0", "--rpc", chain().url], {
        env: { PATH: process.env.PATH, ...key() },
      });
      child.stdout!.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
      return new Promise((resolve, reject) => {
        let text = "";
        child.stderr!.on("data", (chunk: Buffer) => {
          text += chunk.toString();
          const complete = text.split("\n");
          text = complete.pop()!;
          for (const line of complete) {
            const entry = JSON.parse(line) as { msg: string; port: number };
            lines.push(entry);
            if (entry.msg === "started") resolve(`http://127.0.0.1:${entry.port}`);
          }
        });
        child.once("exit", (code) => {
          reject(new Error(`it ended with ${code}: ${text}`));
        });
      });
    }
    afterEach(() => child.kill("SIGKILL"));

    it("serves health and metrics, logs no key, and ends with 0 on SIGTERM", async () => {
      const url = await start();
      let health = await fetch(`${url}/health`);
      for (let tries = 0; health.status !== 200 && tries < 100; ++tries) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        health = await fetch(`${url}/health`);
      }
      const report = (await health.json()) as Record<string, unknown>;
      expect(report).to.include({ status: "ok", chain: 31337, account: chain().wallets[20]!.address });
      const metrics = await (await fetch(`${url}/metrics`)).text();
      expect(metrics).to.match(/^stakeweight_keeper_rounds_total\{outcome="complete"\} 1$/m);
      expect(metrics).to.match(/^stakeweight_keeper_healthy 1$/m);

      const exited = once(child, "exit");
      child.kill("SIGTERM");
      expect(await exited).to.deep.equal([0, null]);
      expect(stdout).to.equal("");
      expect(lines.map(({ msg }) => msg)).to.deep.equal(["started", "ending", "ended"]);
      expect(JSON.stringify(lines)).to.not.contain(chain().wallets[20]!.privateKey.slice(2));
    });
  });
});
