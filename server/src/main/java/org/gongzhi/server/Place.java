package org.gongzhi.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.gongzhi.exact.Text;
import org.gongzhi.server.store.Cluster;
import org.gongzhi.server.store.Keys;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import picocli.CommandLine.Option;

/** Where the program runs (运行位置): its data, its rulebook. Shared by all commands of the server. */
final class Place {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:GONGZHI_DATA:-data}",
            description = "data directory / 数据目录 (${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(
            names = "--rulebook",
            paramLabel = "DIR",
            defaultValue = "${env:GONGZHI_RULEBOOK:-rulebooks/futian}",
            description = "rulebook / 制度目录 (${DEFAULT-VALUE})")
    private Path rulebook = Path.of("rulebooks/futian");

    Path data() {
        return data.toAbsolutePath().normalize();
    }

    Path rulebook() {
        return rulebook.toAbsolutePath().normalize();
    }

    /** Starts the program on a database that is there. */
    ConfigurableApplicationContext start(Cluster cluster, WebApplicationType web, Map<String, Object> more) {
        Map<String, Object> properties = new java.util.HashMap<>(more);
        properties.put("spring.datasource.url", cluster.app().url());
        properties.put("spring.datasource.username", cluster.app().user());
        properties.put("spring.datasource.password", cluster.app().password());
        properties.put("spring.flyway.user", cluster.owner().user());
        properties.put("spring.flyway.password", cluster.owner().password());
        properties.put("gongzhi.data", data().toString());
        properties.put("gongzhi.rulebook", rulebook().toString());
        // Before the environment's own: what was said on the command line holds.
        SpringApplication application = new SpringApplicationBuilder(Gongzhi.class)
                .web(web)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("place", properties)))
                .registerShutdownHook(false)
                .build();
        return application.run();
    }

    static Consumer<Text> progress() {
        long began = System.nanoTime();
        return step -> System.out.printf(
                java.util.Locale.ROOT,
                "[%5.1f s] %s%n",
                (System.nanoTime() - began) / 1e9,
                step.in(Gongzhi.language()));
    }

    /** The installation's keys, beside its data. */
    static Keys keys(Path data) {
        return Keys.of(data.resolve("keys").resolve("master.key"));
    }
}
