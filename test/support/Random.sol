// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @notice A stream of numbers that one fuzzed word starts, for tests that need more of them than arguments can carry.
struct Random {
    uint256 state;
}

using RandomLib for Random global;

library RandomLib {
    function next(Random memory self) internal pure returns (uint256) {
        self.state = uint256(keccak256(abi.encode(self.state)));
        return self.state;
    }

    /// @return A number from `min` to `max`, both included.
    function between(Random memory self, uint256 min, uint256 max) internal pure returns (uint256) {
        return min + (next(self) % (max - min + 1));
    }

    /// @return An amount from 1 to `max`, of any order of magnitude: rounding shows at the small ones, overflow at the large.
    function amount(Random memory self, uint256 max) internal pure returns (uint256) {
        uint256 ceiling = uint256(1) << between(self, 0, 96);
        return between(self, 1, ceiling < max ? ceiling : max);
    }

    function preset(Random memory self) internal pure returns (uint256) {
        uint8[7] memory presets = [4, 8, 12, 26, 52, 78, 104];
        return presets[next(self) % 7];
    }
}
