import { expect } from "chai";
import { parseEther } from "ethers";
import { staking, token } from "../../src/index.js";
import { useChain } from "../support/chain.js";

describe("Call", () => {
  const chain = useChain();

  it("is simulated, sent and read back", async () => {
    const { wallets, give, connectAs } = chain();
    const connection = await connectAs(wallets[5]!);
    const account = connection.account!;
    await give(account, parseEther("1000"));
    const { address: spender } = connection.deployment.contracts.StakeWeight!;
    await (await token.approve(connection, { spender, value: parseEther("1000") }).send()).wait();
    const call = staking.stake(connection, { amount: parseEther("1000"), presetWeeks: 52 });
    await call.simulate();
    await (await call.send()).wait();
    const position = await staking.positionOf(connection, { account });
    expect(position).to.deep.equal({ amount: parseEther("1000"), presetWeeks: 52n, unlockEnd: 0n, state: "Locked" });
  });
});
