// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

// Compiles OpenZeppelin's proxy and its admin into this project's artifacts and typed bindings.
// solhint-disable no-unused-import
import { ProxyAdmin } from "@openzeppelin/contracts/proxy/transparent/ProxyAdmin.sol";
import { TransparentUpgradeableProxy } from "@openzeppelin/contracts/proxy/transparent/TransparentUpgradeableProxy.sol";
