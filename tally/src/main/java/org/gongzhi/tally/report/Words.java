package org.gongzhi.tally.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.gongzhi.exact.Fraction;
import org.gongzhi.exact.Text;
import org.gongzhi.tally.Completion;
import org.gongzhi.tally.Explanation;
import org.gongzhi.tally.Measure;
import org.gongzhi.tally.Outcome;
import org.gongzhi.tally.Procedure;
import org.gongzhi.tally.Rule;
import org.gongzhi.tally.TieCheck;
import org.gongzhi.tally.TieOrder;
import org.gongzhi.tally.VoteType;

/** Names and numbers as people read them (用词). Rounded numbers are for reading only; the JSON has the exact ones. */
final class Words {
    private Words() {}

    static Text measure(Measure measure) {
        return switch (measure) {
            case COST -> new Text("按费用", "by cost");
            case CARDINALITY -> new Text("按项目数", "by number of projects");
            case POINTS -> new Text("按分值", "by points");
            case BORDA -> new Text("波达计分", "by Borda score");
        };
    }

    static Text type(VoteType type) {
        return switch (type) {
            case APPROVAL -> new Text("赞成投票", "approval ballots");
            case CHOOSE_ONE -> new Text("单选", "choose-one ballots");
            case ORDINAL -> new Text("排序投票", "ranked ballots");
            case CUMULATIVE -> new Text("累积投票", "cumulative ballots");
            case SCORING -> new Text("评分投票", "scoring ballots");
        };
    }

    static Text rule(Rule rule) {
        return switch (rule) {
            case Rule.Greedy greedy ->
                switch (greedy.misfit()) {
                    case SKIP -> Text.of("顺序入选（%s）", "greedy (%s)", measure(greedy.measure()));
                    case STOP ->
                        Text.of(
                                "顺序入选，遇超支即止（%s）",
                                "greedy, stopping at the first misfit (%s)", measure(greedy.measure()));
                };
            case Rule.EqualShares shares ->
                shares.completions().isEmpty()
                        ? Text.of("均等份额法（%s）", "equal shares (%s)", measure(shares.measure()))
                        : Text.of(
                                "均等份额法（%s），补足：%s",
                                "equal shares (%s), completed by %s",
                                measure(shares.measure()),
                                completions(shares.completions()));
            case Rule.Phragmen _ -> new Text("弗拉格门序贯法", "Phragmén’s sequential rule");
            case Rule.MaximinSupport _ -> new Text("最大最小支持法", "maximin support");
        };
    }

    private static Text completions(List<Completion> completions) {
        return new Text(
                completions.stream().map(one -> completion(one).zh()).collect(Collectors.joining("，再")),
                completions.stream().map(one -> completion(one).en()).collect(Collectors.joining(", then ")));
    }

    private static Text completion(Completion completion) {
        return switch (completion) {
            case Completion.Add1 add1 ->
                switch (add1.until()) {
                    case EXHAUSTIVE -> Text.of("每人份额逐次加 %s", "raising every share by %s", add1.step());
                    case SUPPORTED ->
                        Text.of(
                                "每人份额逐次加 %s，至有票项目均不能再入选",
                                "raising every share by %s until no supported project fits", add1.step());
                    case OVERSPENT ->
                        Text.of("每人份额逐次加 %s，至将超支为止", "raising every share by %s up to overspending", add1.step());
                };
            case Completion.Greedy _ -> new Text("顺序入选", "the greedy rule");
            case Completion.Votes _ -> new Text("按票数入选", "falling votes");
            case Completion.Epsilon _ -> new Text("全体分担", "sharing the rest among all");
        };
    }

    static Text ties(TieOrder ties) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (TieOrder.Criterion criterion : ties.criteria()) {
            Text word = switch (criterion) {
                case TieOrder.Criterion.MostVotes _ -> new Text("票数多者先", "more votes");
                case TieOrder.Criterion.LeastCost _ -> new Text("费用低者先", "lower cost");
                case TieOrder.Criterion.GreatestCost _ -> new Text("费用高者先", "higher cost");
                case TieOrder.Criterion.Lot lot -> Text.of("抽签（种子 %s）", "a lot (seed %s)", lot.seed());
            };
            zh.append(word.zh()).append("，再");
            en.append(word.en()).append(", then ");
        }
        return new Text(zh + "编号小者先", en + "the smaller id");
    }

    static Text stage(Outcome.Stage stage) {
        return switch (stage) {
            case GREEDY -> new Text("顺序入选", "greedy");
            case EQUAL_SHARES -> new Text("均等份额", "equal shares");
            case EPSILON -> new Text("全体分担", "shared by all");
            case PHRAGMEN -> new Text("弗拉格门", "Phragmén");
            case MAXIMIN -> new Text("最大最小支持", "maximin support");
        };
    }

    static Text fate(Explanation.Fate fate) {
        return switch (fate) {
            case CHOSEN -> new Text("入选", "funded");
            case INELIGIBLE -> new Text("未达入围条件", "it did not qualify for the count");
            case DEARER_THAN_BUDGET -> new Text("费用高于全部预算", "it costs more than the whole budget");
            case UNSUPPORTED -> new Text("无人投票，余款不足", "no votes, and no money left for it");
            case SHORT_FROM_START -> new Text("支持者的全部份额合计不足", "all its supporters’ shares together fall short");
            case SPENT_ELSEWHERE ->
                new Text("支持者的份额已用于其选择的其他项目", "its supporters’ money went to others of their choice");
            case NO_ROOM -> new Text("轮到时余款不足", "no room was left when its turn came");
        };
    }

    static Text tie(TieCheck.Finding finding) {
        return switch (finding) {
            case TieCheck.Finding.NoTie() -> new Text("计票中没有出现平局。", "No two projects ever stood level.");
            case TieCheck.Finding.Harmless(var orders) ->
                Text.of(
                        "计票中出现过平局；另取 %s 种平局次序重新计票，入选项目均不变。",
                        "Projects stood level; counting again under %s other orders among equals funded the same projects.",
                        orders);
            case TieCheck.Finding.Mattered(var first, var instead) ->
                first.isEmpty()
                        ? Text.of(
                                "平局影响了结果：若次序相反，入选的将是 %s。",
                                "A tie mattered: in the reverse order the funded projects would be %s.",
                                String.join(", ", instead))
                        : Text.of(
                                "平局影响了结果：若 %s 在平局中居先，入选的将是 %s。",
                                "A tie mattered: with %s first among equals the funded projects would be %s.",
                                first,
                                String.join(", ", instead));
        };
    }

    static Text eligibility(Procedure.Eligibility condition) {
        return switch (condition) {
            case Procedure.Eligibility.Votes(var least) -> Text.of("至少 %s 票", "at least %s votes", least);
            case Procedure.Eligibility.VotesForCost(var part) ->
                Text.of("得票占比不低于费用占预算比例的 %s", "a share of ballots of at least %s of its share of the budget", part);
        };
    }

    /** Money with groups of three and up to two decimals. */
    static String money(Fraction amount) {
        BigDecimal rounded = decimal(amount, 2);
        return grouped(
                rounded.signum() == 0
                        ? "0"
                        : rounded.stripTrailingZeros().scale() <= 0
                                ? rounded.toBigInteger().toString()
                                : rounded.toPlainString());
    }

    static String number(long number) {
        return grouped(Long.toString(number));
    }

    /** A share as percent with one decimal. */
    static String percent(Fraction share) {
        return decimal(share.times(Fraction.of(100)), 1).toPlainString() + "%";
    }

    static double approximate(Fraction fraction) {
        return decimal(fraction, 12).doubleValue();
    }

    private static BigDecimal decimal(Fraction amount, int places) {
        return new BigDecimal(amount.numerator())
                .divide(new BigDecimal(amount.denominator()), places, RoundingMode.HALF_UP);
    }

    private static String grouped(String number) {
        int point = number.indexOf('.') < 0 ? number.length() : number.indexOf('.');
        int first = number.startsWith("-") ? 1 : 0;
        StringBuilder grouped = new StringBuilder(number);
        for (int at = point - 3; at > first; at -= 3) {
            grouped.insert(at, '\u202F');
        }
        return grouped.toString();
    }
}
