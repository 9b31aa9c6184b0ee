package org.gongzhi.rulebook.simulate;

import java.util.List;
import java.util.Locale;
import org.gongzhi.exact.Language;

/**
 * What came of a simulation (模拟结果). Times are office minutes.
 *
 * @param finished how many matters came to an end
 * @param events how many things happened
 * @param median the time within which half of the matters ended
 * @param within95 the time within which 95 of 100 ended: the deadline that could be kept
 * @param dayMinutes the office minutes of a working day
 */
public record Report(
        int finished,
        long events,
        double median,
        double within95,
        double dayMinutes,
        List<AtStep> steps,
        List<AtDesk> roles) {
    public Report {
        steps = List.copyOf(steps);
        roles = List.copyOf(roles);
    }

    /**
     * One step.
     *
     * @param visits how often matters stood there
     * @param meanWait before somebody began
     * @param wait95 the same, 95 of 100
     * @param onTime the share done within the deadline; below 0 without one
     * @param within the deadline
     */
    public record AtStep(
            String step,
            int visits,
            double meanWait,
            double wait95,
            double median,
            double within95,
            double onTime,
            double within) {}

    /**
     * Those who act in one role.
     *
     * @param load the share of their time in which they acted; below 0 where as many were there as were needed
     */
    public record AtDesk(String role, int staff, double load) {}

    /** The result as a table for people. */
    public String table(Language language) {
        boolean zh = language == Language.ZH;
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                zh ? "办结 %d 件；一半在 %s 内，95%% 在 %s 内%n" : "%d matters ended; half within %s, 95%% within %s%n",
                finished,
                days(median, zh),
                days(within95, zh)));
        out.append(
                zh ? "步骤 | 次数 | 平均等待 | 95% 在…内完成 | 按期\n" : "step | visits | mean wait | 95% done within | on time\n");
        for (AtStep step : steps) {
            out.append(String.format(
                    Locale.ROOT,
                    "%s | %d | %s | %s | %s%n",
                    step.step(),
                    step.visits(),
                    days(step.meanWait(), zh),
                    days(step.within95(), zh),
                    step.onTime() < 0 ? "-" : String.format(Locale.ROOT, "%.1f%%", step.onTime() * 100)));
        }
        out.append(zh ? "角色 | 人数 | 负荷\n" : "role | staff | load\n");
        for (AtDesk desk : roles) {
            if (desk.load() >= 0) {
                out.append(String.format(
                        Locale.ROOT,
                        "%s | %d | %.1f%%%s%n",
                        desk.role(),
                        desk.staff(),
                        desk.load() * 100,
                        desk.load() > 0.9 ? (zh ? "  ← 拥堵" : "  <- jams") : ""));
            }
        }
        return out.toString();
    }

    /** The result as CSV, a line a step. */
    public String csv() {
        StringBuilder out = new StringBuilder("step,visits,mean_wait,wait_95,median,within_95,on_time\n");
        for (AtStep step : steps) {
            out.append(String.format(
                    Locale.ROOT,
                    "%s,%d,%.2f,%.2f,%.2f,%.2f,%s%n",
                    step.step(),
                    step.visits(),
                    step.meanWait(),
                    step.wait95(),
                    step.median(),
                    step.within95(),
                    step.onTime() < 0 ? "" : String.format(Locale.ROOT, "%.4f", step.onTime())));
        }
        return out.toString();
    }

    /** The time within which 95 of 100 pass each step, as plain bars with their numbers. */
    public String svg(Language language) {
        double longest = steps.stream().mapToDouble(AtStep::within95).max().orElse(1);
        int height = 40 + steps.size() * 26;
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 %d\" width=\"760\" font-family=\"sans-serif\" font-size=\"13\">%n<text x=\"8\" y=\"22\" font-weight=\"600\">%s</text>%n",
                height,
                language == Language.ZH ? "95% 的事项在此时间内走完该步骤" : "95% of matters pass the step within"));
        int y = 40;
        for (AtStep step : steps) {
            int width = (int) Math.max(1, 420 * step.within95() / Math.max(longest, 1e-9));
            out.append(String.format(
                    Locale.ROOT,
                    "<text x=\"8\" y=\"%d\">%s</text><rect x=\"180\" y=\"%d\" width=\"%d\" height=\"16\" fill=\"#1f4e79\"/><text x=\"%d\" y=\"%d\">%s</text>%n",
                    y + 13,
                    step.step(),
                    y,
                    width,
                    190 + width,
                    y + 13,
                    days(step.within95(), language == Language.ZH)));
            y += 26;
        }
        return out.append("</svg>\n").toString();
    }

    private String days(double minutes, boolean zh) {
        return minutes < dayMinutes
                ? String.format(Locale.ROOT, zh ? "%.0f 分钟" : "%.0f min", minutes)
                : String.format(Locale.ROOT, zh ? "%.1f 个工作日" : "%.1f working days", minutes / dayMinutes);
    }
}
