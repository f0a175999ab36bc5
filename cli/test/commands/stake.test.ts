import { expect } from "chai";
import { parseEther } from "ethers";
import { staking } from "stakeweight-sdk";
import { useChain } from "../../../sdk/test/support/chain.js";
import { runCli } from "../support/runCli.js";

describe("stakeweight stake", () => {
  const chain = useChain();

  it("stakes and says what became of it", async () => {
    const { wallets, give, connectAs, url } = chain();
    const wallet = wallets[5]!;
    await give(wallet.address, parseEther("1000"));
    const ran = await runCli(["stake", "1,000", "--preset", "52", "--yes", "--rpc", url], {
      env: { STAKEWEIGHT_PRIVATE_KEY: wallet.privateKey },
    });
    expect(ran.stderr).to.contain("Stake 1,000 WCT for 52 weeks");
    expect(ran).to.include({ code: 0 });
    expect(ran.stdout).to.contain("248.8");
    const position = await staking.positionOf(await connectAs(wallet), { account: wallet.address });
    expect(position.amount).to.equal(parseEther("1000"));
    const status = await runCli(["status", wallet.address, "--rpc", url]);
    expect(status.code).to.equal(0);
  });
});
