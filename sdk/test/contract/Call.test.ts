import { expect } from "chai";
import { type ContractRunner, parseEther } from "ethers";
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

  it("has gas enough when it is mined in a later second than it was estimated for", async () => {
    const { wallets, give, connectAs, provider, now } = chain();
    const wallet = wallets[5]!;
    const connection = await connectAs(wallet);
    await give(wallet.address, parseEther("1000"));
    const { address: spender } = connection.deployment.contracts.StakeWeight!;
    await (await token.approve(connection, { spender, value: parseEther("1000") }).send()).wait();
    await (await staking.stake(connection, { amount: 1n, presetWeeks: 52 }).send()).wait();

    const second = await now();
    const setNext = (timestamp: number) => provider.send("evm_setNextBlockTimestamp", [timestamp]);
    const call = staking.increaseAmount(connection, { amount: 1n });
    await setNext(second + 1);
    const needed = await call.estimateGas();
    // As a node estimates that takes the newest block's second.
    await setNext(second);
    expect((await call.estimateGas()) < needed).to.equal(true);
    const runner: ContractRunner = {
      provider,
      sendTransaction: async (transaction) => {
        await setNext(second + 1);
        return wallet.sendTransaction(transaction);
      },
    };
    const late = staking.increaseAmount({ ...connection, runner }, { amount: 1n });
    const receipt = await (await late.send()).wait();
    expect(receipt!.status).to.equal(1);
    expect((await late.send({ gasLimit: 1_000_000n })).gasLimit).to.equal(1_000_000n);
  });
});
