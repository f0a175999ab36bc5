import { expect } from "chai";
import { parseEther } from "ethers";
import { type Connection, nodeRewards } from "../../src/index.js";
import { useChain } from "../support/chain.js";
import { accounts, stakeAs } from "../support/nodes.js";
import { send } from "../support/send.js";

const EPOCH = 20_000n;

describe("nodeRewards.listSlashes", () => {
  const chain = useChain();

  /** Proposes a slash of 1 % as the oracle would. Returns when it is due. */
  async function propose(connection: Connection, operator: string, offence: "Confinement" | "Equivocation") {
    const { provider, now } = chain();
    const oracle = connection.deployment.contracts.PerformanceOracle!.address;
    const { to, data } = nodeRewards.proposeSlash(connection, { operator, epoch: EPOCH, offence, slashBps: 100 });
    await provider.send("hardhat_impersonateAccount", [oracle]);
    await provider.send("hardhat_setBalance", [oracle, "0xde0b6b3a7640000"]);
    await provider.send("eth_sendTransaction", [{ from: oracle, to, data }]);
    return BigInt(await now()) + (await nodeRewards.vetoTime(connection));
  }

  it("lists what can still be vetoed or executed, the first that is due first", async () => {
    const connection = await stakeAs(chain(), accounts.operator);
    const other = await stakeAs(chain(), accounts.otherOperator);
    const [operator, otherOperator] = [connection.account!, other.account!];
    const dueAt = await propose(connection, operator, "Equivocation");
    const laterDueAt = await propose(connection, otherOperator, "Confinement");
    const slash = { epoch: EPOCH, amount: parseEther("1000"), isDue: false };
    const first = { ...slash, operator, offence: "Equivocation", dueAt };
    const second = { ...slash, operator: otherOperator, offence: "Confinement", dueAt: laterDueAt };
    expect(await nodeRewards.listSlashes(connection)).to.deep.equal([first, second]);
    expect(await nodeRewards.listSlashes(connection, { operator: otherOperator })).to.deep.equal([second]);
  });

  it("tells which can be executed now", async () => {
    const connection = await stakeAs(chain(), accounts.operator);
    const dueAt = await propose(connection, connection.account!, "Confinement");
    await chain().warpTo(Number(dueAt) - 1);
    expect((await nodeRewards.listSlashes(connection))[0]!.isDue).to.equal(false);
    await chain().warpTo(Number(dueAt));
    expect((await nodeRewards.listSlashes(connection))[0]!.isDue).to.equal(true);
  });

  it("leaves out what was executed", async () => {
    const connection = await stakeAs(chain(), accounts.operator);
    const operator = connection.account!;
    const dueAt = await propose(connection, operator, "Confinement");
    await chain().warpTo(Number(dueAt));
    await send(nodeRewards.executeSlash(connection, { operator, epoch: EPOCH, offence: "Confinement" }));
    expect(await nodeRewards.listSlashes(connection)).to.deep.equal([]);
  });

  it("leaves out what was vetoed, and nothing else of that node", async () => {
    const connection = await stakeAs(chain(), accounts.operator);
    const operator = connection.account!;
    await propose(connection, operator, "Confinement");
    await propose(connection, operator, "Equivocation");
    const guardian = await chain().connectAs(chain().wallets[accounts.guardian]!);
    await send(nodeRewards.vetoSlash(guardian, { operator, epoch: EPOCH, offence: "Confinement" }));
    const slashes = await nodeRewards.listSlashes(connection);
    expect(slashes.map(({ offence }) => offence)).to.deep.equal(["Equivocation"]);
  });
});
