// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { NotWeekStart } from "../../contracts/libraries/Week.sol";
import { StakeWeight } from "../../contracts/staking/StakeWeight.sol";
import { IStakeWeight } from "../../contracts/staking/interfaces/IStakeWeight.sol";
import { Line } from "../../contracts/staking/libraries/Line.sol";
import { Deployed } from "../support/Deployed.sol";

contract StakeWeightTest is Deployed {
    uint256 private constant MAX = type(uint96).max;
    address private immutable OWNER = makeAddr("owner");

    uint256[7] private presets = [4, 8, 12, 26, 52, 78, 104];

    function setUp() public override {
        super.setUp();
        _equip(OWNER, MAX);
    }

    function testFuzz_LockedWeightIsAmountTimesPresetOver209(uint96 amount, uint256 choice, uint256 later) public {
        uint256 presetWeeks = _stake(amount, choice);
        uint256 weight = (uint256(amount) * presetWeeks) / 209;
        assertEq(stakeWeight.weightOf(OWNER), weight);
        assertEq(stakeWeight.totalWeight(), weight);
        later = bound(later, 0, 2000 weeks);
        assertEq(stakeWeight.weightAt(OWNER, START + later), weight);
        skip(later);
        assertEq(stakeWeight.weightOf(OWNER), weight);
        assertEq(stakeWeight.weightAt(OWNER, START - 1), 0);
        assertEq(stakeWeight.totalWeightAt(START - 1), 0);
    }

    function testFuzz_UnlockingWeightIsAmountTimesRemainingTime(
        uint96 amount,
        uint256 choice,
        uint256 wait,
        uint256 at
    ) public {
        uint256 presetWeeks = _stake(amount, choice);
        skip(bound(wait, 0, 300 weeks));
        vm.prank(OWNER);
        stakeWeight.initiateUnlock();

        uint256 end = ((block.timestamp + presetWeeks * 1 weeks) / 1 weeks) * 1 weeks;
        assertEq(stakeWeight.positionOf(OWNER).unlockEnd, end);
        assertEq(stakeWeight.remainingLockTime(OWNER), end - block.timestamp);
        at = bound(at, block.timestamp, end + 1 weeks);
        uint256 weight = at < end ? (uint256(amount) * (end - at)) / 209 weeks : 0;
        assertEq(stakeWeight.weightAt(OWNER, at), weight);
        assertEq(stakeWeight.totalWeightAt(at), weight);
        vm.warp(at);
        assertEq(stakeWeight.weightOf(OWNER), weight);
        assertEq(stakeWeight.totalWeight(), weight);
    }

    function testFuzz_UnlockInTheFirstSecondOfAWeekCostsNothing(uint96 amount, uint256 choice) public {
        vm.warp(2880 weeks);
        uint256 presetWeeks = _stake(amount, choice);
        uint256 weight = stakeWeight.weightOf(OWNER);
        vm.prank(OWNER);
        stakeWeight.initiateUnlock();
        assertEq(stakeWeight.positionOf(OWNER).unlockEnd, (2880 + presetWeeks) * 1 weeks);
        assertEq(stakeWeight.weightOf(OWNER), weight);
    }

    function testFuzz_WithdrawableFromUnlockEndOnAndNotOneSecondBefore(uint96 amount, uint256 choice) public {
        _stake(amount, choice);
        vm.prank(OWNER);
        stakeWeight.initiateUnlock();
        uint256 end = stakeWeight.positionOf(OWNER).unlockEnd;

        vm.warp(end - 1);
        vm.expectRevert(
            abi.encodeWithSelector(IStakeWeight.NotUnlocked.selector, OWNER, IStakeWeight.State.Unlocking, end)
        );
        vm.prank(OWNER);
        stakeWeight.withdraw();
        vm.warp(end);
        vm.prank(OWNER);
        assertEq(stakeWeight.withdraw(), amount);
        assertEq(token.balanceOf(OWNER), MAX);
        assertEq(token.balanceOf(address(stakeWeight)), 0);
    }

    function testFuzz_RelockGuardsTheRemainingLockTime(uint256 choice, uint256 wait, uint256 otherChoice) public {
        uint256 presetWeeks = _stake(1 ether, choice);
        uint256 other = presets[otherChoice % 7];
        vm.prank(OWNER);
        stakeWeight.initiateUnlock();
        skip(bound(wait, 0, stakeWeight.remainingLockTime(OWNER) - 1));
        uint256 remaining = stakeWeight.remainingLockTime(OWNER);
        assertLe(remaining, presetWeeks * 1 weeks);

        if (other * 1 weeks < remaining) {
            vm.expectRevert(abi.encodeWithSelector(IStakeWeight.PresetTooShort.selector, other, remaining));
            vm.prank(OWNER);
            stakeWeight.relock(other);
        } else {
            vm.prank(OWNER);
            stakeWeight.relock(other);
            assertEq(stakeWeight.remainingLockTime(OWNER), other * 1 weeks);
            assertEq(stakeWeight.weightAt(OWNER, block.timestamp + 200 weeks), (1 ether * other) / 209);
            assertEq(stakeWeight.totalWeightAt(block.timestamp + 200 weeks), (1 ether * other) / 209);
        }
    }

    function test_RelockAcceptsAPresetOfExactlyTheRemainingTime() public {
        vm.warp(2880 weeks);
        _stake(1 ether, 2);
        vm.prank(OWNER);
        stakeWeight.initiateUnlock();
        skip(4 weeks - 1);
        vm.expectRevert(abi.encodeWithSelector(IStakeWeight.PresetTooShort.selector, 8, 8 weeks + 1));
        vm.prank(OWNER);
        stakeWeight.relock(8);
        skip(1);
        vm.prank(OWNER);
        stakeWeight.relock(8);
        assertEq(stakeWeight.weightOf(OWNER), uint256(1 ether * 8) / 209);
    }

    function testFuzz_LockedPresetOnlyLengthens(uint256 choice, uint256 otherChoice) public {
        uint256 presetWeeks = _stake(1 ether, choice);
        uint256 other = presets[otherChoice % 7];
        if (other < presetWeeks) {
            vm.expectRevert(abi.encodeWithSelector(IStakeWeight.PresetTooShort.selector, other, presetWeeks * 1 weeks));
        } else if (other == presetWeeks) {
            vm.expectRevert(abi.encodeWithSelector(IStakeWeight.PositionUnchanged.selector, OWNER, other));
        }
        vm.prank(OWNER);
        stakeWeight.relock(other);
        uint256 expected = other > presetWeeks ? other : presetWeeks;
        assertEq(stakeWeight.positionOf(OWNER).presetWeeks, expected);
    }

    function testFuzz_OnlySevenPresets(uint256 presetWeeks) public {
        bool valid = false;
        for (uint256 i = 0; i < 7; ++i) valid = valid || presets[i] == presetWeeks;
        vm.assume(!valid);
        vm.startPrank(OWNER);
        vm.expectRevert(abi.encodeWithSelector(IStakeWeight.InvalidPreset.selector, presetWeeks));
        stakeWeight.stake(1, presetWeeks);
        stakeWeight.stake(1, 4);
        vm.expectRevert(abi.encodeWithSelector(IStakeWeight.InvalidPreset.selector, presetWeeks));
        stakeWeight.relock(presetWeeks);
        vm.expectRevert(abi.encodeWithSelector(IStakeWeight.InvalidPreset.selector, presetWeeks));
        stakeWeight.update(1, presetWeeks);
        vm.stopPrank();
    }

    function test_ShortPresetsAreNotReadModulo256() public {
        vm.expectRevert(abi.encodeWithSelector(IStakeWeight.InvalidPreset.selector, 256 + 4));
        vm.prank(OWNER);
        stakeWeight.stake(1, 256 + 4);
    }

    function testFuzz_WholeSupplyInOnePositionIsExactAndFull(uint256 extra, uint256 wait) public {
        _stake(type(uint96).max, 6);
        assertEq(stakeWeight.weightOf(OWNER), (MAX * 104) / 209);
        _equip(makeAddr("late"), 1 << 97);
        extra = bound(extra, 1, 1 << 97);
        vm.startPrank(makeAddr("late"));
        vm.expectRevert(abi.encodeWithSelector(IStakeWeight.StakeLimitExceeded.selector, extra, 0));
        stakeWeight.stake(extra, 4);
        vm.stopPrank();

        vm.prank(OWNER);
        stakeWeight.initiateUnlock();
        uint256 end = stakeWeight.positionOf(OWNER).unlockEnd;
        vm.warp(bound(wait, START, end));
        assertEq(stakeWeight.weightOf(OWNER), (MAX * (end - block.timestamp)) / 209 weeks);
        assertEq(stakeWeight.totalWeight(), stakeWeight.weightOf(OWNER));
    }

    function testFuzz_RoomIsWhatOthersLeave(uint96 first, uint256 extra) public {
        first = uint96(bound(first, 1, MAX));
        _stake(first, 0);
        _equip(makeAddr("second"), 1 << 97);
        uint256 room = MAX - first;
        extra = bound(extra, room + 1, 1 << 97);
        vm.startPrank(makeAddr("second"));
        vm.expectRevert(abi.encodeWithSelector(IStakeWeight.StakeLimitExceeded.selector, extra, room));
        stakeWeight.stake(extra, 4);
        if (room != 0) stakeWeight.stake(room, 4);
        vm.stopPrank();
        assertEq(stakeWeight.totalStaked(), MAX);
    }

    function testFuzz_IncreaseKeepsTheTerms(
        uint96 amount,
        uint96 added,
        uint256 choice,
        bool unlocking,
        uint256 wait
    ) public {
        amount = uint96(bound(amount, 1, MAX - 1));
        added = uint96(bound(added, 1, MAX - amount));
        uint256 presetWeeks = _stake(amount, choice);
        if (unlocking) {
            vm.prank(OWNER);
            stakeWeight.initiateUnlock();
        }
        skip(bound(wait, 0, 3 weeks));
        uint256 remaining = stakeWeight.remainingLockTime(OWNER);
        uint256 end = stakeWeight.positionOf(OWNER).unlockEnd;
        vm.prank(OWNER);
        stakeWeight.increaseAmount(added);

        IStakeWeight.Position memory position = stakeWeight.positionOf(OWNER);
        assertEq(position.amount, uint256(amount) + added);
        assertEq(position.presetWeeks, presetWeeks);
        assertEq(position.unlockEnd, end);
        assertEq(stakeWeight.weightOf(OWNER), ((uint256(amount) + added) * remaining) / 209 weeks);
        assertEq(stakeWeight.totalWeight(), stakeWeight.weightOf(OWNER));
    }

    function testFuzz_UpdateEqualsIncreaseAndRelock(
        uint96 amount,
        uint96 added,
        uint256 choice,
        bool unlocking
    ) public {
        amount = uint96(bound(amount, 1, MAX - 1));
        added = uint96(bound(added, 1, MAX - amount));
        uint256 presetWeeks = _stake(amount, choice);
        vm.startPrank(OWNER);
        if (unlocking) stakeWeight.initiateUnlock();
        skip(1 days);
        uint256 state = vm.snapshotState();
        stakeWeight.increaseAmount(added);
        // A relock that changes nothing is an error by itself.
        if (unlocking || presetWeeks != 104) stakeWeight.relock(104);
        bytes32 expected = _digest();
        vm.revertToState(state);
        stakeWeight.update(added, 104);
        vm.stopPrank();
        assertEq(_digest(), expected);
    }

    function testFuzz_LineForPeriodIsTheStateStrictlyBefore(uint96 amount, uint256 choice, uint256 offset) public {
        uint256 weekStart = 2880 weeks;
        // From a week before up to a week after the start.
        offset = bound(offset, 0, 2 weeks);
        vm.warp(weekStart - 1 weeks + offset);
        uint256 presetWeeks = _stake(amount, choice);
        bool counts = block.timestamp < weekStart;
        (Line memory line, uint256 since) = stakeWeight.lineForPeriod(OWNER, weekStart);
        assertEq(line.intercept, counts ? uint256(amount) * presetWeeks : 0);
        assertEq(since, counts ? weekStart - ((weekStart - 1 - block.timestamp) / 1 weeks) * 1 weeks : 0);
        assertEq(stakeWeight.weightForPeriod(OWNER, weekStart), counts ? (uint256(amount) * presetWeeks) / 209 : 0);
        assertEq(stakeWeight.totalWeightForPeriod(weekStart), stakeWeight.weightForPeriod(OWNER, weekStart));
        assertEq(stakeWeight.totalTokenWeeksForPeriods(weekStart, 1)[0], line.intercept);
    }

    function testFuzz_PeriodViewsRefuseOtherTimes(uint256 timestamp) public {
        vm.assume(timestamp % 1 weeks != 0);
        bytes memory refusal = abi.encodeWithSelector(NotWeekStart.selector, timestamp);
        vm.expectRevert(refusal);
        stakeWeight.lineForPeriod(OWNER, timestamp);
        vm.expectRevert(refusal);
        stakeWeight.weightForPeriod(OWNER, timestamp);
        vm.expectRevert(refusal);
        stakeWeight.totalWeightForPeriod(timestamp);
        vm.expectRevert(refusal);
        stakeWeight.totalTokenWeeksForPeriods(timestamp, 1);
    }

    function test_NothingStandsBeforeTheFirstSecond() public {
        _stake(1 ether, 0);
        (Line memory line, uint256 since) = stakeWeight.lineForPeriod(OWNER, 0);
        assertEq(line.intercept, 0);
        assertEq(since, 0);
    }

    /// @dev Unlock, relock and increase within one second leave one state, and no trace of the others.
    function testFuzz_InsideOfASecondIsNotRecorded(uint96 amount, uint256 choice) public {
        amount = uint96(bound(amount, 1, MAX - 1));
        uint256 presetWeeks = _stake(amount, choice);
        skip(1 days);
        vm.startPrank(OWNER);
        stakeWeight.initiateUnlock();
        stakeWeight.relock(presetWeeks);
        stakeWeight.initiateUnlock();
        stakeWeight.relock(presetWeeks);
        stakeWeight.increaseAmount(1);
        vm.stopPrank();
        uint256 weight = (uint256(amount) * presetWeeks) / 209;
        assertEq(stakeWeight.weightAt(OWNER, block.timestamp - 1), weight);
        assertEq(stakeWeight.totalWeightAt(block.timestamp - 1), weight);
        assertEq(stakeWeight.weightOf(OWNER), ((uint256(amount) + 1) * presetWeeks) / 209);
        assertEq(stakeWeight.totalWeightAt(block.timestamp + 300 weeks), stakeWeight.weightOf(OWNER));
    }

    function testFuzz_PermitServesWhoeverUsesItFirst(uint256 key, uint96 amount, bool usedUp) public {
        vm.assume(amount != 0);
        key = bound(key, 1, type(uint128).max);
        address signer = vm.addr(key);
        vm.prank(DEPLOYER);
        token.transfer(signer, amount);
        bytes32 permitHash = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                signer,
                address(stakeWeight),
                uint256(amount),
                token.nonces(signer),
                block.timestamp
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(
            key,
            keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), permitHash))
        );
        if (usedUp) token.permit(signer, address(stakeWeight), amount, block.timestamp, v, r, s);
        vm.prank(signer);
        stakeWeight.stakeWithPermit(amount, 4, block.timestamp, v, r, s);
        assertEq(stakeWeight.positionOf(signer).amount, amount);
    }

    function test_ImplementationCannotBeInitialized() public {
        StakeWeight implementation = StakeWeight(_implementationOf(address(stakeWeight)));
        vm.expectRevert(abi.encodeWithSignature("InvalidInitialization()"));
        implementation.initialize(OWNER);
    }

    function _stake(uint96 amount, uint256 choice) private returns (uint256 presetWeeks) {
        vm.assume(amount != 0);
        presetWeeks = presets[choice % 7];
        vm.prank(OWNER);
        stakeWeight.stake(amount, presetWeeks);
    }

    /// @dev All that is seen of the position and the total, past and to come.
    function _digest() private view returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    stakeWeight.positionOf(OWNER),
                    stakeWeight.weightAt(OWNER, block.timestamp - 1),
                    stakeWeight.weightOf(OWNER),
                    stakeWeight.weightAt(OWNER, block.timestamp + 50 weeks),
                    stakeWeight.totalWeightAt(block.timestamp - 1),
                    stakeWeight.totalWeight(),
                    stakeWeight.totalWeightAt(block.timestamp + 50 weeks),
                    stakeWeight.totalStaked()
                )
            );
    }
}
