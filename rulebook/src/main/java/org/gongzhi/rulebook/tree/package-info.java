/**
 * Files as trees with places.
 *
 * <p>Reads YAML into scalars, lists and keys, each knowing its line and column, and collects faults. Never knows what an
 * institution or a rule is.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.rulebook.tree;
