// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { IERC20 } from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import { StakeWeight } from "../staking/StakeWeight.sol";

/// @title StakeWeightNextVersion
/// @notice Stands for a later implementation with the same storage.
/// @custom:oz-upgrades-unsafe-allow missing-initializer
contract StakeWeightNextVersion is StakeWeight {
    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor(IERC20 token_) StakeWeight(token_) {}

    function version() external pure returns (uint256) {
        return 2;
    }
}
