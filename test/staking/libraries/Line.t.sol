// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { PropertyTest } from "../../support/PropertyTest.sol";
import { Line } from "../../../contracts/staking/libraries/Line.sol";

contract LineTest is PropertyTest {
    function testFuzz_LockedLineWeighsAmountTimesPresetOver209(
        uint96 amount,
        uint8 presetWeeks,
        uint256 timestamp
    ) public pure {
        Line memory line = Line({ intercept: uint256(amount) * presetWeeks, slope: 0 });
        assertEq(line.weightAt(timestamp), (uint256(amount) * presetWeeks) / 209);
    }

    function testFuzz_UnlockingLineWeighsAmountTimesRemainingTime(
        uint96 amount,
        uint16 endWeek,
        uint256 remaining
    ) public pure {
        uint256 end = uint256(endWeek) * 1 weeks;
        remaining = bound(remaining, 0, end);
        Line memory line = Line({ intercept: uint256(amount) * endWeek, slope: amount });
        assertEq(line.weightAt(end - remaining), (uint256(amount) * remaining) / 209 weeks);
    }

    function testFuzz_UnlockingLineWeighsNothingFromItsEndOn(
        uint96 amount,
        uint16 endWeek,
        uint256 timestamp
    ) public pure {
        // To the end of time: slope · t exceeds 256 bits there.
        timestamp = bound(timestamp, uint256(endWeek) * 1 weeks, type(uint256).max);
        Line memory line = Line({ intercept: uint256(amount) * endWeek, slope: amount });
        assertEq(line.weightAt(timestamp), 0);
    }

    function testFuzz_TokenWeeksAreTheExactValueAtAWeekStart(uint96 amount, uint16 endWeek, uint16 week) public pure {
        Line memory line = Line({ intercept: uint256(amount) * endWeek, slope: amount });
        uint256 remainingWeeks = week < endWeek ? endWeek - week : 0;
        assertEq(line.tokenWeeksAt(week), amount * remainingWeeks);
        assertEq(line.weightAt(uint256(week) * 1 weeks), line.tokenWeeksAt(week) / 209);
    }

    function testFuzz_SumOfLinesIsTheLineOfTheSums(
        uint96 a,
        uint96 b,
        uint16 endA,
        uint16 endB,
        uint256 time
    ) public pure {
        // While both run: an ended line has to be taken off before.
        time = bound(time, 0, uint256(endA < endB ? endA : endB) * 1 weeks);
        Line memory sum = Line({ intercept: 0, slope: 0 });
        sum.add(Line({ intercept: uint256(a) * endA, slope: a }));
        sum.add(Line({ intercept: uint256(b) * endB, slope: b }));
        uint256 exact = uint256(a) * (uint256(endA) * 1 weeks - time) + uint256(b) * (uint256(endB) * 1 weeks - time);
        assertEq(sum.weightAt(time), exact / 209 weeks);
    }

    function testFuzz_SubtractUndoesAdd(
        uint112 intercept,
        uint96 slope,
        uint112 otherIntercept,
        uint96 otherSlope
    ) public pure {
        Line memory line = Line({ intercept: intercept, slope: slope });
        Line memory other = Line({ intercept: otherIntercept, slope: otherSlope });
        line.add(other);
        assertEq(line.intercept, uint256(intercept) + otherIntercept);
        assertEq(line.slope, uint256(slope) + otherSlope);
        line.subtract(other);
        assertEq(line.intercept, intercept);
        assertEq(line.slope, slope);
    }
}
