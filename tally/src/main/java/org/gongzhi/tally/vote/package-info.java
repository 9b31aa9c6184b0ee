/**
 * Statutory elections and meeting votes: shows of hands, roll calls, paper ballots and the sheets they are counted on.
 *
 * <p>Keeps units apart, and absent, abstaining, invalid and not issued four different things. Thresholds come in as values
 * from the rulebook; none is written here. A secret ballot is known by its marks only, never by its voter.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.tally.vote;
