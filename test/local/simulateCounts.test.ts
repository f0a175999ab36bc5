import { expect } from "chai";
import { localWallets } from "../../scripts/local/localWallets";
import { falseClaim, simulateCounts } from "../../scripts/local/simulateCounts";
import { lowerMedian } from "../../scripts/wallets/lowerMedian";

const members = 7;
const counted = () => Array.from({ length: members }, (_, index) => simulateCounts({ member: index + 1, members }));

describe("simulateCounts", () => {
  it("says the same every time", () => {
    expect(counted()).to.deep.equal(counted());
  });

  it("names every wallet, in order", () => {
    for (const counts of counted()) {
      expect(counts.map(({ walletId }) => walletId)).to.deep.equal(localWallets.map((_, index) => index + 1));
    }
  });

  it("lets every member see it a little differently", () => {
    expect(new Set(counted().map(([first]) => first!.count)).size).to.equal(members);
  });

  it("keeps the honest ones within two thousandths of what there was", () => {
    for (const counts of counted()) {
      for (const { walletId, count } of counts.filter((one) => one.count !== falseClaim.count)) {
        const { connections } = localWallets[walletId - 1]!;
        expect(count).to.be.within((connections * 998n) / 1_000n, (connections * 1_002n) / 1_000n);
      }
    }
  });

  it("lets one member lie about one wallet", () => {
    const lies = counted().map((counts) => counts.filter(({ count }) => count === falseClaim.count).length);
    expect(lies).to.deep.equal([0, 0, 0, 0, 0, 1, 0]);
  });

  for (const [index, { connections }] of localWallets.entries()) {
    it(`has what there was of wallet ${index + 1} for its median`, () => {
      expect(lowerMedian(counted().map((counts) => counts[index]!.count))).to.equal(connections);
    });
  }
});
