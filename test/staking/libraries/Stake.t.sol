// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { PropertyTest } from "../../support/PropertyTest.sol";
import { Line } from "../../../contracts/staking/libraries/Line.sol";
import { MAX_HELD, packStake, Stake } from "../../../contracts/staking/libraries/Stake.sol";

contract StakeTest is PropertyTest {
    function testFuzz_ReadsWhatWasPacked(
        uint96 amount,
        uint8 presetWeeks,
        uint16 endWeek,
        uint40 changedAt,
        uint32 changes
    ) public pure {
        Stake stake = packStake(amount, presetWeeks, endWeek, changedAt, changes);
        assertEq(stake.amount(), amount);
        assertEq(stake.presetWeeks(), presetWeeks);
        assertEq(stake.endWeek(), endWeek);
        assertEq(stake.changedAt(), changedAt);
        assertEq(stake.changes(), changes);
        assertEq(uint64(Stake.unwrap(stake)), 0, "neither delegated nor held back");
    }

    function testFuzz_TellsWhetherItIsDelegatedAndKeepsTheRest(uint256 word) public pure {
        Stake stake = Stake.wrap(word);
        assertEq(Stake.unwrap(stake.withDelegated(true)), word | 1);
        assertEq(Stake.unwrap(stake.withDelegated(false)), (word >> 1) << 1);
        assertTrue(stake.withDelegated(true).isDelegated());
        assertFalse(stake.withDelegated(false).isDelegated());
        assertEq(stake.isDelegated(), word % 2 == 1);
    }

    function testFuzz_HoldsBackWholeGweiAndKeepsTheRest(uint256 word, uint64 heldGwei) public pure {
        heldGwei >>= 1;
        Stake before = Stake.wrap(word);
        Stake stake = before.withHeld(uint256(heldGwei) * 1 gwei);
        assertEq(stake.held(), uint256(heldGwei) * 1 gwei);
        assertEq(stake.isDelegated(), before.isDelegated());
        assertEq(Stake.unwrap(stake) >> 64, word >> 64);
        assertEq(Stake.unwrap(stake.withHeld(before.held())), word);
    }

    function testFuzz_HoldsBackRoundedDownToGwei(uint256 word, uint256 amountHeld) public pure {
        amountHeld = bound(amountHeld, 0, MAX_HELD);
        assertEq(Stake.wrap(word).withHeld(amountHeld).held(), amountHeld - (amountHeld % 1 gwei));
    }

    function test_HoldsBackUpToTheLastBit() public pure {
        Stake stake = packStake(type(uint96).max, 104, 0, 1, 0).withHeld(MAX_HELD);
        assertEq(stake.held(), MAX_HELD);
        assertEq(uint64(Stake.unwrap(stake)), type(uint64).max - 1);
        assertGt(MAX_HELD, (uint256(type(uint96).max) / 100) * 11);
    }

    function testFuzz_TakesDelegatedAndHeldOverFromBefore(uint96 amount, uint256 before) public pure {
        Stake stake = packStake(amount, 104, 3000, 7, 9);
        Stake afterwards = stake.withFlagsOf(Stake.wrap(before));
        assertEq(Stake.unwrap(afterwards) >> 64, Stake.unwrap(stake) >> 64);
        assertEq(uint64(Stake.unwrap(afterwards)), uint64(before));
    }

    function testFuzz_DelegatingKeepsWhatIsHeld(uint256 word, bool isDelegated) public pure {
        assertEq(Stake.wrap(word).withDelegated(isDelegated).held(), Stake.wrap(word).held());
    }

    function testFuzz_LineOfALockedStakeIsItsAmountTimesThePreset(uint96 amount, uint8 presetWeeks) public pure {
        Line memory line = packStake(amount, presetWeeks, 0, 1, 0).line();
        assertEq(line.intercept, uint256(amount) * presetWeeks);
        assertEq(line.slope, 0);
    }

    function testFuzz_LineOfAnUnlockingStakeMeetsZeroAtItsEnd(uint96 amount, uint16 endWeek) public pure {
        vm.assume(endWeek != 0);
        Line memory line = packStake(amount, 104, endWeek, 1, 0).line();
        assertEq(line.slope, amount);
        assertEq(line.tokenWeeksAt(endWeek), 0);
        assertEq(line.tokenWeeksAt(endWeek - 1), amount);
    }

    function testFuzz_IsActiveUntilItsEnd(uint96 amount, uint16 endWeek) public {
        vm.assume(amount != 0 && endWeek != 0);
        Stake stake = packStake(amount, 104, endWeek, 1, 0);
        vm.warp(uint256(endWeek) * 1 weeks - 1);
        assertTrue(stake.isActive());
        vm.warp(uint256(endWeek) * 1 weeks);
        assertFalse(stake.isActive());
    }

    function test_IsActiveWhileLockedUnlessEmpty() public view {
        assertTrue(packStake(1, 4, 0, 1, 0).isActive());
        assertFalse(packStake(0, 0, 0, 1, 0).isActive());
    }
}
