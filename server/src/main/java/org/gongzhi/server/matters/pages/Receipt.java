package org.gongzhi.server.matters.pages;

import java.time.LocalDateTime;
import java.util.List;
import org.gongzhi.exact.Text;
import org.gongzhi.server.frame.pages.Fact;
import org.gongzhi.server.frame.pages.Frame;
import org.gongzhi.server.frame.pages.Next;
import org.gongzhi.server.frame.pages.Status;

/**
 * What one gets for a matter (回执): can be printed, and told over the telephone.
 *
 * @param number of the matter, with its check digit
 * @param code to follow it without signing in; shown only here
 * @param facts what was filed, as far as it may stand on a slip
 * @param followHref the page of the matter
 * @param followAddress the address to type, without protocol
 * @param telephone of the body that holds it; possibly empty
 */
public record Receipt(
        Frame frame,
        Text institution,
        String number,
        String code,
        LocalDateTime filedAt,
        Status status,
        Next next,
        List<Fact> facts,
        String followHref,
        String followAddress,
        String telephone) {
    public Receipt {
        facts = List.copyOf(facts);
    }
}
