/**
 * How fast ballots are read and counted.
 *
 * <p>Runs on real elections that lie beside the project and on one drawn from a seed. Never ships an election.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.bench.tally;
