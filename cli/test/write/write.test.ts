import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { parseEther, type TransactionRequest } from "ethers";
import { CancelledError } from "../../src/errors/CancelledError.js";
import { type SafeBatch, toSafeBatch } from "../../src/write/toSafeBatch.js";
import { safeChecksum } from "../../src/write/safeChecksum.js";
import { staking, token } from "../../../sdk/src/index.js";
import { useChain } from "../../../sdk/test/support/chain.js";
import { type Actor, actor, staker } from "../support/actors.js";
import { runCli } from "../support/runCli.js";
import { startProxy } from "../support/startProxy.js";

describe("every write of stakeweight", () => {
  const chain = useChain();
  let folder: string;
  before(async () => (folder = await mkdtemp(path.join(tmpdir(), "cli-write-"))));
  after(() => rm(folder, { recursive: true }));

  const stakedBy = async ({ wallet, address }: Actor) =>
    (await staking.positionOf(await chain().connectAs(wallet), { account: address })).amount;
  const stake = ["stake", "1000", "--preset", "52"];

  describe("when it asks", () => {
    it("sends after a yes", async () => {
      const alice = await actor(chain());
      const ran = await alice.runWith({ answers: { confirm: () => Promise.resolve(true) } }, ...stake);
      expect(ran.code, ran.stderr).to.equal(0);
      expect(ran.questions).to.deep.equal(["Send it?"]);
      expect(await stakedBy(alice)).to.equal(parseEther("1000"));
    });

    it("sends nothing after a no", async () => {
      const alice = await actor(chain());
      const ran = await alice.runWith({ answers: { confirm: () => Promise.resolve(false) } }, ...stake);
      expect(ran).to.include({ code: 1, stdout: "" });
      expect(ran.stderr).to.contain("nothing was sent");
      expect(await stakedBy(alice)).to.equal(0n);
    });

    it("sends nothing that has become impossible while it asked", async () => {
      const alice = await actor(chain());
      const { give, connectAs, wallets } = chain();
      const spend = async () => {
        const connection = await connectAs(alice.wallet);
        await (await token.transfer(connection, { to: wallets[6]!.address, value: 1n }).send()).wait();
        return true;
      };
      const ran = await alice.runWith({ answers: { confirm: spend } }, ...stake);
      expect(ran).to.include({ code: 1, stdout: "" });
      expect(ran.stderr).to.contain("999.999999999999999999 WCT").and.not.contain("is sent");
      await give(alice.address, 1n);
    });

    it("sends nothing after Ctrl-C", async () => {
      const alice = await actor(chain());
      const ran = await alice.runWith({ answers: { confirm: () => Promise.reject(new CancelledError()) } }, ...stake);
      expect(ran).to.include({ code: 130, stdout: "" });
      expect(await stakedBy(alice)).to.equal(0n);
    });

    it("shows what it asks about even with --json", async () => {
      const alice = await actor(chain());
      const ran = await alice.runWith({ answers: { confirm: () => Promise.resolve(true) } }, ...stake, "--json");
      expect(ran.stderr).to.contain("248.80");
      expect(ran.json()).to.include({ account: alice.address });
    });

    it("is wrong usage where nobody can answer", async () => {
      const alice = await actor(chain());
      const ran = await alice.run(...stake);
      expect(ran).to.include({ code: 2, stdout: "" });
      expect(ran.stderr).to.contain("--yes");
      expect(await stakedBy(alice)).to.equal(0n);
    });
  });

  it("tells why nothing was sent that the node would not take", async () => {
    const alice = await actor(chain());
    const rpc = await startProxy(chain().url, {
      instead: ({ method }) =>
        method === "eth_sendRawTransaction" ? { error: { code: -32000, message: "nonce too low" } } : undefined,
    });
    const ran = await alice.runWith({ env: { STAKEWEIGHT_RPC_URL: rpc.url } }, ...stake, "--yes", "--json");
    await rpc.stop();
    expect(ran).to.include({ code: 1, stdout: "" });
    const { error } = JSON.parse(ran.stderr.slice(ran.stderr.indexOf("{"))) as { error: Record<string, unknown> };
    expect(error).to.include({ name: "NonceError" }).and.not.to.have.property("transactions");
    expect(await stakedBy(alice)).to.equal(0n);
  });

  it("waits for as many confirmations as asked", async () => {
    const alice = await actor(chain());
    const { provider } = chain();
    const mining = setInterval(() => void provider.send("evm_mine", []), 100);
    const ran = await alice.run(...stake, "--yes", "--json", "--confirmations", "3");
    clearInterval(mining);
    const { transactions } = ran.json() as { transactions: { blockNumber: number }[] };
    expect(await provider.getBlockNumber()).to.be.at.least(transactions[0]!.blockNumber + 2);
  });

  it("is refused to an account without ether for the gas", async () => {
    const alice = await staker(chain());
    await chain().provider.send("hardhat_setBalance", [alice.address, "0x1"]);
    const ran = await alice.run("unlock", "--yes");
    expect(ran).to.include({ code: 1, stdout: "" });
    expect(ran.stderr).to.contain("ether").and.not.contain("are done");
  });

  it("has gas for what a later second costs more", async () => {
    const alice = await actor(chain());
    const { transactions } = (await alice.run(...stake, "--yes", "--json")).json() as {
      transactions: { hash: string; gasUsed: string }[];
    };
    const { hash, gasUsed } = transactions[0]!;
    const { gasLimit } = (await chain().provider.getTransaction(hash))!;
    expect(gasLimit >= BigInt(gasUsed) + 150_000n).to.equal(true);
  });

  describe("with --unsigned", () => {
    const unsigned = async (alice: Actor, ...argv: string[]) =>
      runCli([...argv, "--unsigned", "--from", alice.address], { env: { STAKEWEIGHT_RPC_URL: chain().url } });

    it("prints transactions that do the same once signed elsewhere", async () => {
      const alice = await actor(chain());
      const ran = await unsigned(alice, ...stake);
      expect(ran.code, ran.stderr).to.equal(0);
      const transactions = ran.json() as (TransactionRequest & { description: string })[];
      expect(transactions.map(({ description }) => description)).to.deep.equal([
        "Approve 1,000 WCT",
        "Stake 1,000 WCT for 52 weeks",
      ]);
      expect(transactions[0]).to.include({ chainId: 31337, from: alice.address, value: "0" });
      expect(await stakedBy(alice)).to.equal(0n);
      for (const { from, to, data, value, chainId } of transactions) {
        const sent = await alice.wallet.sendTransaction({ from, to, data, value, chainId });
        await sent.wait();
      }
      expect(await stakedBy(alice)).to.equal(parseEther("1000"));
    });

    it("is refused what the contract would refuse", async () => {
      const alice = await staker(chain(), { spare: "1000" });
      const ran = await unsigned(alice, ...stake);
      expect(ran).to.include({ code: 1, stdout: "" });
    });

    it("needs to know who will sign", async () => {
      const ran = await runCli([...stake, "--unsigned", "--rpc", chain().url]);
      expect(ran.code).to.equal(2);
      expect(ran.stderr).to.contain("--from ADDRESS");
    });
  });

  describe("with --safe", () => {
    it("writes a batch that the Transaction Builder loads", async () => {
      const safe = await actor(chain());
      const file = path.join(folder, "batch.json");
      const ran = await runCli([...stake, "--safe", file, "--from", safe.address, "--rpc", chain().url]);
      expect(ran.code, ran.stderr).to.equal(0);
      const batch = JSON.parse(await readFile(file, "utf8")) as SafeBatch;
      expect(batch).to.include({ version: "1.0", chainId: "31337" });
      expect(batch.meta).to.include({ createdFromSafeAddress: safe.address, checksum: safeChecksum(batch) });
      const { contracts } = (await chain().connectAs(safe.wallet)).deployment;
      expect(batch.transactions.map(({ to, contractMethod: { name } }) => [to, name])).to.deep.equal([
        [contracts.WCT!.address, "approve"],
        [contracts.StakeWeight!.address, "stake"],
      ]);
      expect(batch.transactions[1]!.contractInputsValues).to.deep.equal({
        amount: parseEther("1000").toString(),
        presetWeeks: "52",
      });
      for (const { to, data } of batch.transactions) await (await safe.wallet.sendTransaction({ to, data })).wait();
      expect(await stakedBy(safe)).to.equal(parseEther("1000"));
    });

    it("writes lists and structs as they are typed into the Builder", () => {
      const inputs = [{ name: "amounts", type: "uint256[]" }];
      const call = {
        abi: { name: "pay", inputs },
        args: [[1n, 2n]],
        to: "0x",
        data: "0x",
        transaction: { chainId: 1n },
      };
      const plan = { title: "Pay", steps: [{ call: call as never, description: "Pay" }], changes: [] };
      const batch = toSafeBatch(
        { ...plan, result: () => Promise.reject(new Error("unused")) },
        { safe: "0x", createdAt: 0 },
      );
      expect(batch.transactions[0]!.contractInputsValues).to.deep.equal({ amounts: '["1","2"]' });
    });

    it("does not take an account whose key lies around for the Safe", async () => {
      const alice = await actor(chain());
      const ran = await alice.run("delegate", "self", "--safe", path.join(folder, "own.json"));
      expect(ran).to.include({ code: 2, stdout: "" });
      expect(ran.stderr).to.contain("--safe needs --from ADDRESS");
    });

    it("excludes --unsigned", async () => {
      const ran = await runCli([...stake, "--safe", "batch.json", "--unsigned", "--rpc", chain().url]);
      expect(ran.code).to.equal(2);
      expect(ran.stderr).to.contain("exclude each other");
    });
  });
});
