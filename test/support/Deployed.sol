// SPDX-License-Identifier: MIT
pragma solidity 0.8.34;

import { ERC1967Utils } from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Utils.sol";
import { ProxyAdmin } from "@openzeppelin/contracts/proxy/transparent/ProxyAdmin.sol";
import { TransparentUpgradeableProxy } from "@openzeppelin/contracts/proxy/transparent/TransparentUpgradeableProxy.sol";
import { PropertyTest } from "./PropertyTest.sol";
import { RewardDistributor } from "../../contracts/rewards/RewardDistributor.sol";
import { StakeWeight } from "../../contracts/staking/StakeWeight.sol";
import { WCT } from "../../contracts/token/WCT.sol";

/// @notice Staking and rewards as the deploy scripts leave them: behind proxies, roles handed over, nothing left to the
/// deployer. ADMIN stands for the timelock.
abstract contract Deployed is PropertyTest {
    /// @dev A Sunday, so that a test which means a boundary has to go there.
    uint256 internal constant START = 2870 weeks + 3 days + 1 hours;

    address internal immutable DEPLOYER = makeAddr("deployer");
    address internal immutable ADMIN = makeAddr("admin");
    address internal immutable PAUSER = makeAddr("pauser");

    WCT internal token;
    StakeWeight internal stakeWeight;
    RewardDistributor internal distributor;

    function setUp() public virtual {
        vm.warp(START);
        _deploy();
    }

    /// @dev In wei, all of it with the deployer. More than positions and rewards may hold together, so that their limits
    /// can be reached.
    function _supply() internal pure virtual returns (uint256) {
        return 1 << 100;
    }

    function _deploy() internal {
        vm.startPrank(DEPLOYER);
        token = new WCT(DEPLOYER, _supply());
        stakeWeight = StakeWeight(
            _proxied(address(new StakeWeight(token)), abi.encodeCall(StakeWeight.initialize, (DEPLOYER)))
        );
        distributor = RewardDistributor(
            _proxied(
                address(new RewardDistributor(stakeWeight)),
                abi.encodeCall(RewardDistributor.initialize, (DEPLOYER))
            )
        );
        stakeWeight.grantRole(stakeWeight.DISTRIBUTOR_ROLE(), address(distributor));

        stakeWeight.grantRole(stakeWeight.PAUSER_ROLE(), PAUSER);
        stakeWeight.grantRole(stakeWeight.DEFAULT_ADMIN_ROLE(), ADMIN);
        stakeWeight.renounceRole(stakeWeight.DEFAULT_ADMIN_ROLE(), DEPLOYER);
        _proxyAdminOf(address(stakeWeight)).transferOwnership(ADMIN);
        distributor.grantRole(distributor.PAUSER_ROLE(), PAUSER);
        distributor.grantRole(distributor.DEFAULT_ADMIN_ROLE(), ADMIN);
        distributor.renounceRole(distributor.DEFAULT_ADMIN_ROLE(), DEPLOYER);
        _proxyAdminOf(address(distributor)).transferOwnership(ADMIN);
        vm.stopPrank();
    }

    /// @dev Gives `account` tokens and lets both contracts take them.
    function _equip(address account, uint256 amount) internal {
        vm.prank(DEPLOYER);
        token.transfer(account, amount);
        vm.startPrank(account);
        token.approve(address(stakeWeight), type(uint256).max);
        token.approve(address(distributor), type(uint256).max);
        vm.stopPrank();
    }

    function _staker(string memory name, uint256 amount, uint256 presetWeeks) internal returns (address account) {
        account = makeAddr(name);
        _equip(account, amount);
        vm.prank(account);
        stakeWeight.stake(amount, presetWeeks);
    }

    function _fund(uint256 week, uint256 amount) internal {
        address funder = makeAddr("funder");
        _equip(funder, amount);
        vm.prank(funder);
        distributor.fund(week * 1 weeks, amount);
    }

    function _proxyAdminOf(address proxy) internal view returns (ProxyAdmin) {
        return ProxyAdmin(address(uint160(uint256(vm.load(proxy, ERC1967Utils.ADMIN_SLOT)))));
    }

    function _implementationOf(address proxy) internal view returns (address) {
        return address(uint160(uint256(vm.load(proxy, ERC1967Utils.IMPLEMENTATION_SLOT))));
    }

    function _proxied(address implementation, bytes memory initializeCall) internal returns (address) {
        return address(new TransparentUpgradeableProxy(implementation, DEPLOYER, initializeCall));
    }
}
