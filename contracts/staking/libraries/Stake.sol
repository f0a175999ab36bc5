// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Week } from "../../libraries/Week.sol";
import { Line } from "./Line.sol";

/// @notice One account's position as it is stored; one slot. All zero before the first stake.
struct Stake {
    /// In wei; 0 means that there is no position.
    uint96 amount;
    /// The preset in weeks, kept while Unlocking.
    uint8 presetWeeks;
    /// The week at whose start the position is Unlocked; 0 while Locked.
    uint16 endWeek;
    /// The second of the last change.
    uint40 changedAt;
    /// How many earlier states the account's history holds.
    uint32 changes;
}

using StakeLib for Stake global;

/// @title StakeLib
/// @notice What a stored position is worth to the sums.
library StakeLib {
    /// @return Whether a position stands that still has stake weight: Locked or Unlocking, not Unlocked.
    function isActive(Stake memory self) internal view returns (bool) {
        return self.amount != 0 && (self.endWeek == 0 || Week.current() < self.endWeek);
    }

    /// @return The position's line from `changedAt` until it changes again. An ended line stays as it was: it reads 0.
    function line(Stake memory self) internal pure returns (Line memory) {
        uint256 amount = self.amount;
        return
            self.endWeek == 0
                ? Line({ intercept: amount * self.presetWeeks, slope: 0 })
                : Line({ intercept: amount * self.endWeek, slope: amount });
    }
}
