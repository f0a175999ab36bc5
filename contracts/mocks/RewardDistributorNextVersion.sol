// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { RewardDistributor } from "../rewards/RewardDistributor.sol";
import { IStakeWeight } from "../staking/interfaces/IStakeWeight.sol";

/// @title RewardDistributorNextVersion
/// @notice Stands for a later implementation with the same storage.
contract RewardDistributorNextVersion is RewardDistributor {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IStakeWeight stakeWeight_) RewardDistributor(stakeWeight_) {}

    function version() external pure returns (uint256) {
        return 2;
    }
}
