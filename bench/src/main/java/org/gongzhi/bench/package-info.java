/**
 * Benchmarks and load drivers (基准测试).
 *
 * <p>Each prints its figures with the command and the machine. None is a test, none decides anything.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.bench;
