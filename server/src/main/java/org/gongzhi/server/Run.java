package org.gongzhi.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Text;
import org.gongzhi.server.institutions.Editions;
import org.gongzhi.server.store.Cluster;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the platform until it is told to stop (运行平台). */
@Command(name = "run", description = "run the platform / 运行平台", mixinStandardHelpOptions = true)
final class Run implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Mixin
    private Place place = new Place();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "${env:GONGZHI_PORT:-8080}",
            description = "port of the pages / 网页端口 (${DEFAULT-VALUE})")
    private int port = 8080;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "${env:GONGZHI_ADDRESS:-127.0.0.1}",
            description = "address to listen on; 0.0.0.0 for all / 监听地址 (${DEFAULT-VALUE})")
    private String address = "127.0.0.1";

    @Override
    public Integer call() {
        Consumer<Text> progress = Place.progress();
        checkPort();
        Cluster cluster = Cluster.open(place.data(), System.getenv(), progress);
        cluster.closeAtExit();
        progress.accept(Text.of("正在启动平台……", "Starting the platform …"));
        ConfigurableApplicationContext context = place.start(
                cluster, WebApplicationType.SERVLET, Map.of("server.port", port, "server.address", address));
        cluster.beforeStop(context::close);
        progress.accept(Text.of(
                "平台已就绪，请在浏览器打开 http://localhost:%s （按 Ctrl+C 停止）",
                "Ready. Open http://localhost:%s in a browser (Ctrl+C stops it)", Integer.toString(port)));
        List<Fault> faults = context.getBean(Editions.class).faults();
        if (!faults.isEmpty()) {
            faults.stream().limit(SHOWN).forEach(fault -> System.out.println(fault.in(Gongzhi.language())));
            progress.accept(Text.of(
                    "制度目录里的新文本有 %s 处差错，没有施行；仍按原来的版本办理。改好后重新启动。",
                    "The new text in the rulebook directory has %s faults and is not in force; the edition before it goes on. Mend it and start again.",
                    faults.size()));
        }
        context.getBean(Installation.class)
                .signInFile()
                .ifPresent(file -> progress.accept(
                        Text.of("演示账号和密码写在 %s", "Names and passwords of the demonstration are in %s", file)));
        return 0;
    }

    /** Found out before anything else is started, so that nothing has to be stopped again. */
    private void checkPort() {
        if (port < 0 || port > 65_535) {
            throw new CannotRun(Text.of(
                    "端口 %s 不存在。请用 --port 指定 1 到 65535 之间的端口，0 为任选。",
                    "There is no port %s. Give one from 1 to 65535 with --port, or 0 for any.",
                    Integer.toString(port)));
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
        } catch (IOException taken) {
            throw new CannotRun(Text.of(
                    "端口 %1$s 已被占用。请先停止占用它的程序，或换一个端口：./gongzhi run --port %2$s",
                    "Port %1$s is in use. Stop the program that has it, or take another: ./gongzhi run --port %2$s",
                    Integer.toString(port),
                    Integer.toString(port < 65_000 ? port + 1 : port - 1)));
        }
    }
}
