/**
 * JSON, read and written, as far as outcomes and packages need it.
 *
 * <p>Keeps numbers as their text, so that none is rounded; keeps the order of members. Never guesses at broken text.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.tally.json;
