/**
 * An explained outcome as JSON, as a page to print and as lines for a terminal.
 *
 * <p>Keeps to what the explanation says; decides nothing. Never shows a ballot.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.tally.report;
