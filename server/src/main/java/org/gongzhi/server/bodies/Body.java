package org.gongzhi.server.bodies;

import org.gongzhi.exact.Text;
import org.gongzhi.server.store.Reach;

/**
 * An organisation of the district (组织), such as the work station of one community.
 *
 * @param kind as the rulebook names it
 */
public record Body(long id, String kind, Text name, Reach reach) {}
