// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title Quorum
/// @notice How many of N reporters have to speak, when up to f = ⌊(N − 1) / 3⌋ of them may lie or be silent. N is at least 1.
library Quorum {
    /// @return The reports that are enough: ⌊2N / 3⌋ + 1. Any two such sets share more than f reporters.
    function reportsNeeded(uint256 reporters) internal pure returns (uint256) {
        return (reporters * 2) / 3 + 1;
    }

    /// @return The values that put a median out of reach of f liars: 2f + 1, of which more than half are honest.
    function valuesNeeded(uint256 reporters) internal pure returns (uint256) {
        return ((reporters - 1) / 3) * 2 + 1;
    }
}
