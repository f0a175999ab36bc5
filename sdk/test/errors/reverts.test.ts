import { expect } from "chai";
import { id, parseEther, Wallet } from "ethers";
import { keepers, operatorAccounts } from "../../../scripts/local/localAccounts.js";
import {
  type AnyContractError,
  type Call,
  type Connection,
  ContractError,
  governance,
  InsufficientGasFundsError,
  isContractError,
  nodeRewards,
  NonceError,
  registry,
  rewards,
  staking,
  timelock,
  token,
  wallets as walletRewards,
} from "../../src/index.js";
import { useChain } from "../support/chain.js";

const DAY = 86_400n;
const WEEK = 7n * DAY;

describe("reverts of the contracts", () => {
  const chain = useChain();

  /** A connection of a wallet with so many WCT, all of them approved for staking. */
  async function staker(index: number, amount: bigint): Promise<Connection & { account: string }> {
    const { wallets, give, connectAs } = chain();
    const connection = await connectAs(wallets[index]!);
    const account = connection.account!;
    await give(account, amount);
    const { address: spender } = connection.deployment.contracts.StakeWeight!;
    await sent(token.approve(connection, { spender, value: amount }));
    return { ...connection, account };
  }

  const as = (index: number) => chain().connectAs(chain().wallets[index]!);

  it("are told when a second position is opened", async () => {
    const connection = await staker(5, parseEther("1500"));
    await sent(staking.stake(connection, { amount: parseEther("1000"), presetWeeks: 52 }));
    const error = await refusalOf(staking.stake(connection, { amount: parseEther("500"), presetWeeks: 52 }));
    expect(error).to.include({ contract: "StakeWeight", errorName: "PositionExists" });
    expect(error.args).to.deep.equal({ account: connection.account, amount: parseEther("1000") });
    expect(error.message).to.match(/^0x\w{40} has a position of 1,000 WCT already/);
  });

  it("are told when a preset is none, or too short", async () => {
    const connection = await staker(5, parseEther("1000"));
    const none = await refusalOf(staking.stake(connection, { amount: parseEther("1000"), presetWeeks: 5 }));
    expect(none.args).to.deep.equal({ presetWeeks: 5n });
    expect(none.message).to.equal("There is no preset of 5 weeks; choose 4, 8, 12, 26, 52, 78 or 104 weeks.");

    await sent(staking.stake(connection, { amount: parseEther("1000"), presetWeeks: 52 }));
    const short = await refusalOf(staking.relock(connection, { presetWeeks: 26 }));
    expect(short.args).to.deep.equal({ requestedWeeks: 26n, remaining: 52n * WEEK });
    expect(short.message).to.equal(
      "26 weeks are less than the 52 weeks for which the position is locked still; choose 52 weeks or more.",
    );
    const same = await refusalOf(staking.relock(connection, { presetWeeks: 52 }));
    expect(same.errorName).to.equal("PositionUnchanged");
  });

  it("are told when a position is withdrawn early, and when it is not there", async () => {
    const connection = await staker(5, parseEther("1000"));
    expect((await refusalOf(staking.withdraw(connection))).message).to.match(/^You have no position/);
    await sent(staking.stake(connection, { amount: parseEther("1000"), presetWeeks: 52 }));
    expect((await refusalOf(staking.withdraw(connection))).message).to.match(/^Your position is Locked/);
    await sent(staking.initiateUnlock(connection));
    const { unlockEnd } = await staking.positionOf(connection, { account: connection.account });
    const error = await refusalOf(staking.withdraw(connection));
    expect(error.args).to.deep.equal({ account: connection.account, state: "Unlocking", unlockEnd });
    const day = new Date(Number(unlockEnd) * 1000).toISOString().slice(0, 10);
    expect(error.message).to.equal(
      `Your position is Unlocking until ${day} 00:00 UTC; it can be withdrawn from then on.`,
    );
  });

  it("are told of the token, through StakeWeight", async () => {
    const { wallets, give, connectAs } = chain();
    const connection = await connectAs(wallets[6]!);
    const { address: spender } = connection.deployment.contracts.StakeWeight!;
    const call = staking.stake(connection, { amount: parseEther("1000"), presetWeeks: 52 });

    const allowance = await refusalOf(call);
    expect(allowance).to.include({ contract: "WCT", called: "StakeWeight", errorName: "ERC20InsufficientAllowance" });
    expect(allowance.message).to.equal(`${spender} may take 0 WCT, but 1,000 WCT are needed; approve that much first.`);
    await give(connection.account!, parseEther("400"));
    await sent(token.approve(connection, { spender, value: parseEther("1000") }));
    const balance = await refusalOf(call);
    expect(balance).to.include({ contract: "WCT", errorName: "ERC20InsufficientBalance" });
    expect(balance.message).to.include("has 400 WCT, but 1,000 WCT are needed").and.include("get 600 WCT more");
  });

  it("are told of StakeWeight, through RewardDistributor", async () => {
    const { warpTo, now } = chain();
    const connection = await staker(7, parseEther("1000"));
    const nothing = await refusalOf(rewards.claimAndRestake(connection));
    expect(nothing).to.include({ contract: "RewardDistributor", errorName: "NothingToRestake" });

    await sent(staking.stake(connection, { amount: parseEther("1000"), presetWeeks: 4 }));
    const funder = await as(0);
    const { address: spender } = funder.deployment.contracts.RewardDistributor!;
    const weekStart = (BigInt(await now()) / WEEK + 1n) * WEEK;
    await sent(token.approve(funder, { spender, value: parseEther("10") }));
    await sent(rewards.fund(funder, { weekStart, amount: parseEther("10") }));
    await sent(staking.initiateUnlock(connection));
    await warpTo(Number(weekStart + 5n * WEEK));
    const unlocked = await refusalOf(rewards.claimAndRestake(connection));
    expect(unlocked).to.include({
      contract: "StakeWeight",
      called: "RewardDistributor",
      errorName: "NoActivePosition",
    });
    expect(unlocked.args).to.deep.equal({ account: connection.account, state: "Unlocked" });
    expect(unlocked.message).to.equal(
      `The position of ${connection.account} is Unlocked; withdraw it, then stake anew.`,
    );
  });

  it("are told when a role is missing", async () => {
    const connection = await as(7);
    const error = await refusalOf(staking.pause(connection));
    expect(error.args).to.deep.equal({ account: connection.account, neededRole: id("PAUSER_ROLE") });
    expect(error.message).to.match(/may not do this: it lacks the pauser role/);
    const admin = await refusalOf(staking.unpause(connection));
    expect(admin.message).to.include("lacks the administrator role");
  });

  it("are told while paused", async () => {
    const connection = await staker(5, parseEther("1000"));
    await sent(staking.pause(await as(1)));
    const error = await refusalOf(staking.stake(connection, { amount: parseEther("1000"), presetWeeks: 52 }));
    expect(error).to.include({ contract: "StakeWeight", errorName: "EnforcedPause" });
    expect(error.message).to.match(/^Staking is paused/);
    const again = await refusalOf(staking.pause(await as(1)));
    expect(again.errorName).to.equal("EnforcedPause");
  });

  it("are told when nodes may not register", async () => {
    const operator = operatorAccounts[0]!;
    const connection = await as(operator);
    const options = { key: Wallet.createRandom().address, endpoint: "node.example.org:443", keySignature: "0x" };
    const stranger = await refusalOf(registry.register(connection, options));
    expect(stranger).to.include({ contract: "NodeRegistry", errorName: "NotAllowed" });
    await sent(registry.setAllowed(await as(keepers.registrar), { operator: connection.account!, allowed: true }));
    const error = await refusalOf(registry.register(connection, options));
    expect(error.errorName).to.equal("StakeNotQualified");
    const { minAmount, minPresetWeeks } = error.args as { minAmount: bigint; minPresetWeeks: bigint };
    expect(minAmount).to.equal(await registry.minStake(connection));
    expect(error.message).to.include(`a preset of at least ${minPresetWeeks} weeks`);
    const left = await refusalOf(registry.leave(connection));
    expect(left).to.include({ errorName: "WrongStatus" });
    expect(left.message).to.match(/was never registered; register it first\.$/);
  });

  it("are told of the node's identity, through NodeRegistry", async () => {
    const { warpTo, now } = chain();
    const operator = operatorAccounts[0]!;
    const connection = await staker(operator, parseEther("1000000"));
    await sent(staking.stake(connection, { amount: parseEther("1000000"), presetWeeks: 104 }));
    await sent(registry.setAllowed(await as(keepers.registrar), { operator: connection.account, allowed: true }));
    await warpTo((await now()) + 60);
    const other = Wallet.createRandom();
    const error = await refusalOf(
      registry.register(connection, {
        key: other.address,
        endpoint: "node.example.org:443",
        keySignature: await Wallet.createRandom().signMessage("something else"),
      }),
    );
    expect(error).to.include({
      contract: "NodeIdentities",
      called: "NodeRegistry",
      errorName: "WrongKeySignature",
    });
    expect(error.message).to.include(`the key ${other.address} was signed by 0x`);
  });

  it("are told when weeks and periods cannot be funded", async () => {
    const connection = await as(0);
    const running = (BigInt(await chain().now()) / WEEK) * WEEK;
    const past = await refusalOf(rewards.fund(connection, { weekStart: running - WEEK, amount: 1n }));
    expect(past).to.include({ contract: "RewardDistributor", errorName: "PeriodFinished" });
    expect(past.args).to.deep.equal({ weekStart: running - WEEK, earliest: running });
    expect(past.message).to.match(/^The week from \d{4}-\d\d-\d\d 00:00 UTC is over; the first/);
    const odd = await refusalOf(rewards.fund(connection, { weekStart: running + 1n, amount: 1n }));
    expect(odd.message).to.match(/is not the start of a week; weeks begin on Thursdays/);

    const period = BigInt(await chain().now()) / (4n * WEEK);
    const wallets = await refusalOf(walletRewards.fund(connection, { period: period - 1n, amount: 1n }));
    expect(wallets).to.include({ contract: "WalletRewards", errorName: "PeriodFinished" });
    expect(wallets.args).to.deep.equal({ period: period - 1n, earliest: period });
    const epoch = BigInt(await chain().now()) / DAY;
    const nodes = await refusalOf(nodeRewards.fund(connection, { epoch: epoch + 1_000n, amount: 1n }));
    expect(nodes).to.include({ contract: "NodeRewards", errorName: "EpochTooFarAhead" });
  });

  it("are told when a vote is cast twice, or before its time", async () => {
    const { warpTo, now } = chain();
    const connection = await staker(5, parseEther("1000000"));
    await sent(staking.stake(connection, { amount: parseEther("1000000"), presetWeeks: 104 }));
    await warpTo((await now()) + 60);
    const call = governance.propose(connection, {
      targets: [connection.account],
      values: [0n],
      calldatas: ["0x"],
      description: "Nothing",
    });
    const proposalId = await call.simulate();
    await sent(call);
    const vote = governance.castVote(connection, { proposalId, support: 1 });

    const again = await refusalOf(call);
    expect(again.message).to.include("is there already and is Pending; change the description");
    const early = await refusalOf(vote);
    expect(early).to.include({ contract: "WCTGovernor", errorName: "GovernorUnexpectedProposalState" });
    expect(early.message).to.include("is Pending, but must be Active for this; the voting on it has not begun");

    await warpTo(Number(await governance.proposalSnapshot(connection, { proposalId })) + 1);
    await sent(vote);
    const twice = await refusalOf(vote);
    expect(twice.args).to.deep.equal({ voter: connection.account });
    expect(twice.message).to.include("has voted on this proposal already");

    const poor = await refusalOf(
      governance.propose(await as(8), {
        targets: [connection.account],
        values: [0n],
        calldatas: ["0x"],
        description: "Other",
      }),
    );
    expect(poor.errorName).to.equal("GovernorInsufficientProposerVotes");
    expect(poor.message).to.include("has 0 votes");
  });

  it("are told of the timelock", async () => {
    const connection = await as(8);
    const error = await refusalOf(timelock.updateDelay(connection, { newDelay: 0n }));
    expect(error).to.include({ contract: "Timelock", errorName: "TimelockUnauthorizedCaller" });
  });

  it("are told by reads", async () => {
    const connection = await as(8);
    const timepoint = BigInt(await chain().now()) + DAY;
    const error = await thrownBy(() => staking.getPastVotes(connection, { account: connection.account!, timepoint }));
    expect(isContractError(error, "ERC5805FutureLookup")).to.equal(true);
    expect((error as Error).message).to.match(/^Votes at .* UTC are not known yet/);
  });

  it("are told when several calls are made in one", async () => {
    const connection = await as(8);
    const inner = staking.stake(connection, { amount: 0n, presetWeeks: 52 });
    const error = await refusalOf(staking.multicall(connection, { data: [inner.data] }));
    expect(error).to.include({ contract: "StakeWeight", errorName: "ZeroAmount" });
  });

  it("differ from what the account and its node are short of", async () => {
    const { provider, connectAs } = chain();
    const poor = await connectAs(new Wallet(Wallet.createRandom().privateKey, provider));
    const approval = token.approve(poor, { spender: poor.account!, value: 1n });
    const funds = await thrownBy(() => approval.send({ gasLimit: 100_000n, gasPrice: 10n ** 10n }));
    expect(funds).to.be.instanceOf(InsufficientGasFundsError).and.include({ account: poor.account });

    const rich = await as(8);
    const again = token.approve(rich, { spender: rich.account!, value: 1n });
    await sent(again);
    const nonce = await thrownBy(() => again.send({ nonce: 0 }));
    expect(nonce).to.be.instanceOf(NonceError).and.include({ reason: "used" });
  });
});

async function sent(call: Call<unknown>): Promise<void> {
  await (await call.send()).wait();
}

async function thrownBy(action: () => Promise<unknown>): Promise<unknown> {
  try {
    await action();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** What a call is refused with: the same by simulation, by the estimate of gas, and when it is sent with and without one. */
async function refusalOf(call: Call<unknown>): Promise<AnyContractError> {
  const errors = [
    await thrownBy(() => call.simulate()),
    await thrownBy(() => call.estimateGas()),
    await thrownBy(() => call.send()),
    await thrownBy(() => call.send({ gasLimit: 2_000_000n })),
  ];
  for (const error of errors) {
    expect(error, String(error)).to.be.instanceOf(ContractError);
    expect((error as Error).message).to.equal((errors[0] as Error).message);
  }
  const error = errors[0];
  if (!isContractError(error)) throw new Error("not a contract's");
  expect(error.called).to.equal(call.contract);
  return error;
}
