import { expect } from "chai";
import { parseEther } from "ethers";
import { useChain } from "../../../sdk/test/support/chain.js";
import { passFundedWeek, staker } from "../support/actors.js";
import { runCli } from "../support/runCli.js";

describe("stakeweight status", () => {
  const chain = useChain();

  it("shows a position of anybody", async () => {
    const alice = await staker(chain());
    const ran = await runCli(["status", alice.address, "--rpc", chain().url]);
    expect(ran).to.include({ code: 0, stderr: "" });
    expect(ran.stdout)
      .to.match(/State +Locked, preset of 52 weeks/)
      .and.match(/Stake weight +248\.80 WCT/)
      .and.match(/Next week +begins Thu \d{4}-\d\d-\d\d 00:00 UTC \(in /);
  });

  it("shows one's own without a name, and what can be claimed", async () => {
    const alice = await staker(chain());
    await passFundedWeek(chain(), "500");
    const ran = await alice.run("status", "--json");
    expect(ran.code, ran.stderr).to.equal(0);
    expect(ran.json()).to.deep.include({
      account: alice.address,
      // Rounded down.
      claimable: (parseEther("500") - 1n).toString(),
      recipient: alice.address,
      delegate: alice.address,
      held: "0",
    });
  });

  it("says who has none", async () => {
    const ran = await runCli(["status", "--from", chain().wallets[9]!.address, "--rpc", chain().url]);
    expect(ran.stdout).to.contain("no position");
  });

  it("asks whose when nobody is named", async () => {
    const ran = await runCli(["status", "--rpc", chain().url]);
    expect(ran).to.include({ code: 2, stdout: "" });
    expect(ran.stderr).to.match(/Whose\?/);
  });

  it("is wrong usage with a mistyped address", async () => {
    const ran = await runCli(["status", "0x70997970C51812dc3A010C7d01b50e0d17dc79C9", "--rpc", chain().url]);
    expect(ran.code).to.equal(2);
    expect(ran.stderr).to.contain("typing error");
  });
});
