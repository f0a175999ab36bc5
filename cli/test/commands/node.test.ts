import { expect } from "chai";
import { Wallet, ZeroAddress } from "ethers";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { identities, registry } from "../../../sdk/src/index.js";
import { useChain } from "../../../sdk/test/support/chain.js";
import { accounts, allow, registerNode, stakeAs } from "../../../sdk/test/support/nodes.js";
import { send } from "../../../sdk/test/support/send.js";
import { runCli } from "../support/runCli.js";

const HOUR = 3_600;

describe("stakeweight node", () => {
  const chain = useChain();
  const operator = () => chain().wallets[accounts.operator]!;
  const node = (argv: string[], env: Record<string, string> = {}) =>
    runCli(["node", ...argv, "--rpc", chain().url], {
      env: { STAKEWEIGHT_PRIVATE_KEY: operator().privateKey, ...env },
    });

  async function prepareOperator() {
    const connection = await stakeAs(chain(), accounts.operator);
    await allow(chain(), connection.account!);
    return connection;
  }

  /** A node that is called up, so long ago that it can be confirmed. */
  async function calledUpNode() {
    const registered = await registerNode(chain());
    const { connection, operator: candidate } = registered;
    await send(registry.callUp(connection, { candidate, displaced: ZeroAddress }));
    await chain().warpTo((await chain().now()) + HOUR);
    return registered;
  }

  it("lists its commands, with exit code 2 if none is named", async () => {
    const ran = await runCli(["node"]);
    expect(ran).to.include({ code: 2, stdout: "" });
    expect(ran.stderr).to.contain("confirm the call-up of your node").and.to.contain("Error: A command is missing.");
  });

  describe("register", () => {
    const key = Wallet.createRandom();
    const env = { STAKEWEIGHT_NODE_PRIVATE_KEY: key.privateKey };

    it("registers the node with its own key", async () => {
      const connection = await prepareOperator();
      const ran = await node(["register", "--endpoint", "https://one.example", "--yes"], env);
      expect(ran.code).to.equal(0);
      expect(ran.stderr)
        .to.contain("Register the node at https://one.example")
        .and.to.contain("not registered → Standby");
      expect(ran.stdout).to.contain("Standby").and.to.contain(key.address);
      expect(await identities.operatorOfKey(connection, { key: key.address })).to.equal(connection.account);
      expect(await identities.endpointOf(connection, { operator: connection.account! })).to.equal(
        "https://one.example",
      );
    });

    it("prints what became of it as JSON", async () => {
      await prepareOperator();
      const ran = await node(["register", "--endpoint", "https://one.example", "--yes", "--json"], env);
      expect(ran).to.include({ code: 0, stderr: "" });
      const json = ran.json() as { transactions: { hash: string }[] };
      expect(json).to.deep.include({
        operator: operator().address,
        status: "Standby",
        key: key.address,
        endpoint: "https://one.example",
        changes: { status: { before: "None", after: "Standby" }, key: { before: null, after: key.address } },
      });
      expect(json.transactions).to.have.length(1);
    });

    it("says whose key it has when it comes back", async () => {
      await prepareOperator();
      await node(["register", "--endpoint", "https://one.example", "--yes"], env);
      expect((await node(["leave", "--yes"])).code).to.equal(0);
      await chain().warpTo((await chain().now()) + 30 * 24 * HOUR);
      const ran = await node(["register", "--endpoint", "https://one.example", "--yes", "--json"], env);
      expect(ran.code, ran.stderr).to.equal(0);
      expect(ran.json()).to.deep.nested.include({ "changes.key": { before: key.address, after: key.address } });
    });

    describe("with the key in a keystore", () => {
      let folder: string;

      beforeEach(async () => {
        folder = await mkdtemp(path.join(tmpdir(), "node-key-"));
        await writeFile(path.join(folder, "key.json"), key.encryptSync("secret"));
        await writeFile(path.join(folder, "password"), "secret\n");
      });
      afterEach(() => rm(folder, { recursive: true }));

      it("opens it with its own password", async () => {
        const connection = await prepareOperator();
        const keystore = ["--node-keystore", path.join(folder, "key.json")];
        const password = ["--node-password-file", path.join(folder, "password")];
        const ran = await node(["register", "-e", "https://one.example", "--yes", ...keystore, ...password]);
        expect(ran.code).to.equal(0);
        expect(await identities.operatorOfKey(connection, { key: key.address })).to.equal(connection.account);
      });
    });

    it("prints the transaction for an operator that signs elsewhere", async () => {
      const connection = await prepareOperator();
      const from = connection.account!;
      const argv = ["node", "register", "-e", "https://one.example", "--unsigned", "--from", from];
      const ran = await runCli([...argv, "--rpc", chain().url], { env });
      expect(ran.code).to.equal(0);
      expect(ran.stdout).to.contain(connection.deployment.contracts.NodeRegistry!.address);
      expect(await registry.statusOf(connection, { operator: from })).to.equal("None");
    });

    it("asks which key signs, with exit code 2", async () => {
      const ran = await node(["register", "-e", "https://one.example", "--yes"]);
      expect(ran).to.include({ code: 2, stdout: "" });
      expect(ran.stderr).to.contain("Which key will sign the node's reports?");
    });

    it("never prints a key that is malformed", async () => {
      const ran = await node(["register", "-e", "https://one.example"], { STAKEWEIGHT_NODE_PRIVATE_KEY: "0xsecret" });
      expect(ran.code).to.equal(2);
      expect(ran.stderr).to.contain("not 32 bytes in hexadecimal").and.not.to.contain("secret");
    });

    it("says in a sentence why an operator is refused, with exit code 1", async () => {
      await stakeAs(chain(), accounts.operator);
      const ran = await node(["register", "-e", "https://one.example", "--yes", "--json"], env);
      expect(ran).to.include({ code: 1, stdout: "" });
      const { error } = JSON.parse(ran.stderr) as { error: Record<string, unknown> };
      expect(error).to.deep.include({ name: "NotAllowed", args: { operator: operator().address }, exitCode: 1 });
    });
  });

  describe("confirm", () => {
    it("confirms, and says before what the node will be", async () => {
      const { connection, operator: account } = await calledUpNode();
      const ran = await node(["confirm", "--yes"]);
      expect(ran.code).to.equal(0);
      expect(ran.stderr).to.contain("Standby → Active");
      expect(await registry.statusOf(connection, { operator: account })).to.equal("Active");
    });

    it("refuses a node that is not called up", async () => {
      await registerNode(chain());
      const ran = await node(["confirm", "--yes", "--json"]);
      expect(ran.code).to.equal(1);
      expect(JSON.parse(ran.stderr)).to.have.nested.property("error.name", "NotCalledUp");
    });
  });

  describe("leave", () => {
    it("warns of what is forfeited, and deactivates", async () => {
      const { connection, operator: account } = await calledUpNode();
      await send(registry.confirm(connection));
      const ran = await node(["leave", "--yes"]);
      expect(ran.code).to.equal(0);
      expect(ran.stderr).to.contain("Active → Deactivated").and.to.contain("is forfeited");
      expect(ran.stdout).to.contain("Can return");
      expect(await registry.statusOf(connection, { operator: account })).to.equal("Deactivated");
    });

    it("asks first, and keeps the node if the answer is no", async () => {
      const { connection, operator: account } = await registerNode(chain());
      const ran = await runCli(["node", "leave", "--rpc", chain().url], {
        env: { STAKEWEIGHT_PRIVATE_KEY: operator().privateKey },
        answers: { confirm: () => Promise.resolve(false) },
      });
      expect(ran).to.include({ code: 1, stdout: "" });
      expect(ran.questions).to.have.length(1);
      expect(await registry.statusOf(connection, { operator: account })).to.equal("Standby");
    });
  });
});
