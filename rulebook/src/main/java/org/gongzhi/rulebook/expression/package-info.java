/**
 * The small language of requirements: exact, typed, total.
 *
 * <p>Evaluates expressions, and says them in figures and in words. Never knows which rule they belong to.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.rulebook.expression;
