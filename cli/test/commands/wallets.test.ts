import { expect } from "chai";
import { wallets } from "../../../sdk/src/index.js";
import { useChain } from "../../../sdk/test/support/chain.js";
import { accounts } from "../../../sdk/test/support/nodes.js";
import { send } from "../../../sdk/test/support/send.js";
import { runCli } from "../support/runCli.js";

describe("stakeweight wallets", () => {
  const chain = useChain();
  const list = (...argv: string[]) => runCli(["wallets", ...argv, "--rpc", chain().url]);

  async function register(index: number, payout: string): Promise<string> {
    const connection = await chain().connectAs(chain().wallets[index]!);
    await send(wallets.register(connection, { payout }));
    return connection.account!;
  }

  it("says that there are none yet", async () => {
    const ran = await list();
    expect(ran).to.include({ code: 0, stderr: "", stdout: "  No wallet is registered.\n" });
    expect((await list("--json")).json()).to.deep.equal({ wallets: [] });
  });

  it("lists each with its owner, where it is paid, and whether it is certified", async () => {
    const payout = chain().wallets[accounts.wallet]!.address;
    const first = await register(accounts.wallet, payout);
    const second = await register(accounts.wallet + 1, payout);
    const certifier = await chain().connectAs(chain().wallets[accounts.certifier]!);
    await send(wallets.setCertified(certifier, { walletId: 2, isCertified: true }));
    const { stdout } = await list();
    expect(stdout).to.match(new RegExp(`1\\s+${first}\\s+its owner\\s+no`));
    expect(stdout).to.match(new RegExp(`2\\s+${second}\\s+${payout.slice(0, 6)}….{4}\\s+yes`));
    const wallet = { payout, owed: "0", lastEarning: null };
    expect((await list("--json")).json()).to.deep.equal({
      wallets: [
        { ...wallet, walletId: "1", owner: first, isCertified: false },
        { ...wallet, walletId: "2", owner: second, isCertified: true },
      ],
    });
  });
});
