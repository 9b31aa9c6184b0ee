/**
 * Reads expressions and gives every part its kind.
 *
 * <p>Turns text into what the expression package means, or into faults. Never evaluates anything.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.rulebook.grammar;
