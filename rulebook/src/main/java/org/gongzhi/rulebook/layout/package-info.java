/**
 * One canonical layout for the files of a rulebook.
 *
 * <p>Writes a file anew with its comments kept. Never changes what it means.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.rulebook.layout;
