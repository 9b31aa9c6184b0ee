/**
 * What is proved of a rulebook before it may come into force: one class a property.
 *
 * <p>Each check has a code and adds faults. Never changes a rulebook, never runs what it checks on real matters.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.rulebook.check;
