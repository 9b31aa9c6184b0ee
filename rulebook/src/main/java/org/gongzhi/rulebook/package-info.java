/**
 * Institutions and dated rules as files: read, checked, evaluated, run.
 *
 * <p>Keeps the language and its meaning. Never knows a person, a database or a clock: dates and instants are passed in.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.rulebook;
