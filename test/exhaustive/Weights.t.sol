// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Epoch } from "../../contracts/libraries/Epoch.sol";
import { Preset } from "../../contracts/libraries/Preset.sol";
import { Week } from "../../contracts/libraries/Week.sol";
import { Line } from "../../contracts/staking/libraries/Line.sol";
import { packStake, Stake } from "../../contracts/staking/libraries/Stake.sol";
import { PropertyTest } from "../support/PropertyTest.sol";

/// @notice Time and stake weight over their whole domain, or over all that a quotient depends on.
contract WeightsTest is PropertyTest {
    uint256 private constant WEEK = 2870;

    function test_EverySecondOfAWeekIsInIt() public pure {
        uint256 weekStart = Week.start(WEEK);
        uint256 different = 0;
        for (uint256 second = 0; second < 1 weeks; ++second) {
            if (Week.at(weekStart + second) != WEEK) ++different;
        }
        assertEq(different, 0);
        assertEq(Week.at(weekStart - 1), WEEK - 1);
        assertEq(Week.at(weekStart + 1 weeks), WEEK + 1);
    }

    function test_EverySecondOfADayIsInItsEpoch() public pure {
        uint256 epoch = WEEK * 7 + 3;
        uint256 different = 0;
        for (uint256 second = 0; second < 1 days; ++second) {
            if (Epoch.at(Epoch.start(epoch) + second) != epoch) ++different;
        }
        assertEq(different, 0);
        assertEq(Epoch.at(Epoch.start(epoch) - 1), epoch - 1);
        assertEq(Epoch.at(Epoch.start(epoch) + 1 days), epoch + 1);
    }

    function test_SevenOfAllPresetsOf16BitsAreValid() public pure {
        uint256 sum = 0;
        uint256 count = 0;
        for (uint256 presetWeeks = 0; presetWeeks <= type(uint16).max; ++presetWeeks) {
            if (!Preset.isValid(presetWeeks)) continue;
            ++count;
            sum += presetWeeks;
        }
        assertEq(count, 7);
        assertEq(sum, 4 + 8 + 12 + 26 + 52 + 78 + 104);
    }

    /// @dev ⌊(b + c) · w / 209⌋ − ⌊b · w / 209⌋ − ⌊c · w / 209⌋ depends on the remainders of b and c alone, so this is every
    /// way to split every amount, at every remaining week. What is split never weighs more, and less by one wei at most.
    function test_SplittingGainsNothing() public pure {
        uint256 most = 0;
        uint256[] memory weights = new uint256[](2 * 209);
        for (uint256 remaining = 1; remaining <= 105; ++remaining) {
            for (uint256 amount = 0; amount < weights.length; ++amount) {
                weights[amount] = packStake(amount, remaining, 0, 0, 0).lockedWeight();
            }
            for (uint256 b = 0; b < 209; ++b) {
                for (uint256 c = b; c < 209; ++c) {
                    unchecked {
                        // A gain would wrap around and be the most.
                        uint256 lost = weights[b + c] - weights[b] - weights[c];
                        if (lost > most) most = lost;
                    }
                }
            }
        }
        assertEq(most, 1);
    }

    /// @dev For every preset and every week of the way down, against the plain quotient: Locked, at each week's start, in the
    /// second before it and in the second after it.
    function test_EveryPresetInEveryRemainingWeek() public pure {
        uint96[7] memory amounts = [1, 208, 209, 210, 1e18 + 1, 79_228_162_514e18, type(uint96).max];
        uint8[7] memory presets = [4, 8, 12, 26, 52, 78, 104];
        for (uint256 i = 0; i < amounts.length; ++i) {
            for (uint256 j = 0; j < presets.length; ++j) _assertWayDown(amounts[i], presets[j]);
        }
    }

    function _assertWayDown(uint256 amount, uint256 presetWeeks) private pure {
        Stake locked = packStake(amount, presetWeeks, 0, 0, 0);
        assertEq(locked.lockedWeight(), (amount * presetWeeks) / 209);
        assertEq(locked.line().weightAt(Week.start(WEEK)), locked.lockedWeight());

        uint256 endWeek = WEEK + presetWeeks;
        Line memory line = packStake(amount, presetWeeks, endWeek, 0, 0).line();
        for (uint256 remaining = presetWeeks; remaining != 0; --remaining) {
            uint256 time = Week.start(endWeek - remaining);
            uint256 seconds_ = remaining * 1 weeks;
            assertEq(line.tokenWeeksAt(endWeek - remaining), amount * remaining);
            assertEq(line.weightAt(time - 1), (amount * (seconds_ + 1)) / 209 weeks);
            assertEq(line.weightAt(time), (amount * remaining) / 209);
            assertEq(line.weightAt(time + 1), (amount * (seconds_ - 1)) / 209 weeks);
        }
        for (uint256 week = endWeek; week < endWeek + 3; ++week) {
            assertEq(line.tokenWeeksAt(week), 0);
            assertEq(line.weightAt(Week.start(week)), 0);
        }
    }
}
