/**
 * What the rulebook's checks find, and how fast it is.
 *
 * <p>Damages a sound rulebook on purpose and counts what is found; measures reading, findings, steps and simulation. Never
 * part of what runs in a district.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.bench.rulebook;
