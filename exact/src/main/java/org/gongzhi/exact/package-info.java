/**
 * Exact numbers, places in files, faults and bilingual text.
 *
 * <p>Keeps what both libraries need and nothing else: at most ten public types. Never reads a file, a clock or a
 * database.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.exact;
