// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { TransparentUpgradeableProxy } from "@openzeppelin/contracts/proxy/transparent/TransparentUpgradeableProxy.sol";
import { WalletPeriod } from "../../contracts/libraries/WalletPeriod.sol";
import { INodeIdentities } from "../../contracts/nodes/interfaces/INodeIdentities.sol";
import { INodeRewards } from "../../contracts/nodes/interfaces/INodeRewards.sol";
import {
    Configuration,
    IPerformanceOracle,
    Member,
    SignedReport
} from "../../contracts/nodes/interfaces/IPerformanceOracle.sol";
import { ScoreParameters } from "../../contracts/nodes/libraries/Performance.sol";
import { NodeRegistry } from "../../contracts/nodes/NodeRegistry.sol";
import { PerformanceOracle } from "../../contracts/nodes/PerformanceOracle.sol";
import { IStakeWeight } from "../../contracts/staking/interfaces/IStakeWeight.sol";
import { WCT } from "../../contracts/token/WCT.sol";
import { WalletReport } from "../../contracts/wallets/interfaces/IWalletRewards.sol";
import { WalletCount } from "../../contracts/wallets/libraries/WalletCount.sol";
import { WalletReports } from "../../contracts/wallets/libraries/WalletReports.sol";
import { WalletShares } from "../../contracts/wallets/libraries/WalletShares.sol";
import { WalletRewards } from "../../contracts/wallets/WalletRewards.sol";
import { PropertyTest } from "../support/PropertyTest.sol";
import { Random } from "../support/Random.sol";

contract WalletRewardsTest is PropertyTest {
    uint256 private constant FIRST_PERIOD = 720;
    uint256 private constant MEMBERS = 4;
    uint256 private constant WALLETS = 6;
    uint256 private constant THRESHOLD = 100_000;

    error NoMedian();

    WCT private token;
    WalletRewards private rewards;
    Configuration private configuration;
    uint256[MEMBERS] private keys;

    function setUp() public {
        vm.warp(WalletPeriod.start(FIRST_PERIOD) + 3 days);
        token = new WCT(address(this), 1 << 100);
        for (uint256 i = 0; i < MEMBERS; ++i) {
            address reporter;
            (reporter, keys[i]) = makeAddrAndKey(string.concat("member", vm.toString(i)));
            configuration.committee.push(Member({ reporter: reporter, operator: address(0) }));
        }
        rewards = WalletRewards(
            address(
                new TransparentUpgradeableProxy(
                    address(new WalletRewards(_oracle(), token)),
                    makeAddr("proxy owner"),
                    abi.encodeCall(WalletRewards.initialize, (address(this)))
                )
            )
        );
        rewards.grantRole(rewards.CERTIFIER_ROLE(), address(this));
        token.approve(address(rewards), type(uint256).max);
        for (uint256 i = 1; i <= WALLETS; ++i) {
            address owner = _owner(i);
            vm.prank(owner);
            rewards.register(owner);
        }
    }

    /// @dev Asked for the committee only, so it needs no nodes.
    function _oracle() private returns (IPerformanceOracle) {
        configuration.score = ScoreParameters({
            uptimeWeight: 1e18,
            latencyWeight: 1e18,
            goodLatencyMs: 250,
            badLatencyMs: 2_000
        });
        configuration.pay.shareCapBps = 1_000;
        INodeIdentities identities = INodeIdentities(makeAddr("identities"));
        NodeRegistry registry = new NodeRegistry(IStakeWeight(makeAddr("stake weight")), identities);
        PerformanceOracle implementation = new PerformanceOracle(
            registry,
            identities,
            INodeRewards(makeAddr("rewards"))
        );
        bytes memory initialization = abi.encodeCall(PerformanceOracle.initialize, (address(this), configuration));
        address owner = makeAddr("proxy owner");
        return
            IPerformanceOracle(
                address(new TransparentUpgradeableProxy(address(implementation), owner, initialization))
            );
    }

    /// @notice Invariant 10, over some periods of random funding, counts, certifications and claims, some of them missed.
    function testFuzz_ConservesToTheWei(uint256 seed) public {
        Random memory random = Random(seed);
        for (uint256 period = FIRST_PERIOD; period < FIRST_PERIOD + 4; ++period) {
            if (random.between(0, 3) != 0) rewards.fund(period, random.amount(1 << 90));
            uint256 toggled = random.between(1, WALLETS);
            rewards.setCertified(toggled, !rewards.isCertified(toggled));
            vm.warp(WalletPeriod.end(period));
            if (random.between(0, 3) != 0) rewards.finalize(period, configuration, _signed(random, period));
            if (random.between(0, 1) != 0) rewards.claim(random.between(1, WALLETS));
            _assertConserved(period + 1);
        }
    }

    /// @notice All that is owed can be paid, whatever is left.
    function testFuzz_PaysAllThatIsOwed(uint256 seed, uint96 funding) public {
        Random memory random = Random(seed);
        vm.assume(funding != 0);
        rewards.fund(FIRST_PERIOD, funding);
        for (uint256 i = 1; i <= WALLETS; ++i) rewards.setCertified(i, true);
        vm.warp(WalletPeriod.end(FIRST_PERIOD));
        rewards.finalize(FIRST_PERIOD, configuration, _signed(random, FIRST_PERIOD));
        uint256 sum = 0;
        for (uint256 i = 1; i <= WALLETS; ++i) {
            uint256 owed = rewards.owedTo(i);
            assertEq(rewards.claim(i), owed);
            assertEq(token.balanceOf(_owner(i)), owed);
            sum += owed;
        }
        assertLe(sum, funding);
        assertEq(rewards.totalPaid(), sum);
    }

    /// @dev The reference: every wallet by itself, all reports read from their beginning.
    function testFuzz_WalkFindsWhatSingleLookupsFind(uint256 seed, uint8 count) public view {
        Random memory random = Random(seed);
        SignedReport[] memory reports = new SignedReport[](bound(count, 1, 9));
        for (uint256 i = 0; i < reports.length; ++i) reports[i].data = _data(random);
        WalletCount[] memory found = this.mediansAbove(reports);
        uint256 place = 0;
        for (uint256 walletId = 1; walletId <= WALLETS; ++walletId) {
            uint256 median = _medianOf(reports, walletId);
            if (median <= THRESHOLD) continue;
            assertEq(found[place].walletId(), walletId);
            assertEq(found[place].count(), median);
            ++place;
        }
        assertEq(found.length, place);
    }

    function testFuzz_PowerIsTheRoundedRoot(uint64 count) public pure {
        uint256 power = WalletShares.power(count);
        uint256 cube = uint256(count) ** 3;
        assertLe(power * power, cube);
        assertGt((power + 1) * (power + 1), cube);
        assertLt(power, 1 << 96);
    }

    /// @notice More connections never earn less, whatever the others have.
    function testFuzz_MoreNeverEarnsLess(uint96 pool, uint64 count, uint64 more, uint96 others) public pure {
        uint256 greater = bound(more, count, type(uint64).max);
        assertLe(
            WalletShares.linear(pool, count, uint256(count) + others + 1),
            WalletShares.linear(pool, greater, greater + others + 1)
        );
        uint256 power = WalletShares.power(count);
        uint256 greaterPower = WalletShares.power(greater);
        uint256 share = WalletShares.certified(pool, power, power + others + 1);
        assertLe(share, WalletShares.certified(pool, greaterPower, greaterPower + others + 1));
        assertLe(share, (uint256(pool) * 3) / 10);
    }

    function mediansAbove(SignedReport[] calldata reports) external pure returns (WalletCount[] memory) {
        return WalletReports.mediansAbove(reports, WALLETS, THRESHOLD);
    }

    function _assertConserved(uint256 running) private view {
        (uint256 linear, uint256 certified) = rewards.budgetOf(running);
        uint256 sum = rewards.totalPaid() + linear + certified;
        for (uint256 i = 1; i <= WALLETS; ++i) sum += rewards.owedTo(i);
        assertEq(sum, rewards.totalFunded());
        assertEq(token.balanceOf(address(rewards)), rewards.totalFunded() - rewards.totalPaid());
    }

    function _signed(Random memory random, uint256 period) private view returns (SignedReport[] memory reports) {
        reports = new SignedReport[](MEMBERS);
        for (uint256 i = 0; i < MEMBERS; ++i) {
            bytes memory data = _data(random);
            bytes32 digest = rewards.reportDigest(
                WalletReport({
                    period: period,
                    reporter: configuration.committee[i].reporter,
                    configurationHash: keccak256(abi.encode(configuration)),
                    dataHash: keccak256(data)
                })
            );
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(keys[i], digest);
            reports[i] = SignedReport({ index: i, data: data, signature: abi.encodePacked(r, s, v) });
        }
    }

    /// @dev A report that names each wallet by chance, with counts of any size, many of them about the threshold.
    function _data(Random memory random) private pure returns (bytes memory data) {
        for (uint256 walletId = 1; walletId <= WALLETS; ++walletId) {
            uint256 kind = random.between(0, 4);
            if (kind == 0) continue;
            uint256 count =
                kind == 1
                    ? random.between(THRESHOLD - 1, THRESHOLD + 1)
                    : random.between(0, kind == 2 ? type(uint64).max : 10 * THRESHOLD);
            data = abi.encodePacked(data, uint32(walletId), uint64(count));
        }
    }

    /// @dev The value of which at most half of all are greater, and fewer than half smaller.
    function _medianOf(SignedReport[] memory reports, uint256 walletId) private pure returns (uint256) {
        for (uint256 i = 0; i < reports.length; ++i) {
            uint256 candidate = _countOf(reports[i].data, walletId);
            (uint256 smaller, uint256 greater) = (0, 0);
            for (uint256 j = 0; j < reports.length; ++j) {
                uint256 value = _countOf(reports[j].data, walletId);
                if (value < candidate) ++smaller;
                if (value > candidate) ++greater;
            }
            if (2 * smaller < reports.length && 2 * greater <= reports.length) return candidate;
        }
        revert NoMedian();
    }

    function _countOf(bytes memory data, uint256 walletId) private pure returns (uint256) {
        for (uint256 place = 0; place < data.length; place += 12) {
            uint256 entry;
            // solhint-disable-next-line no-inline-assembly
            assembly ("memory-safe") {
                entry := shr(160, mload(add(add(data, 0x20), place)))
            }
            if (entry >> 64 == walletId) return uint64(entry);
        }
        return 0;
    }

    function _owner(uint256 walletId) private returns (address) {
        return makeAddr(string.concat("wallet", vm.toString(walletId)));
    }
}
