import { expect } from "chai";
import { parseEther, Wallet, ZeroAddress } from "ethers";
import { atBlock, registry, staking } from "../../src/index.js";
import { useChain } from "../support/chain.js";
import { accounts, allow, registerNode } from "../support/nodes.js";
import { send } from "../support/send.js";

const HOUR = 3_600;
const DAY = 86_400;

describe("registry.listNodes", () => {
  const chain = useChain();

  it("lists nobody before anybody registers", async () => {
    const connection = await chain().connectAs(chain().wallets[accounts.operator]!);
    expect(await registry.listNodes(connection)).to.deep.equal([]);
  });

  it("tells everything about a node", async () => {
    const { connection, operator, key, endpoint } = await registerNode(chain());
    expect(await registry.listNodes(connection)).to.deep.equal([
      {
        operator,
        status: "Standby",
        registration: 1n,
        isSeated: false,
        weight: await staking.weightOf(connection, { account: operator }),
        lastScore: undefined,
        key,
        endpoint,
        confirmBy: 0n,
        returnsAt: 0n,
        owed: 0n,
      },
    ]);
  });

  it("follows a node from its call-up to its seat", async () => {
    const { connection, operator } = await registerNode(chain());
    await send(registry.callUp(connection, { candidate: operator, displaced: ZeroAddress }));
    const calledUpAt = await chain().now();
    const [calledUp] = await registry.listNodes(connection);
    expect(calledUp).to.include({ status: "Standby", isSeated: false, confirmBy: BigInt(calledUpAt + DAY) });

    await chain().warpTo(calledUpAt + HOUR);
    await send(registry.confirm(connection));
    const [confirmed] = await registry.listNodes(connection);
    expect(confirmed).to.include({ status: "Active", isSeated: true, confirmBy: 0n });
  });

  it("tells from when on a node that missed its call-up can register anew", async () => {
    const { connection, operator } = await registerNode(chain());
    await send(registry.callUp(connection, { candidate: operator, displaced: ZeroAddress }));
    await chain().warpTo((await chain().now()) + DAY);
    await send(registry.deactivateMissed(connection, { operator }));
    const [node] = await registry.listNodes(connection);
    const noShowTime = await registry.noShowTime(connection);
    expect(node).to.include({ status: "Deactivated", endpoint: "" });
    expect(node!.returnsAt).to.equal(BigInt(await chain().now()) + noShowTime);
  });

  it("lists a node once that left and registered anew, and orders by the last registration", async () => {
    const first = await registerNode(chain());
    const second = await registerNode(chain(), { index: accounts.otherOperator, amount: parseEther("200000") });
    await send(registry.leave(first.connection));
    const keySigner = Wallet.createRandom();
    await allow(chain(), first.operator);
    await send(await registry.prepareRegister(first.connection, { keySigner, endpoint: "https://anew.example" }));
    const nodes = await registry.listNodes(first.connection);
    expect(nodes.map(({ operator, registration }) => [operator, registration])).to.deep.equal([
      [second.operator, 2n],
      [first.operator, 3n],
    ]);
    expect(nodes[1]!.endpoint).to.equal("https://anew.example");
  });

  it("reads the past of a connection that reads a past block", async () => {
    const { connection } = await registerNode(chain());
    const block = await chain().provider.getBlockNumber();
    await send(registry.leave(connection));
    const [now] = await registry.listNodes(connection);
    const [before] = await registry.listNodes(atBlock(connection, block));
    expect([before!.status, now!.status]).to.deep.equal(["Standby", "Deactivated"]);
    expect(await registry.listNodes(atBlock(connection, block - 1))).to.deep.equal([]);
  });
});
