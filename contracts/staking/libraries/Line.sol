// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { Math } from "@openzeppelin/contracts/utils/math/Math.sol";

/// @notice A straight line over time, f(t) = intercept · 1 week − slope · t, in wei · seconds of remaining lock time.
/// @dev A Locked position is the line (amount · presetWeeks, 0); an Unlocking one (amount · endWeek, amount), which meets
/// zero at its end. A sum of lines is a line, so any number of positions is kept as one. See docs/mathematics.md.
struct Line {
    /// Value at the Unix epoch, in wei · weeks.
    uint256 intercept;
    /// Decline per week, in wei · weeks: the amount that is Unlocking, in wei.
    uint256 slope;
}

using LineMath for Line global;

/// @title LineMath
/// @notice What is read off a line.
library LineMath {
    /// @dev Stake weight is amount · remaining lock time ÷ 209 weeks.
    uint256 private constant WEIGHT_DENOMINATOR = 209 weeks;

    /// @notice Adds `share` to the line in place.
    function add(Line memory self, Line memory share) internal pure {
        self.intercept += share.intercept;
        self.slope += share.slope;
    }

    /// @notice Takes `share`, which is part of the line, off in place.
    function subtract(Line memory self, Line memory share) internal pure {
        self.intercept -= share.intercept;
        self.slope -= share.slope;
    }

    /// @return Stake weight at `timestamp`, in wei, rounded down; 0 once the line has met zero.
    /// @dev Saturating, so that a time far after the end, where slope · t exceeds 256 bits, is still 0.
    /// intercept < 2^112, so intercept · 1 week cannot overflow.
    function weightAt(Line memory self, uint256 timestamp) internal pure returns (uint256) {
        return
            Math.saturatingSub(self.intercept * 1 weeks, Math.saturatingMul(self.slope, timestamp)) /
            WEIGHT_DENOMINATOR;
    }

    /// @return Value at the start of `week`, in wei · weeks, exact; 0 once the line has met zero.
    function tokenWeeksAt(Line memory self, uint256 week) internal pure returns (uint256) {
        return Math.saturatingSub(self.intercept, self.slope * week);
    }
}
