/**
 * Participatory budgeting: the ballots of an election, the rules that count them, the outcome and its explanation.
 *
 * <p>Keeps ballots without names: nothing in here leads from a voter to a ballot. Every value that decides is an exact
 * rational number; doubles only narrow down what has to be decided exactly. Never reads a clock.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.tally;
