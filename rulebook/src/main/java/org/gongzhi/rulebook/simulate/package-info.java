/**
 * Institutions under a given load: how long matters wait, where they jam, what deadline could be kept.
 *
 * <p>Statistics, not law: random times are doubles here and nowhere else. Never decides a matter.
 */
@org.jspecify.annotations.NullMarked
package org.gongzhi.rulebook.simulate;
