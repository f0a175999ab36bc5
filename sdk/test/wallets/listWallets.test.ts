import { expect } from "chai";
import { concat, keccak256, parseEther, toBeHex } from "ethers";
import { type Connection, oracle, token, wallets as walletRewards } from "../../src/index.js";
import { useChain } from "../support/chain.js";
import { accounts } from "../support/nodes.js";
import { send } from "../support/send.js";

const PERIOD = 4 * 7 * 86_400;
const committee = Array.from({ length: 7 }, (_, member) => 43 + member);

const reportTypes = {
  WalletReport: [
    { name: "period", type: "uint256" },
    { name: "reporter", type: "address" },
    { name: "configurationHash", type: "bytes32" },
    { name: "dataHash", type: "bytes32" },
  ],
};

describe("wallets.listWallets", () => {
  const chain = useChain();

  /** Registers the wallets of the first accounts that are there for it, to be paid to the next account. */
  async function registerWallets(count: number): Promise<Connection[]> {
    const { wallets, connectAs } = chain();
    const connections: Connection[] = [];
    for (let index = accounts.wallet; index < accounts.wallet + count; index++) {
      const connection = await connectAs(wallets[index]!);
      await send(walletRewards.register(connection, { payout: wallets[index - 1]!.address }));
      connections.push(connection);
    }
    return connections;
  }

  async function certify(walletId: number): Promise<void> {
    const certifier = await chain().connectAs(chain().wallets[accounts.certifier]!);
    await send(walletRewards.setCertified(certifier, { walletId, isCertified: true }));
  }

  /** Finalizes a period, for which the whole committee counted the same. */
  async function finalize(connection: Connection, period: number, counts: [walletId: number, count: number][]) {
    const { wallets } = chain();
    const epoch = ((period + 1) * PERIOD) / 86_400 - 1;
    const [configuration, configurationHash] = await Promise.all([
      oracle.configurationAt(connection, { epoch }),
      oracle.configurationHashAt(connection, { epoch }),
    ]);
    const domain = {
      name: "WCT Wallet Rewards",
      version: "1",
      chainId: connection.deployment.chainId,
      verifyingContract: connection.deployment.contracts.WalletRewards!.address,
    };
    const data = concat(counts.flatMap(([walletId, count]) => [toBeHex(walletId, 4), toBeHex(count, 8)]));
    const reports = await Promise.all(
      committee.map(async (account, index) => {
        const reporter = wallets[account]!;
        const report = { period, reporter: reporter.address, configurationHash, dataHash: keccak256(data) };
        return { index: BigInt(index), data, signature: await reporter.signTypedData(domain, reportTypes, report) };
      }),
    );
    await send(walletRewards.finalize(connection, { period, configuration, reports }));
  }

  it("lists nobody before anybody registers", async () => {
    const connection = await chain().connectAs(chain().wallets[accounts.wallet]!);
    expect(await walletRewards.listWallets(connection)).to.deep.equal([]);
  });

  it("tells owner, payout and certification of each", async () => {
    const { wallets } = chain();
    const [connection] = await registerWallets(2);
    await certify(2);
    const wallet = { owed: 0n, isCertified: false, lastEarning: undefined };
    expect(await walletRewards.listWallets(connection!)).to.deep.equal([
      { ...wallet, walletId: 1n, owner: wallets[75]!.address, payout: wallets[74]!.address },
      { ...wallet, walletId: 2n, owner: wallets[76]!.address, payout: wallets[75]!.address, isCertified: true },
    ]);
  });

  it("tells what the last finalized period brought", async () => {
    const { now, warpTo, give } = chain();
    const [connection] = await registerWallets(3);
    await certify(1);
    const period = Math.floor((await now()) / PERIOD) + 1;
    const amount = parseEther("10000");
    await give(connection!.account!, 2n * amount);
    const { address: spender } = connection!.deployment.contracts.WalletRewards!;
    await send(token.approve(connection!, { spender, value: 2n * amount }));
    await send(walletRewards.fundRange(connection!, { firstPeriod: period, count: 2, amountPerPeriod: amount }));
    await warpTo((period + 1) * PERIOD);
    // All three share the first of the two periods, which does not count any more below.
    await finalize(connection!, period, [
      [1, 200_000],
      [2, 200_000],
      [3, 200_000],
    ]);
    await warpTo((period + 2) * PERIOD);
    await finalize(connection!, period + 1, [
      [1, 300_000],
      [2, 100_000],
      [3, 100_001],
    ]);

    const [first, second, third] = await walletRewards.listWallets(connection!);
    const { linear, certified } = first!.lastEarning!;
    expect(first!.lastEarning).to.include({ period: BigInt(period + 1), count: 300_000n });
    expect(linear > 0n && certified > 0n).to.equal(true);
    expect(second!.lastEarning).to.equal(undefined);
    expect(third!.lastEarning).to.include({ period: BigInt(period + 1), count: 100_001n, certified: 0n });
    expect(first!.owed > linear + certified).to.equal(true);
  });
});
