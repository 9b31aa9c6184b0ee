package org.gongzhi.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.gongzhi.exact.Text;
import org.gongzhi.server.matters.Intake;
import org.gongzhi.server.store.Cluster;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports messages as matters (导入): beside a running platform, or on its data while it is down. */
@Command(name = "import", description = "import messages as matters / 导入事项", mixinStandardHelpOptions = true)
final class Import implements Callable<Integer> {
    private static final int SHOWN = 50;
    private static final long EVERY = Duration.ofSeconds(1).toNanos();

    @Mixin
    private Place place = new Place();

    @Parameters(paramLabel = "FILE", description = "CSV, .gz too; columns text [id title category place] / CSV 文件")
    private Path file = Path.of("");

    @Option(
            names = "--institution",
            defaultValue = "resident-request",
            description = "under which institution / 所依制度 (${DEFAULT-VALUE})")
    private String institution = "resident-request";

    @Option(
            names = "--place",
            defaultValue = "",
            description =
                    "community for rows that name none; `spread` deals them out over all / 未写社区的行归入的社区；spread 为依次分到各社区")
    private String community = "";

    private long told;
    private int toldRows;

    @Override
    public Integer call() throws Intake.Unreadable {
        Consumer<Text> progress = Place.progress();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CannotRun(Text.of(
                    "读不到文件 %s。请检查路径，应为 CSV 文件（可为 .gz）。",
                    "The file %s cannot be read. Check the path; it should be a CSV file (.gz too).", file));
        }
        Optional<Cluster> running = Cluster.running(place.data());
        if (running.isPresent()) {
            progress.accept(Text.of("平台正在运行，与它一起工作", "The platform is running; working beside it"));
            return take(running.get(), progress, true);
        }
        try (Cluster own = Cluster.open(place.data(), System.getenv(), progress)) {
            own.closeAtExit();
            return take(own, progress, false);
        }
    }

    private int take(Cluster cluster, Consumer<Text> progress, boolean beside) throws Intake.Unreadable {
        progress.accept(Text.of("正在准备……", "Getting ready …"));
        Map<String, Object> quiet = Map.of(
                "gongzhi.deadlines-every",
                "365d",
                "gongzhi.follow-every",
                "365d",
                "gongzhi.deletion-every",
                "365d",
                "gongzhi.beside",
                beside);
        try (ConfigurableApplicationContext context = place.start(cluster, WebApplicationType.NONE, quiet)) {
            told = System.nanoTime();
            Intake.Progress done = context.getBean(Intake.class)
                    .take(new Intake.Order(file, institution, community), soFar -> tell(soFar, progress));
            say(done, progress);
            return done.faults().isEmpty() ? 0 : 1;
        }
    }

    private void tell(Intake.Progress soFar, Consumer<Text> progress) {
        long now = System.nanoTime();
        if (now - told >= EVERY) {
            long rate = (soFar.rows() - toldRows) * Duration.ofSeconds(1).toNanos() / (now - told);
            progress.accept(Text.of(
                    "已读 %s 行：新收 %s 件，已有 %s 件，有误 %s 行（每秒 %s 行）",
                    "%s rows read: %s filed, %s known already, %s refused (%s a second)",
                    soFar.rows(),
                    soFar.filed(),
                    soFar.known(),
                    soFar.faults().size(),
                    rate));
            told = now;
            toldRows = soFar.rows();
        }
    }

    private void say(Intake.Progress done, Consumer<Text> progress) {
        List<Intake.RowFault> faults = done.faults();
        faults.stream()
                .limit(SHOWN)
                .forEach(fault -> System.out.println(file.getFileName() + ":" + fault.line() + "  "
                        + fault.why().in(Gongzhi.language())));
        if (faults.size() > SHOWN) {
            progress.accept(Text.of("另有 %s 行有误", "and %s more rows refused", faults.size() - SHOWN));
        }
        if (done.uncategorised() > 0) {
            progress.accept(Text.of(
                    "%s 件的类别不在本区目录中，归入“其他”",
                    "%s had no category of this district and were filed under “Other”", done.uncategorised()));
        }
        progress.accept(Text.of(
                "完成：新收 %s 件，此前已有 %s 件，有误 %s 行。改好有误的行后可再次导入同一文件，已收的不会重复。",
                "Done: %s filed, %s known already, %s refused. Mend the refused rows and import the same file again; nothing is filed twice.",
                done.filed(),
                done.known(),
                faults.size()));
    }
}
