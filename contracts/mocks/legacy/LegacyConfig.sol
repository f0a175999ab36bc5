// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title LegacyConfig
/// @notice Stands for the contract in which the legacy contracts look up the token.
contract LegacyConfig {
    address private immutable TOKEN;

    constructor(address token) {
        TOKEN = token;
    }

    /// @return The token that is locked.
    function getL2wct() external view returns (address) {
        return TOKEN;
    }
}
