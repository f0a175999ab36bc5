// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { TestBase } from "forge-std/Base.sol";
import { StdAssertions } from "forge-std/StdAssertions.sol";
import { StdCheats } from "forge-std/StdCheats.sol";
import { StdInvariant } from "forge-std/StdInvariant.sol";
import { StdUtils } from "forge-std/StdUtils.sol";

/// @notice forge-std's `Test` without its console: that alone brings 246 compiler warnings, and beyond 256 the compiler no
/// longer tells of our own.
abstract contract PropertyTest is TestBase, StdAssertions, StdCheats, StdInvariant, StdUtils {}
