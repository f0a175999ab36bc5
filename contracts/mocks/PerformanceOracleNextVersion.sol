// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { PerformanceOracle } from "../nodes/PerformanceOracle.sol";
import { INodeIdentities } from "../nodes/interfaces/INodeIdentities.sol";
import { INodeRegistry } from "../nodes/interfaces/INodeRegistry.sol";
import { INodeRewards } from "../nodes/interfaces/INodeRewards.sol";

/// @title PerformanceOracleNextVersion
/// @notice Stands for a later implementation with the same storage.
/// @custom:oz-upgrades-unsafe-allow missing-initializer
contract PerformanceOracleNextVersion is PerformanceOracle {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(
        INodeRegistry registry,
        INodeIdentities identities,
        INodeRewards rewards
    ) PerformanceOracle(registry, identities, rewards) {}

    function version() external pure returns (uint256) {
        return 2;
    }
}
