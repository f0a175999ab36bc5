// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

/// @title ILegacyConfig
/// @notice What the bridge asks the legacy system's configuration.
interface ILegacyConfig {
    /// @return The token that was locked.
    function getL2wct() external view returns (address);
}
