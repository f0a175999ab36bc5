import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { findDeployment } from "../../../sdk/src/index.js";
import { useChain } from "../../../sdk/test/support/chain.js";
import { staker } from "../support/actors.js";
import { runCli } from "../support/runCli.js";

describe("the connection", () => {
  const chain = useChain();
  const account = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
  let folder: string;
  before(async () => (folder = await mkdtemp(path.join(tmpdir(), "cli-connection-"))));
  after(() => rm(folder, { recursive: true }));

  /** A deployment file with something else in it. */
  const deploymentFile = async (name: string, more: object) => {
    const file = path.join(folder, name);
    await writeFile(file, JSON.stringify({ ...findDeployment(31337), ...more }));
    return file;
  };

  it("is refused to a node on another chain", async () => {
    const ran = await runCli(["status", account, "--rpc", chain().url, "--chain", "10"]);
    expect(ran).to.include({ code: 1, stdout: "" });
    expect(ran.stderr).to.contain("31337").and.contain("chain 10");
  });

  it("reads the chain from the environment", async () => {
    const env = { STAKEWEIGHT_RPC_URL: chain().url, STAKEWEIGHT_CHAIN_ID: "31337" };
    expect((await runCli(["status", account], { env })).code).to.equal(0);
  });

  for (const [what, argv, said] of [
    ["a chain that is no number", ["--chain", "optimism"], /--chain optimism/],
    ["a URL that is none", ["--rpc", "localhost:8545"], /--rpc, localhost:8545/],
    ["an account that is none", ["--from", "0x12"], /--from 0x12/],
    ["a deployment file that is not there", ["--deployment", "/nowhere.json"], /\/nowhere\.json/],
  ] as const) {
    it(`is wrong usage with ${what}`, async () => {
      const ran = await runCli(["status", account, ...argv], { env: { STAKEWEIGHT_RPC_URL: chain().url } });
      expect(ran).to.include({ code: 2, stdout: "" });
      expect(ran.stderr).to.match(said);
    });
  }

  it("says nothing of what is no URL but its host", async () => {
    for (const rpc of ["node.example/v2/s3cr3t", "wss://user:s3cr3t@node.example/s3cr3t", "node.example?key=s3cr3t"]) {
      const ran = await runCli(["status", account], { env: { STAKEWEIGHT_RPC_URL: rpc } });
      expect(ran.code).to.equal(2);
      expect(ran.stderr).to.contain("STAKEWEIGHT_RPC_URL, node.example: not an").and.not.contain("s3cr3t");
    }
  });

  it("says that no node is there, and nothing of the URL but its host", async () => {
    const ran = await runCli(["status", account, "--rpc", "http://127.0.0.1:1/secret-key"]);
    expect(ran).to.include({ code: 1, stdout: "" });
    expect(ran.stderr).to.contain("127.0.0.1:1").and.not.contain("secret-key");
  });

  describe("when the node refuses", () => {
    let server: Server;
    let url: string;
    before((done) => {
      server = createServer((_, response) => response.writeHead(429).end("slow down")).listen(0, "127.0.0.1", () => {
        url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret-key`;
        done();
      });
    });
    after(() => server.close());

    it("says why", async () => {
      const ran = await runCli(["status", account, "--rpc", url]);
      expect(ran.code).to.equal(1);
      expect(ran.stderr).to.contain("429").and.not.contain("secret-key");
    });
  });

  it("uses a deployment of one's own", async () => {
    const file = await deploymentFile("own.json", { name: "own" });
    const ran = await runCli(["status", account, "--rpc", chain().url, "--deployment", file]);
    expect(ran.code, ran.stderr).to.equal(0);
  });

  it("is refused a deployment for another chain", async () => {
    const file = await deploymentFile("elsewhere.json", { chainId: 10 });
    const ran = await runCli(["status", account, "--rpc", chain().url, "--deployment", file]);
    expect(ran.code).to.equal(1);
  });

  it("writes only to the code that is recorded", async () => {
    const alice = await staker(chain());
    const { contracts } = findDeployment(31337);
    const wrong = { ...contracts.StakeWeight!, codeHash: `0x${"11".repeat(32)}` };
    const file = await deploymentFile("wrong.json", { contracts: { ...contracts, StakeWeight: wrong } });
    const ran = await alice.run("relock", "104", "--yes", "--deployment", file);
    expect(ran).to.include({ code: 1, stdout: "" });
    expect(ran.stderr).to.contain("is not that of StakeWeight");
  });
});
